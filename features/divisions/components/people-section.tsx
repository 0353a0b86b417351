import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import { formatDate, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { InCharge, Paired } from '../queries/people-in-charge';

/** Who answers for the place: by the territory, by the zone, and who is linked to it. */
export function PeopleSection({ locale, people, paired, month }: { locale: Locale; people: InCharge[]; paired: Paired[]; /** The month asked, where it is not the running one. */ month: Month | null }) {
  const { divisions } = messages(locale);
  const texts = divisions.people;
  return (
    <Section title={texts.title} id="people">
      {people.length + paired.length === 0 && <p className="text-muted">{texts.none}</p>}
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
        {tablesOf(people).map(({ key, rows }) => (
          <Table
            key={key}
            caption={texts[key]}
            locale={locale}
            rows={rows}
            rowKey={({ postId, duty, person, since }) => `${postId} ${duty} ${person} ${since}`}
            columns={[
              { key: 'duty', label: texts.duty, tight: true, cell: ({ duty }) => divisions.duties[duty] },
              { key: 'person', label: texts.person, tight: true, cell: ({ person }) => person ?? <span className="text-red">{texts.vacant}</span> },
              { key: 'post', label: texts.post, cell: ({ postId, post }) => <TextLink href={`/posts/${postId}${month ? `?month=${month}` : ''}`}>{post}</TextLink> },
              { key: 'since', label: texts.since, tight: true, cell: ({ since }) => formatDate(locale, since) },
            ]}
          />
        ))}
        {paired.length > 0 && (
          <Table
            caption={texts.paired}
            locale={locale}
            rows={paired}
            rowKey={({ kind, name }) => `${kind} ${name}`}
            columns={[
              { key: 'kind', label: texts.duty, tight: true, cell: ({ kind }) => texts[kind] },
              { key: 'name', label: texts.person, cell: ({ name }) => name },
              { key: 'since', label: texts.since, tight: true, cell: ({ since }) => formatDate(locale, since) },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

type Group = InCharge['side'] | 'headquarters' | 'sub-command';

/** One table a side; of the county, whose leaders are many, one a kind of post. */
function tablesOf(people: readonly InCharge[]): { key: Group; rows: InCharge[] }[] {
  const groups = new Map<Group, InCharge[]>();
  for (const one of people) {
    const key = one.postKind === 'headquarters' || one.postKind === 'sub-command' ? one.postKind : one.side;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, rows]) => ({ key, rows }));
}
