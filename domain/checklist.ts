import type { Duty } from './command';

/** Who files each month. */
export const FILER_KINDS = ['sub-command', 'township', 'first-secretary', 'team-leader'] as const;
export type FilerKind = (typeof FILER_KINDS)[number];

/** The appointments that file, and as which kind. */
export const FILING_DUTIES = {
  'sub-commander': 'sub-command',
  'township-secretary': 'township',
  'first-secretary': 'first-secretary',
  'team-leader': 'team-leader',
} as const satisfies Partial<Record<Duty, FilerKind>>;

export const ENTRY_KINDS = ['number', 'text', 'evidence'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const VERDICTS = ['supported', 'partly', 'unsupported', 'contradicted'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHECKLIST_STATES = ['open', 'draft', 'submitted', 'returned', 'verified', 'challenged'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

type Move = { from: readonly ChecklistState[]; to: ChecklistState; by: 'filer' | 'reviewer' | 'squad' };

/** The one table of states: the policy reads `by`, the update compares `from` and sets `to`, the tests walk it. */
export const CHECKLIST_MOVES = {
  save: { from: ['open', 'draft'], to: 'draft', by: 'filer' },
  revise: { from: ['returned'], to: 'returned', by: 'filer' },
  submit: { from: ['open', 'draft', 'returned'], to: 'submitted', by: 'filer' },
  verify: { from: ['submitted'], to: 'verified', by: 'reviewer' },
  return: { from: ['submitted'], to: 'returned', by: 'reviewer' },
  challenge: { from: ['verified'], to: 'challenged', by: 'squad' },
  reopen: { from: ['challenged'], to: 'returned', by: 'squad' },
} as const satisfies Record<string, Move>;
export type ChecklistVerb = keyof typeof CHECKLIST_MOVES;
export const CHECKLIST_VERBS = Object.keys(CHECKLIST_MOVES) as [ChecklistVerb, ...ChecklistVerb[]];

/** States in which the filer may still write, and those that wait for the office. */
export const isWritable = (state: ChecklistState): boolean => (CHECKLIST_MOVES.submit.from as readonly ChecklistState[]).includes(state);
export const isWaiting = (state: ChecklistState): boolean => (CHECKLIST_MOVES.verify.from as readonly ChecklistState[]).includes(state);

/** The verb under which a draft is kept: a returned checklist stays returned while it is put right. */
export const keepVerb = (state: ChecklistState): 'save' | 'revise' => (state === 'returned' ? 'revise' : 'save');
