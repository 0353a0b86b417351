import { Notice } from '@/components/shell/notice';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { ROLE_OF } from '@/domain/access';
import { ABSENT, formatNumber, listMark, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { Entering } from '../queries/find-namesakes';
import { EnterForm } from './enter-form';

type Props = { viewer: Viewer; locale: Locale; kept: Record<string, string>; name: string; entering: Entering };

/** Puts somebody on record, after a look at the people of the same name. */
export function EnterStep({ viewer, locale, kept, name, entering: { namesakes, departments } }: Props) {
  const { appointments: t, common, roles } = messages(locale);
  const href = (person: number) => `/admin/appointments/new?${new URLSearchParams({ ...kept, person: String(person) })}#form`;
  return (
    <Section title={t.enter.title} id="enter">
      <p className="mb-3 text-muted">{t.enter.hint}</p>
      {namesakes.length > 0 ? (
        <div className="mb-4">
          <Notice tone="warning" title={t.enter.namesakes(formatNumber(locale, namesakes.length), name)} />
          <Table
            caption={t.enter.namesakes(formatNumber(locale, namesakes.length), name)}
            captionHidden
            locale={locale}
            rows={namesakes}
            rowKey={(row) => String(row.id)}
            columns={[
              { key: 'name', label: t.columns.person, tight: true, cell: (row) => (row.id === viewer.personId ? row.name : <TextLink href={href(row.id)}>{row.name}</TextLink>) },
              { key: 'department', label: t.columns.department, cell: (row) => [row.department, row.title].filter(Boolean).join(' ') || ABSENT },
              { key: 'posts', label: t.columns.now, cell: (row) => row.posts.map((each) => `${each.name} ${roles[ROLE_OF[each.duty]]}`).join(listMark(locale)) || ABSENT },
              { key: 'phone', label: t.enter.phoneTail, tight: true, cell: (row) => row.phoneTail ?? ABSENT },
            ]}
          />
        </div>
      ) : <p className="mb-3">{t.enter.none(name)}</p>}
      <EnterForm
        fixed={{ ...kept, name, newest: String(Math.max(0, ...namesakes.map(({ id }) => id))) }}
        departments={[{ value: '', label: t.enter.noDepartment }, ...departments.map(({ code, name: label }) => ({ value: code, label }))]}
        genders={[{ value: 'male', label: t.enter.genders.male }, { value: 'female', label: t.enter.genders.female }]}
        ask={namesakes.length > 0}
        optional={common.field.optional}
        texts={{ gender: t.enter.gender, phone: t.enter.phone, phoneHint: t.enter.phoneHint, department: t.enter.department, apart: t.enter.apart, submit: t.enter.submit, working: common.actions.working }}
      />
    </Section>
  );
}
