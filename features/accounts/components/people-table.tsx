import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { ROLE_OF } from '@/domain/access';
import { ABSENT, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { PersonRow } from '../queries/people';

/** The people found, each leading to appointments and accounts. */
export function PeopleTable({ rows, locale, asked }: { rows: PersonRow[]; locale: Locale; asked: boolean }) {
  const { accounts: { people }, roles } = messages(locale);
  return (
    <Table
      caption={people.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={asked ? people.empty : people.start}
      columns={[
        { key: 'name', label: people.columns.name, heading: true, cell: (row) => <TextLink href={`/admin/people/${row.id}`}>{row.name}</TextLink> },
        { key: 'department', label: people.columns.department, cell: (row) => row.department ?? ABSENT },
        { key: 'duties', label: people.columns.duties, cell: (row) => row.duties.map((duty) => roles[ROLE_OF[duty]]).join(listMark(locale)) || ABSENT },
        { key: 'usernames', label: people.columns.usernames, cell: (row) => row.usernames.join(', ') || ABSENT },
        { key: 'state', label: people.columns.state, cell: (row) => (row.usernames.length === 0 ? ABSENT : <State disabled={row.disabled} locale={locale} />) },
      ]}
    />
  );
}

export function State({ disabled, locale }: { disabled: boolean; locale: Locale }) {
  const { people } = messages(locale).accounts;
  return disabled ? <Badge tone="red">{people.disabled}</Badge> : <Badge tone="green">{people.active}</Badge>;
}
