import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { ROLE_OF } from '@/domain/access';
import type { Duty } from '@/domain/command';
import { ABSENT, formatNumber, listMark, type Locale } from '@/domain/format';
import { PERSON_NAME } from '@/domain/person';
import { messages } from '@/messages/locale';

type Found = { id: number; name: string; department: string | null; title: string | null; duties: Duty[] };
type Props = { locale: Locale; kept: Record<string, string>; name: string; found: { rows: Found[]; more: boolean } | null };

/** Chooses the person, by the beginning of the name. */
export function PersonStep({ locale, kept, name, found }: Props) {
  const { appointments: t, roles, common } = messages(locale);
  const href = (person: number) => `/admin/appointments/new?${new URLSearchParams({ ...kept, person: String(person) })}#form`;
  const asName = PERSON_NAME.safeParse(name);
  return (
    <>
      <form method="get" action="/admin/appointments/new" className="mb-3 flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <div className="w-full sm:w-64">
          <TextInput key={name} name="q" type="search" label={t.person.search} hint={t.person.searchHint} defaultValue={name} maxLength={64} />
        </div>
        <button type="submit" className={buttonClass('secondary')}>{common.actions.search}</button>
      </form>
      {found?.more && <Notice title={t.person.more(formatNumber(locale, found.rows.length))} />}
      {found && (
        <Table
          caption={t.steps.person}
          captionHidden
          locale={locale}
          rows={found.rows}
          rowKey={(row) => String(row.id)}
          empty={t.person.none}
          columns={[
            { key: 'name', label: t.columns.person, tight: true, cell: (row) => <TextLink href={href(row.id)}>{row.name}</TextLink> },
            { key: 'department', label: t.columns.department, cell: (row) => [row.department, row.title].filter(Boolean).join(' ') || ABSENT },
            { key: 'duties', label: t.columns.now, cell: (row) => row.duties.map((duty) => roles[ROLE_OF[duty]]).join(listMark(locale)) || ABSENT },
          ]}
        />
      )}
      {found && asName.success && (
        <p className="mt-3"><TextLink href={`/admin/appointments/new?${new URLSearchParams({ ...kept, enter: asName.data })}#enter`}>{t.enter.link(asName.data)}</TextLink></p>
      )}
    </>
  );
}
