import { TextLink } from '@/components/ui/link-button';
import { type Column, Table } from '@/components/ui/table';
import type { Gap } from '@/domain/assignment';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { GAP_ROWS, type GapRow } from '../queries/gap-rows';

type Props = { locale: Locale; gap: Gap; rows: GapRow[]; more: boolean; mayReassign: boolean };

/** The rows of one gap, each with the way to close it. */
export function GapTable({ locale, gap, rows, more, mayReassign }: Props) {
  const { assignments: t } = messages(locale);
  const reassign = (query: string, text: string) => <TextLink href={`/assignments/reassign?${query}`}>{text}</TextLink>;
  const place: Column<GapRow> = { key: 'place', label: t.columns.place, cell: (row) => row.place };
  const count: Column<GapRow> = { key: 'count', label: t.columns.count, numeric: true, cell: (row) => formatNumber(locale, row.count) };
  const replace: Column<GapRow>[] = mayReassign ? [{ key: 'action', label: t.columns.action, cell: (row) => reassign(`cadre=${row.personId}`, t.actions.reassign) }] : [];
  const person = (label: string): Column<GapRow> => ({ key: 'name', label, cell: (row) => row.name });
  const village: Column<GapRow>[] = [
    { key: 'name', label: t.columns.village, cell: (row) => row.name },
    { key: 'action', label: t.columns.action, cell: (row) => <TextLink href={`/posts/${row.postId}`}>{t.actions.open}</TextLink> },
  ];
  const columns: Record<Gap, Column<GapRow>[]> = {
    'no-cadre': [
      { key: 'name', label: t.columns.household, cell: (row) => <TextLink href={`/households/${row.householdId}`}>{row.name}</TextLink> },
      place,
      ...(mayReassign ? [{ key: 'action', label: t.columns.action, cell: (row: GapRow) => reassign(`household=${row.householdId}`, t.actions.assign) }] : []),
    ],
    'cadre-left': [person(t.columns.cadre), place, count, { key: 'since', label: t.columns.since, tight: true, cell: (row) => formatDate(locale, row.since) }, ...replace],
    'no-first-secretary': village,
    'no-technician': village,
    overloaded: [person(t.columns.cadre), place, count, ...replace],
    'double-post': [person(t.columns.person), { key: 'posts', label: t.columns.posts, cell: (row) => (row.posts ?? []).join(locale === 'zh-CN' ? '、' : ', ') }],
  };
  return (
    <>
      <Table caption={t.gaps[gap]} captionHidden locale={locale} rows={rows} rowKey={(row) => row.key} empty={t.none[gap]} columns={columns[gap]} />
      {more && <p className="mt-2 text-muted">{t.capped(formatNumber(locale, GAP_ROWS))}</p>}
    </>
  );
}
