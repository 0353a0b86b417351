import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { Definitions } from '@/components/ui/definitions';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { formatDateTime, type Locale } from '@/domain/format';
import { isWithdrawable, type ReliefState } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { applicationForm } from '../queries/application-form';
import type { CaseForEdit } from '../queries/case-for-edit';
import { ApplicationStep, PeopleTable } from './application-step';
import { causeOptions, correctionTexts, worksheetFields, yearOptions } from './application-texts';
import { CorrectionForm } from './correction-form';
import { EvidenceField } from './evidence-field';
import { HouseholdFinder } from './household-finder';
import { OtherCases } from './other-cases';
import { WithdrawForm } from './withdraw-form';

/** A household of the registry, none of it, or one still to be found. */
type Asked = number | 'none' | 'find';
type Props = { viewer: Viewer; locale: Locale; its: CaseForEdit };
type Sent = Props & { household: Asked; q: string | null; phone: ReactNode };

const OPEN: readonly ReliefState[] = ['received', 'applied', 'returned'];

/** What the village does with an application: complete what a household sent in, correct what came back, add evidence, take it back. */
export async function CaseWork({ viewer, locale, its, household, q, phone }: Sent) {
  const { edit: t } = messages(locale).reliefApplications;
  if (!isWithdrawable(its.state)) return <Notice title={t.over}><LinkButton href={`/relief/${its.id}`} small>{t.open}</LinkButton></Notice>;
  return (
    <>
      {its.state === 'received' && <Completing viewer={viewer} locale={locale} its={its} household={household} q={q} phone={phone} />}
      {its.state === 'returned' && <Correcting viewer={viewer} locale={locale} its={its} />}
      <Section title={t.evidence}>
        {its.evidence.length === 0 ? <p className="text-muted">{t.noEvidence}</p> : (
          <ul className="flex flex-wrap gap-x-4">
            {its.evidence.map(({ id, name }) => (
              <li key={id}><a href={`/api/relief/evidence/${id}`} className="underline decoration-line-strong underline-offset-4">{name}</a></li>
            ))}
          </ul>
        )}
        {OPEN.includes(its.state) && <EvidenceField id={its.id} texts={{ addEvidence: t.addEvidence, uploading: t.uploading, uploadFailed: t.uploadFailed, uploadHint: t.uploadHint }} />}
      </Section>
      <Section title={t.withdraw}>
        <WithdrawForm id={its.id} version={its.version} texts={{ withdraw: t.withdraw, withdrawHint: t.withdrawHint, reason: t.reason, reasonHint: t.reasonHint, working: messages(locale).common.actions.working }} />
      </Section>
    </>
  );
}

/** What a household sent in, and beside it the household it is looked up as, or the form for it. */
async function Completing({ viewer, locale, its, household, q, phone }: Sent) {
  const { relief, reliefApplications: { form: t, find } } = messages(locale);
  const form = household === 'find' ? null : await applicationForm(viewer, household === 'none' ? null : household);
  return (
    <>
      <Section title={t.received} actions={form && <LinkButton href={`/relief/${its.id}/edit?household=find`} small>{find.change}</LinkButton>}>
        <Definitions columns={1} items={[{ term: t.name, value: its.headName }, { term: t.causeLabel, value: relief.causes[its.cause] }, { term: t.causeText, value: its.causeText }, ...(its.people[0] ? [{ term: t.idNumber, value: its.people[0].idMask }] : []), ...(phone ? [{ term: t.phone, value: phone }] : [])]} />
      </Section>
      {form ? <ApplicationStep locale={locale} form={form} received={{ id: its.id, version: its.version, headName: its.headName, cause: its.cause, causeText: its.causeText, evidence: its.evidence.length }} /> : <HouseholdFinder viewer={viewer} locale={locale} path={`/relief/${its.id}/edit`} received={its.id} q={q} />}
    </>
  );
}

/** Why it came back, its people, and the form that hands it in again. */
async function Correcting({ viewer, locale, its }: Props) {
  const { common, reliefApplications: { edit: t, form: words } } = messages(locale);
  const ground = await applicationForm(viewer, null);
  if (!ground) return null;
  const { today, years } = ground;
  const { returned } = its;
  const first = { cause: its.cause, causeText: its.causeText, year: String(its.year), ...(its.worksheet && worksheetFields(its.worksheet)) };
  return (
    <>
      {returned && <Notice tone="warning" title={`${t.why}${common.colon}${returned.note ?? ''}`}>{t.returnedBy(returned.who ?? '', formatDateTime(locale, returned.at))}</Notice>}
      <Section title={words.people}>
        <PeopleTable locale={locale} people={its.people} />
        <p className="mt-2 text-sm text-muted">{t.peopleFixed}</p>
      </Section>
      <OtherCases locale={locale} others={its.others.filter(({ year }) => years.some((each) => each.year === year))} />
      <CorrectionForm
        locale={locale}
        id={its.id}
        version={its.version}
        first={first}
        ground={{ today, years, registered: its.householdId === null ? null : { exitedOn: its.exitedOn }, people: its.people.length, evidence: its.evidence.length, others: its.others }}
        causes={causeOptions(locale)}
        years={yearOptions(locale, years)}
        texts={correctionTexts(locale)}
      />
    </>
  );
}
