import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { Timeline } from '@/components/ui/timeline';
import { formatDate, formatMoney, formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayUnmask } from '../policy';
import type { CaseView } from '../queries/find-case';
import { unmaskTexts } from './case-texts';
import { Unmask } from './unmask';

type Props = { its: CaseView; locale: Locale };

/** The people counted, each with a masked ID number. */
export function People({ viewer, its, locale }: Props & { viewer: Viewer }) {
  const { households, reliefReviews: { people: t } } = messages(locale);
  const relations: Readonly<Record<string, string>> = households.members.relations;
  return (
    <Section title={t.title} id="people">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={[...its.people]}
        rowKey={({ id }) => String(id)}
        empty={t.none}
        columns={[
          { key: 'name', label: t.name, heading: true, cell: ({ name }) => name },
          { key: 'relation', label: t.relation, cell: ({ relation }) => relations[relation] ?? relation },
          { key: 'id', label: t.idMask, cell: ({ id, idMask, sealed }) => <span className="font-mono">{idMask} {sealed && mayUnmask(viewer, its, 'id-number') && <Unmask id={its.id} what="id-number" row={id} texts={unmaskTexts(locale)} />}</span> },
        ]}
      />
    </Section>
  );
}

/** What shows the cause. */
export function Evidence({ its, locale }: Props) {
  const { evidence: t } = messages(locale).reliefReviews;
  return (
    <Section title={t.title} id="evidence">
      {its.evidence.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul>
        {its.evidence.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`/api/relief/evidence/${id}`} className="underline">{name}</a> <span className="text-sm text-muted">{t.size(formatNumber(locale, Math.ceil(size / 1024)))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The reviews' own visits, each with its photo. */
export function Visits({ its, locale }: Props) {
  const { relief, reliefReviews: { visits: t } } = messages(locale);
  return (
    <Section title={t.title} id="visits">
      {its.visits.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul className="grid gap-4 md:grid-cols-3">
        {its.visits.map(({ id, part, who, visitedOn, found, present, explained }) => (
          <li key={id}>
            <a href={`/api/relief/visits/${id}`}>
              {/* eslint-disable-next-line @next/next/no-img-element -- personal pictures never pass an image cache */}
              <img src={`/api/relief/visits/${id}`} alt={t.photo(who)} loading="lazy" className="h-40 w-full border border-line object-cover" />
            </a>
            <p className="mt-1 font-medium">{relief.parts[part]} {who} <span className="font-normal text-muted">{formatDate(locale, visitedOn)}</span></p>
            <p>{found}</p>
            <p className="text-sm text-muted">{[...present.map((each) => t.present[each]), ...(explained ? [t.explained] : [])].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The ledger's entries of this case. */
export function Entries({ its, locale }: Props) {
  const { entries: t } = messages(locale).reliefReviews;
  return (
    <Section title={t.title} id="entries">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={[...its.entries]}
        rowKey={({ id }) => String(id)}
        empty={t.none}
        columns={[
          { key: 'day', label: t.day, tight: true, cell: ({ bookedOn }) => formatDate(locale, bookedOn) },
          { key: 'deed', label: t.deed, heading: true, cell: ({ deed }) => t.deeds[deed] },
          { key: 'amount', label: t.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
        ]}
      />
    </Section>
  );
}

/** Who did what, when, in which part, and why; the newest first. */
export function CaseHistory({ its, locale }: Props) {
  const { relief, reliefReviews: t } = messages(locale);
  return (
    <Section title={t.history} id="history">
      <Timeline
        locale={locale}
        events={[...its.steps].reverse().map(({ id, verb, who, at, note }) => ({ key: String(id), at: new Date(at), who: who ?? t.self, what: relief.deeds[verb], note }))}
      />
    </Section>
  );
}
