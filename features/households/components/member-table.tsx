import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { MemberRow } from '../queries/household-file';

type Props = { locale: Locale; members: MemberRow[]; unmask?: (member: MemberRow) => ReactNode };

/** The people of a household. ID numbers are masked; `unmask` puts a way to see one in full beside it. */
export function MemberTable({ locale, members, unmask }: Props) {
  const { common, households: { members: t } } = messages(locale);
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={members}
      rowKey={(row) => String(row.id)}
      columns={[
        { key: 'name', label: t.columns.name, tight: true, cell: (row) => row.name },
        { key: 'relation', label: t.columns.relation, tight: true, cell: (row) => t.relations[row.relation] },
        { key: 'gender', label: t.columns.gender, cell: (row) => t.genders[row.gender] },
        { key: 'age', label: t.columns.age, numeric: true, cell: (row) => formatNumber(locale, row.age) },
        { key: 'idNumber', label: t.columns.idNumber, cell: (row) => <span className="inline-flex flex-wrap items-center gap-2"><span className="whitespace-nowrap">{row.idMask}</span>{unmask?.(row)}</span> },
        { key: 'health', label: t.columns.health, tight: true, cell: (row) => t.healths[row.health] },
        { key: 'schooling', label: t.columns.schooling, cell: (row) => (row.atSchool ? common.noted(t.schoolings[row.schooling], t.atSchool) : t.schoolings[row.schooling]) },
        { key: 'labour', label: t.columns.labour, cell: (row) => t.labours[row.labour] },
        { key: 'work', label: t.columns.work, cell: (row) => (row.job ? t.workSince(t.places[row.job.place], formatDate(locale, row.job.since)) : ABSENT) },
      ]}
    />
  );
}
