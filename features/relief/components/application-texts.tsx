import type { Option } from '@/components/ui/select';
import type { Locale } from '@/domain/format';
import { RELIEF_CAUSES } from '@/domain/relief';
import { WORKSHEET_KINDS, type Worksheet } from '@/domain/relief-amount';
import { PEOPLE_MAX, RELATIONS } from '@/domain/relief-input';
import { messages } from '@/messages/locale';
import type { ApplicationTexts } from './application-form';
import type { CorrectionTexts } from './correction-form';
import type { WorksheetTexts } from './worksheet-form';

function worksheetTexts(locale: Locale): WorksheetTexts {
  const { common, relief, reliefApplications: { form }, households } = messages(locale);
  return { ...form, colon: common.colon, rules: relief.rules, kinds: relief.kinds, scopes: households.income.scopes, working: form.working };
}

/** The texts of the form that hands an application in, or completes one that the household sent. */
export function applicationTexts(locale: Locale, completing: boolean): ApplicationTexts {
  const { form, receipt } = messages(locale).reliefApplications;
  return {
    ...pick(worksheetTexts(locale)),
    title: form.title, people: form.people, village: form.village, receipt, submit: completing ? form.completeSubmit : form.submit,
    account: form.account, accountHint: form.accountHint, holder: form.holder, bank: form.bank, bankHint: form.bankHint, card: form.card, cardHint: form.cardHint, phone: form.phone, phoneHint: form.phoneHint,
    peopleHint: form.peopleHint, persons: Array.from({ length: PEOPLE_MAX }, (_, at) => form.person(String(at + 1))), addPerson: form.addPerson, name: form.name, relation: form.relation, idNumber: form.idNumber,
  };
}

/** The texts of the form that hands a returned application in again. */
export function correctionTexts(locale: Locale): CorrectionTexts {
  const { edit } = messages(locale).reliefApplications;
  return { ...pick(worksheetTexts(locale)), title: edit.correct, submit: edit.submit, note: edit.note, noteHint: edit.noteHint };
}

const WORDS = [
  'check', 'checkHint', 'eligible', 'ineligible', 'unfilled', 'met', 'unmet', 'rule', 'answer', 'rules', 'kinds', 'working', 'scopes', 'colon', 'cause', 'causeLabel', 'causeText', 'causeTextHint', 'income', 'incomeHint', 'year',
  'evidence', 'evidenceHint', 'chosen', 'insist', 'evidenceLarge', 'submit', 'submitting',
] as const satisfies readonly (keyof WorksheetTexts)[];

/** What the browser is given: of the catalogue only these, and no function. */
const pick = (texts: WorksheetTexts): WorksheetTexts => Object.fromEntries(WORDS.map((word) => [word, texts[word]])) as unknown as WorksheetTexts;

export const causeOptions = (locale: Locale): Option[] => RELIEF_CAUSES.map((value) => ({ value, label: messages(locale).relief.causes[value] }));

export const yearOptions = (locale: Locale, years: readonly { year: number }[]): Option[] =>
  years.map(({ year }) => ({ value: String(year), label: messages(locale).reliefApplications.form.yearOption(String(year), String(year - 1), String(year)) }));

export const relationOptions = (locale: Locale): Option[] => RELATIONS.map((value) => ({ value, label: messages(locale).households.members.relations[value] }));

/** A worksheet in fen as it stands in the form's fields, in yuan. */
export const worksheetFields = (worksheet: Worksheet): Record<string, string> => Object.fromEntries(WORKSHEET_KINDS.map((kind) => [`worksheet.${kind}`, String(worksheet[kind] / 100)]));
