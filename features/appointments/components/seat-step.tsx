import { buttonClass } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { ROLE_OF } from '@/domain/access';
import type { Locale } from '@/domain/format';
import { NAME_LENGTH } from '@/domain/household-search';
import { messages } from '@/messages/locale';
import type { SeatRow } from '../queries/find-seats';

type Props = { locale: Locale; person: number | null; name: string; rows: SeatRow[] };

/** Chooses post and duty, by the beginning of the post's or the place's name. */
export function SeatStep({ locale, person, name, rows }: Props) {
  const { appointments: t, roles, common } = messages(locale);
  const href = (post: number, duty: string) => `/admin/appointments/new?${new URLSearchParams({ ...(person && { person: String(person) }), post: String(post), duty })}`;
  return (
    <>
      <form method="get" action="/admin/appointments/new" className="mb-3 flex flex-wrap items-end gap-3">
        {person !== null && <input type="hidden" name="person" value={person} />}
        <div className="w-full sm:w-64">
          <TextInput key={name} name="where" type="search" label={t.seat.search} hint={t.seat.searchHint} defaultValue={name} maxLength={NAME_LENGTH} />
        </div>
        <button type="submit" className={buttonClass('secondary')}>{common.actions.search}</button>
      </form>
      <Table
        caption={t.steps.seat}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={t.seat.none}
        columns={[
          { key: 'post', label: t.columns.post, cell: (row) => row.name },
          { key: 'place', label: t.columns.place, tight: true, cell: (row) => row.place },
          { key: 'duties', label: t.columns.duty, cell: (row) => <span className="flex flex-wrap gap-x-4 gap-y-1">{row.duties.map((duty) => <TextLink key={duty} href={href(row.id, duty)} label={`${row.name} ${roles[ROLE_OF[duty]]}`}>{roles[ROLE_OF[duty]]}</TextLink>)}</span> },
        ]}
      />
    </>
  );
}
