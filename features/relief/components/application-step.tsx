import { Notice } from '@/components/shell/notice';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ApplicationForm as Ground, FormPerson } from '../queries/application-form';
import { ApplicationForm } from './application-form';
import { OtherCases } from './other-cases';
import { applicationTexts, causeOptions, relationOptions, worksheetFields, yearOptions } from './application-texts';

type Received = { id: number; version: number; headName: string; cause: string; causeText: string; evidence: number };
type Props = { locale: Locale; form: Ground; /** What the household sent in itself. */ received?: Received };

/** The form of an application with what is known of the household: its people, its income of the year, the card on record. */
export function ApplicationStep({ locale, form, received }: Props) {
  const { form: t } = messages(locale).reliefApplications;
  const { today, years, household, people, incomes, others } = form;
  if (!form.hasRules) return <Notice tone="warning" title={t.noRules} />;
  const known = incomes.find(({ year }) => year === years[0]?.year) ?? incomes[0];
  const elsewhere = others.filter(({ id }) => id !== received?.id);
  const texts = applicationTexts(locale, received !== undefined);
  const first = {
    year: String(known?.year ?? years[1]?.year), ...(known && worksheetFields(known)), ...(people[0] && { 'account.holder': people[0].name }),
    ...(received && { cause: received.cause, causeText: received.causeText, ...(!household && { 'people.0.name': received.headName, 'account.holder': received.headName }) }),
  };
  return (
    <>
      {household && (
        <Section title={t.people}>
          <PeopleTable locale={locale} people={people} />
        </Section>
      )}
      <OtherCases locale={locale} others={elsewhere.filter(({ year }) => years.some((each) => each.year === year))} />
      <ApplicationForm
        locale={locale}
        received={received ? { id: received.id, version: received.version } : null}
        household={household?.id ?? null}
        villages={form.villages.map(({ code, name }) => ({ value: code, label: name }))}
        holders={household ? [...new Set(people.map(({ name }) => name))] : null}
        hasCard={household?.cardTail != null}
        first={first}
        ground={{
          today, years, registered: household && { exitedOn: household.exitedOn }, people: household ? people.length : null, evidence: received?.evidence ?? 0,
          others: elsewhere,
        }}
        causes={causeOptions(locale)}
        years={yearOptions(locale, years)}
        relations={relationOptions(locale)}
        texts={{ ...texts, cardHint: household?.cardTail ? `${t.cardOnFile(household.cardTail)}${texts.cardHint}` : texts.cardHint }}
      />
    </>
  );
}

/** The people of an application; of an ID number its ends. */
export function PeopleTable({ locale, people }: { locale: Locale; people: FormPerson[] }) {
  const { reliefApplications: { form: t }, households } = messages(locale);
  return (
    <Table
      caption={t.people}
      captionHidden
      locale={locale}
      rows={people.map((person, at) => ({ ...person, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'name', label: t.name, cell: ({ name }) => name },
        { key: 'relation', label: t.relation, cell: ({ relation }) => households.members.relations[relation] },
        { key: 'id', label: t.idNumber, tight: true, cell: ({ idMask }) => idMask },
      ]}
    />
  );
}
