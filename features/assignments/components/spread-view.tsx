import { EmptyState, Notice } from '@/components/shell/notice';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { HOUSEHOLDS_PER_CADRE } from '@/domain/assignment';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { PlanRow, SpreadPlan } from '../queries/spread-plan';
import { SpreadForm } from './spread-form';

/** What the rule proposes for a village, and each cadre's households before and after. */
export function SpreadView({ locale, village, plan: { rows, helpers } }: { locale: Locale; village: string; plan: SpreadPlan }) {
  const { assignments } = messages(locale);
  const { spread: t, reassign } = assignments;
  const count = (value: number) => formatNumber(locale, value);
  if (rows.length === 0) return <EmptyState title={t.nothing} action={<LinkButton href={`/assignments?division=${village}`}>{t.back}</LinkButton>} />;
  const room = rows.filter((row) => row.to === null).length;
  const about = (row: PlanRow) => `${t.group(count(row.group))} · ${row.cadreName === null ? t.noCadre : row.orphaned ? t.left(row.cadreName) : t.tooMany(row.cadreName)}`;
  return (
    <>
      {helpers.length === 0 && <Notice tone="warning" title={t.noHelpers} />}
      {helpers.length > 0 && room > 0 && <Notice tone="warning" title={t.noRoom(count(room))} />}
      <Section title={t.plan(count(rows.length))}>
        <SpreadForm
          rows={rows.map((row) => ({
            id: row.id, label: row.headName, about: about(row), proposed: row.to === null ? '' : `${row.id}:${row.assignmentId}:${row.to}`,
            options: [{ value: '', label: t.keep }, ...helpers.filter((helper) => helper.id !== row.cadre).map((helper) => ({ value: `${row.id}:${row.assignmentId}:${helper.id}`, label: t.option(helper.name, count(helper.load)) }))],
          }))}
          texts={{ reason: reassign.reason, reasonHint: t.reasonHint, submit: t.submit, working: reassign.working }}
        />
      </Section>
      <Section title={t.loads}>
        <Table
          caption={t.loads}
          captionHidden
          locale={locale}
          rows={helpers}
          rowKey={(row) => String(row.id)}
          empty={t.noHelpers}
          columns={[
            { key: 'name', label: reassign.columns.name, cell: (row) => row.name },
            { key: 'load', label: t.before, numeric: true, cell: (row) => <span className={row.load > HOUSEHOLDS_PER_CADRE ? 'text-red' : ''}>{count(row.load)}</span> },
            { key: 'after', label: t.after, numeric: true, cell: (row) => <span className={row.after > HOUSEHOLDS_PER_CADRE ? 'text-red' : ''}>{count(row.after)}</span> },
          ]}
        />
      </Section>
    </>
  );
}
