import { may, RIGHTS, type Role } from '@/domain/access';
import { isAmendable, ISSUERS, LETTER_KINDS, LETTER_MOVES, type LetterKind, type LetterState, type LetterVerb, type Parties, type PartyKind, type Side, SIDES, signsAs, signsFor } from '@/domain/letter';
import type { Viewer } from '@/domain/viewer';

interface Standing extends Parties {
  readonly state: LetterState;
  readonly signed: readonly { readonly side: Side; readonly personId: number }[];
}

const ABOVE: readonly Role[] = RIGHTS['letters.view'].filter((role) => role !== 'cadre');

/** Which letters the viewer sees inside their ground: those of their lines; a cadre, who looks after nobody else, only their own. */
export const sight = (viewer: Viewer): { lines: '*' | readonly string[]; onlyOf: number | null } =>
  ({ lines: viewer.scope.lines, onlyOf: viewer.roles.some((role) => ABOVE.includes(role)) ? null : viewer.personId });

/** Whether the viewer writes, offers, withdraws and amends a letter: who signs for its issuer. */
export const mayIssue = (viewer: Viewer, letter: Parties): boolean => may(viewer, 'letters.issue') && signsFor(viewer, letter, 'from');

/** Whether the viewer splits a target among the letters its holder issues. */
export const maySplit = (viewer: Viewer, { issuer, postId }: { issuer: PartyKind; postId: number }): boolean =>
  may(viewer, 'letters.issue') && signsAs(viewer, issuer, postId);

/** The kinds of letters the viewer issues. */
export const issuable = (viewer: Viewer): LetterKind[] =>
  LETTER_KINDS.filter((kind) => viewer.appointments.some(({ postId }) => maySplit(viewer, { issuer: ISSUERS[kind][0], postId })));

/** The kinds the viewer's page of letters lists: those there are, and those they issue. */
export function listable(viewer: Viewer, letters: readonly { readonly kind: LetterKind }[]): LetterKind[] {
  const issued = issuable(viewer);
  return LETTER_KINDS.filter((kind) => issued.includes(kind) || letters.some((letter) => letter.kind === kind));
}

/** The sides for which the viewer could sign today. */
export const sidesOf = (viewer: Viewer, letter: Parties): Side[] => (may(viewer, 'letters.sign') ? SIDES.filter((side) => signsFor(viewer, letter, side)) : []);

/** The side the viewer would sign now: theirs, not signed yet, and they have not signed the other one. */
export function signable(viewer: Viewer, letter: Standing): Side | null {
  if (letter.state !== 'offered' || letter.signed.some(({ personId }) => personId === viewer.personId)) return null;
  return sidesOf(viewer, letter).find((side) => !letter.signed.some((one) => one.side === side)) ?? null;
}

/** What the viewer can do with a letter as it stands: the screen's question. */
export function doing(viewer: Viewer, letter: Standing): readonly ('write' | 'offer' | 'withdraw' | 'amend' | 'sign')[] {
  const issues = mayIssue(viewer, letter);
  const verbs: readonly LetterVerb[] = ['write', 'offer', 'withdraw'];
  const moves = (issues ? verbs : []).filter((verb) => (LETTER_MOVES[verb].from as readonly LetterState[]).includes(letter.state)) as ('write' | 'offer' | 'withdraw')[];
  return [...moves, ...(issues && isAmendable(letter.state) ? (['amend'] as const) : []), ...(signable(viewer, letter) ? (['sign'] as const) : [])];
}
