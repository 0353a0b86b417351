import { buttonClass } from '@/components/ui/classes';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { findHouseholds } from '../queries/find-households';
import { FindByIdForm } from './find-by-id-form';

const ASKED_LENGTH = 20;

/** Finds the household that is applied for, or leads to the form for one that is in no registry. `received`: the application it is looked up for. */
export async function HouseholdFinder({ viewer, locale, path, received, q }: { viewer: Viewer; locale: Locale; path: string; received: number | null; q: string | null }) {
  const { reliefApplications: { find: t }, households } = messages(locale);
  const asked = (q ?? '').trim().replace(/[\p{Cc}\p{Cn}\p{Cs}]/gu, '').slice(0, ASKED_LENGTH);
  const rows = await findHouseholds(viewer, asked);
  return (
    <>
      <Section title={t.title}>
        <div className="grid gap-6 lg:grid-cols-2">
          <form method="get" action={path} className="flex max-w-xl flex-wrap items-end gap-3" role="search">
            <div className="min-w-60 grow">
              <TextInput key={asked} name="q" type="search" label={t.byName} hint={t.hint} defaultValue={asked} maxLength={ASKED_LENGTH} required />
            </div>
            <button type="submit" className={buttonClass('secondary')}>{t.submit}</button>
          </form>
          <FindByIdForm received={received} texts={{ label: t.byId, hint: t.idHint, submit: t.submit, working: t.working, none: t.none }} />
        </div>
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <LinkButton href={`${path}?household=none`}>{t.unregistered}</LinkButton>
          <span className="text-sm text-muted">{t.unregisteredHint}</span>
        </div>
      </Section>
      {asked !== '' && (
        <Section title={t.found}>
          <Table
            caption={t.found}
            captionHidden
            locale={locale}
            rows={rows}
            rowKey={({ id }) => String(id)}
            empty={t.noRows(asked)}
            columns={[
              { key: 'head', label: t.columns.head, cell: (row) => <><TextLink href={`${path}?household=${row.id}`}>{row.headName}</TextLink>{row.found && <span className="ms-2 text-sm font-normal text-muted">{t.member(row.found)}</span>}</> },
              { key: 'no', label: t.columns.no, tight: true, cell: (row) => row.no },
              { key: 'village', label: t.columns.village, cell: (row) => row.villageName },
              { key: 'people', label: t.columns.people, numeric: true, cell: (row) => formatNumber(locale, row.people) },
              { key: 'state', label: t.columns.state, tight: true, cell: (row) => (row.exitedOn ? { badge: households.stateOf.exited, tone: 'green' } : { badge: households.stateOf.remaining, tone: 'yellow' }) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
