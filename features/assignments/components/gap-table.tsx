import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { type Column, Table } from '@/components/ui/table';
import { ROLE_OF } from '@/domain/access';
import type { Gap } from '@/domain/assignment';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { GapRow } from '../queries/gap-list';

type Props = { locale: Locale; gap: Gap; rows: readonly GapRow[]; mayReassign: boolean };

/** The rows of one gap, each with the way to close it. */
export function GapTable({ locale, gap, rows, mayReassign }: Props) {
  const { assignments: t, roles } = messages(locale);
  const reassign = (query: string, text: string, about: string) => <TextLink href={`/assignments/reassign?${query}`} label={`${text} ${about}`}>{text}</TextLink>;
  const named = (label: string): Column<GapRow> => ({ key: 'name', label, cell: (row) => row.name });
  const place: Column<GapRow> = { key: 'place', label: t.columns.place, cell: (row) => row.place };
  const since: Column<GapRow> = { key: 'since', label: t.columns.since, tight: true, cell: (row) => formatDate(locale, row.since) };
  const post: Column<GapRow> = { key: 'name', label: t.columns.post, cell: (row) => <TextLink href={`/posts/${row.postId}`}>{row.name}</TextLink> };
  const closing = (cell: Column<GapRow>['cell']): Column<GapRow>[] => (mayReassign ? [{ key: 'action', label: t.columns.action, tight: true, cell }] : []);
  const columns: Record<Gap, Column<GapRow>[]> = {
    orphaned: [
      { key: 'name', label: t.columns.household, tight: true, cell: (row) => <TextLink href={`/households/${row.householdId}`}>{row.name}</TextLink> },
      place,
      { key: 'why', label: t.columns.why, cell: (row) => (row.cadre === null ? t.why.none : t.why.left(row.cadre)) },
      since,
      ...closing((row) => reassign(`household=${row.householdId}`, t.actions.assign, row.name)),
    ],
    vacancy: [post, place, { key: 'duty', label: t.columns.duty, tight: true, cell: (row) => <Badge tone="red">{row.duty && roles[ROLE_OF[row.duty]]}</Badge> }, since],
    'no-technician': [post, place, since],
    overloaded: [
      named(t.columns.cadre), place, { key: 'count', label: t.columns.count, numeric: true, cell: (row) => formatNumber(locale, row.load) }, since,
      ...closing((row) => reassign(`cadre=${row.personId}`, t.actions.reassign, row.name)),
    ],
    'double-post': [
      named(t.columns.person), place,
      { key: 'posts', label: t.columns.posts, cell: (row) => row.posts.map(({ id, name }) => <p key={id}><TextLink href={`/posts/${id}`}>{name}</TextLink></p>) },
      since,
    ],
  };
  return <Table caption={t.gaps[gap]} captionHidden locale={locale} rows={[...rows]} rowKey={(row) => row.key} empty={t.none[gap]} columns={columns[gap]} />;
}
