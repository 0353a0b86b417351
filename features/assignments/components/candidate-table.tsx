import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { ROLE_OF } from '@/domain/access';
import { ABSENT, formatNumber, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Candidate } from '../queries/reassignable';

type Props = { locale: Locale; rows: Candidate[]; adds: number; picked: number | null; caption: string; href: (person: number) => string };

/** Who may take the households over, with their load now and afterwards. */
export function CandidateTable({ locale, rows, adds, picked, caption, href }: Props) {
  const { assignments, roles } = messages(locale);
  const t = assignments.reassign;
  return (
    <Table
      caption={caption}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={t.noCandidates}
      columns={[
        { key: 'name', label: t.columns.name, tight: true, cell: (row) => row.name },
        { key: 'duty', label: t.columns.duty, cell: (row) => row.duties.map((duty) => roles[ROLE_OF[duty]]).join(listMark(locale)) },
        { key: 'department', label: t.columns.department, cell: (row) => row.department ?? ABSENT },
        { key: 'load', label: t.columns.load, numeric: true, cell: (row) => formatNumber(locale, row.load) },
        { key: 'after', label: t.columns.after, numeric: true, cell: (row) => formatNumber(locale, row.load + adds) },
        { key: 'pick', label: t.pick, cell: (row) => (row.id === picked ? <Badge tone="green">{t.picked}</Badge> : <TextLink href={href(row.id)} label={`${t.pick} ${row.name}`}>{t.pick}</TextLink>) },
      ]}
    />
  );
}
