import { Timeline } from '@/components/ui/timeline';
import { ABSENT, formatDate, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { HistoryRow } from '../queries/household-history';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who changed what of a household: old → new, and why. */
export function HouseholdHistory({ locale, rows }: { locale: Locale; rows: HistoryRow[] }) {
  const { common, households: { history: t } } = messages(locale);
  if (rows.length === 0) return <p className="text-muted">{t.none}</p>;
  const shown = (value: unknown) => (typeof value === 'string' ? (DAY.test(value) ? formatDate(locale, value) : value) : ABSENT);
  return (
    <Timeline
      locale={locale}
      events={rows.map((row) => ({
        key: String(row.id),
        at: row.at,
        who: row.who,
        what: t.commands[row.command] ?? t.commands.other ?? row.command,
        note: notes(row).map(({ field, before, after }) => (
          <p key={field}>{before === undefined ? `${t.fields[field]}${common.colon}${shown(after)}` : t.change(t.fields[field] ?? field, shown(before), shown(after))}</p>
        )),
      }))}
    />
  );

  function notes({ before, after }: HistoryRow): { field: string; before?: unknown; after: unknown }[] {
    return Object.keys(after ?? {}).filter((field) => field in t.fields).map((field) => ({
      field, after: after?.[field], before: field !== 'reason' && before && field in before ? before[field] : undefined,
    }));
  }
}
