import type { EntryKind } from './checklist';

/** A text says something from this many characters on; anything shorter is no answer. */
export const TEXT_MIN = 10;
export const TEXT_MAX = 2_000;
export const EXPLANATION_MIN = 5;
export const EXPLANATION_MAX = 500;
export const REASON_MIN = 5;
export const CLAIM_MAX = 1_000_000_000;
export const FILES_MAX = 6;

/** How an entry is answered: as the records say, with another number, with "nothing this month", or with a text or files. */
export const MODES = ['recorded', 'other', 'nothing', 'given'] as const;
export type Mode = (typeof MODES)[number];

/** One question of a template. `occurs`: a number that starts anew each month, so that "nothing this month" can be said of it. */
export interface Question {
  readonly no: number;
  readonly kind: EntryKind;
  readonly indicator: string | null;
  readonly occurs: boolean;
}

/** What the filer gave. `seen` is the recorded value that stood on the screen. */
export interface Answer {
  readonly mode: Mode | null;
  readonly claim: number | null;
  readonly text: string | null;
  readonly explanation: string | null;
  readonly seen: number | null;
}

/** What is kept of an answer (table checklist_entries). A draft as recorded keeps no claim: the records may still change. */
export interface Kept {
  readonly no: number;
  readonly claim: number | null;
  readonly text: string | null;
  readonly explanation: string | null;
  readonly nothing: boolean;
  readonly recorded: number | null;
}

export interface AnswerProblem {
  readonly field: 'mode' | 'claim' | 'text' | 'explanation' | 'files';
  /** A key of messages errors.fields. */
  readonly problem: 'required' | 'short' | 'explain' | 'no-file' | 'record-changed';
  readonly limit?: number;
}

export const EMPTY_ANSWER: Answer = { mode: null, claim: null, text: null, explanation: null, seen: null };

export const modesOf = ({ kind, indicator, occurs }: Question): Mode[] => {
  if (kind !== 'number') return ['given', 'nothing'];
  return [...(indicator ? (['recorded'] as const) : []), 'other', ...(occurs || !indicator ? (['nothing'] as const) : [])];
};

/** How a kept answer reads on the form. A claim equal to what was recorded then stays "as recorded" when the records move on. */
export function modeOf(question: Question, kept: Omit<Kept, 'no'> | null): Mode | null {
  if (kept?.nothing) return 'nothing';
  if (question.kind !== 'number') return kept ? 'given' : null;
  if (!question.indicator) return kept && kept.claim !== null ? 'other' : null;
  return !kept || kept.claim === null || kept.claim === kept.recorded ? 'recorded' : 'other';
}

/** What a draft keeps. */
export function draftOf(question: Question, answer: Answer): Kept {
  const number = question.kind === 'number';
  const nothing = answer.mode === 'nothing' && modesOf(question).includes('nothing');
  return {
    no: question.no,
    claim: number && answer.mode === 'other' ? answer.claim : null,
    text: question.kind === 'text' && !nothing ? answer.text : null,
    explanation: number ? answer.explanation : null,
    nothing,
    recorded: null,
  };
}

/** What a submission keeps: the claim in figures, beside what the records say at this instant. */
export function filedOf(question: Question, answer: Answer, recorded: number | null): Kept {
  const draft = draftOf(question, answer);
  const claim = question.kind === 'number' && answer.mode === 'recorded' ? recorded : draft.claim;
  return { ...draft, claim, explanation: claim === recorded && !draft.nothing ? null : draft.explanation, recorded };
}

/** Why an answer cannot be submitted; nothing when it can. Zero is zero, "nothing" is an answer, empty is not. */
export function problemsOfAnswer(question: Question, answer: Answer, now: { recorded: number | null; files: number }): AnswerProblem[] {
  if (answer.mode === null || !modesOf(question).includes(answer.mode)) return [{ field: 'mode', problem: 'required' }];
  if (question.kind === 'text') return answer.mode === 'given' ? textProblems('text', answer.text, TEXT_MIN) : [];
  if (question.kind === 'evidence') return answer.mode === 'given' && now.files === 0 ? [{ field: 'files', problem: 'no-file' }] : [];
  if (question.indicator && answer.seen !== now.recorded) return [{ field: 'mode', problem: 'record-changed' }];
  if (answer.mode === 'other' && answer.claim === null) return [{ field: 'claim', problem: 'required' }];
  if (answer.mode === 'recorded' && now.recorded === null) return [{ field: 'mode', problem: 'required' }];
  if (!differs(answer, now.recorded) || !question.indicator) return [];
  return textProblems('explanation', answer.explanation, EXPLANATION_MIN).map((each) => ({ ...each, problem: 'explain', limit: EXPLANATION_MIN }));
}

const differs = (answer: Answer, recorded: number | null): boolean =>
  answer.mode === 'other' ? answer.claim !== recorded : answer.mode === 'nothing' && recorded !== null && recorded !== 0;

function textProblems(field: 'text' | 'explanation', text: string | null, least: number): AnswerProblem[] {
  const length = [...(text ?? '')].length;
  if (length === 0) return [{ field, problem: 'required' }];
  return length < least ? [{ field, problem: 'short', limit: least }] : [];
}

/** Whether an answer says that there was nothing: "nothing", or the number zero. */
export const isZero = ({ nothing, claim }: Kept): boolean => nothing || claim === 0;

/** Fields a form showed, those the records filled in, and those that were typed. */
export interface Burden {
  readonly shown: number;
  readonly prefilled: number;
  readonly typed: number;
}

/** Do not burden the field: how many answers the records gave, and how many were typed. A "nothing" is a choice, neither. */
export function burden(entries: readonly Kept[]): Burden {
  const said = entries.filter((entry) => !entry.nothing);
  const prefilled = said.filter(({ claim, recorded }) => claim !== null && claim === recorded).length;
  return { shown: entries.length, prefilled, typed: said.length - prefilled };
}
