import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { PEOPLE_SHOWN, type PersonRow } from '../queries/find-people';
import { dutyName } from './holders';

/** Appointments found by a person's name. */
export function PeopleFound({ locale, name, rows, more }: { locale: Locale; name: string; rows: PersonRow[]; more: boolean }) {
  const { search: t, post } = messages(locale).posts;
  return (
    <Section title={t.title(name)}>
      {more && <p className="mb-2 text-muted">{t.capped(formatNumber(locale, PEOPLE_SHOWN))}</p>}
      <Table
        caption={t.title(name)}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={t.empty}
        columns={[
          { key: 'name', label: t.columns.name, tight: true, cell: (row) => row.name },
          { key: 'duty', label: t.columns.duty, tight: true, cell: (row) => dutyName(locale, row.duty) },
          { key: 'post', label: t.columns.post, cell: (row) => <TextLink href={`/posts/${row.postId}`}>{row.post}</TextLink> },
          { key: 'department', label: t.columns.department, cell: (row) => row.department ?? ABSENT },
          { key: 'from', label: t.columns.from, tight: true, cell: (row) => formatDate(locale, row.startsOn) },
          { key: 'until', label: t.columns.until, tight: true, cell: (row) => (row.endsOn ? formatDate(locale, row.endsOn) : post.now) },
        ]}
      />
    </Section>
  );
}
