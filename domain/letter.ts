import type { Duty, PostKind } from './command';

/** Who receives a responsibility letter (目标责任书), from the county down. */
export const LETTER_KINDS = ['sub-command', 'department', 'township', 'team', 'first-secretary', 'village', 'cadre'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export type PartyKind = 'headquarters' | LetterKind;

/** Who may issue a letter of a kind. */
export const ISSUERS = {
  'sub-command': ['headquarters'],
  department: ['headquarters'],
  township: ['headquarters'],
  team: ['department'],
  'first-secretary': ['township', 'department'],
  village: ['township'],
  cadre: ['township'],
} as const satisfies Record<LetterKind, readonly PartyKind[]>;

/** The post a party is, and who signs for it. A village is bound by the leader of the team that stands in it. */
export const PARTIES = {
  headquarters: { post: 'headquarters', signs: ['county-leader', 'office-reviewer'] },
  'sub-command': { post: 'sub-command', signs: ['sub-commander'] },
  department: { post: 'department', signs: ['department-head'] },
  township: { post: 'township-command', signs: ['township-secretary'] },
  team: { post: 'team', signs: ['team-leader'] },
  'first-secretary': { post: 'team', signs: ['first-secretary'] },
  village: { post: 'team', signs: ['team-leader'] },
  cadre: { post: 'team', signs: ['cadre'] },
} as const satisfies Record<PartyKind, { post: PostKind; signs: readonly Duty[] }>;

/** The issuing party a post is. Throws for a post that issues nothing. */
export function issuerOf(post: PostKind): PartyKind {
  const found = (['headquarters', 'department', 'township'] as const).find((kind) => PARTIES[kind].post === post);
  if (!found) throw new Error(`${post} issues no letters`);
  return found;
}

export const LETTER_STATES = ['draft', 'offered', 'signed', 'superseded', 'withdrawn'] as const;
/** The state of a version of a letter. At most one version of a letter is signed: the one in force. */
export type LetterState = (typeof LETTER_STATES)[number];

type Move = { from: readonly LetterState[]; to: LetterState; by: 'issuer' | 'party' };

/**
 * The one table of states. A first signature leaves a version offered; the second concludes it and supersedes the version
 * that was in force. What was signed never changes: an amendment is a new version.
 */
export const LETTER_MOVES = {
  draft: { from: ['draft'], to: 'draft', by: 'issuer' },
  write: { from: ['draft'], to: 'draft', by: 'issuer' },
  offer: { from: ['draft'], to: 'offered', by: 'issuer' },
  sign: { from: ['offered'], to: 'offered', by: 'party' },
  conclude: { from: ['offered'], to: 'signed', by: 'party' },
  supersede: { from: ['signed'], to: 'superseded', by: 'party' },
  withdraw: { from: ['draft', 'offered'], to: 'withdrawn', by: 'issuer' },
} as const satisfies Record<string, Move>;
export type LetterVerb = keyof typeof LETTER_MOVES;
export const LETTER_VERBS = Object.keys(LETTER_MOVES) as [LetterVerb, ...LetterVerb[]];

/** Whether a new version may follow one in this state. */
export const isAmendable = (state: LetterState): boolean => state === 'signed' || state === 'withdrawn';

export const SIDES = ['from', 'to'] as const;
export type Side = (typeof SIDES)[number];

/** Who answers for a letter on each side: posts, and the person where a letter binds one (a cadre). */
export interface Parties {
  readonly kind: LetterKind;
  readonly issuer: PartyKind;
  readonly fromPostId: number;
  readonly toPostId: number;
  readonly toPersonId: number | null;
}

interface Holder {
  readonly personId: number;
  readonly appointments: readonly { readonly postId: number; readonly duty: Duty }[];
}

/** Whether a person signs for a side today: they serve the right duty at the party's post. */
export function signsFor(holder: Holder, letter: Parties, side: Side): boolean {
  if (side === 'from') return signsAs(holder, letter.issuer, letter.fromPostId);
  return (letter.toPersonId === null || letter.toPersonId === holder.personId) && signsAs(holder, letter.kind, letter.toPostId);
}

/** Whether a person signs today as a party that is this post. Headquarters is one, and its office signs for it from a post of its own. */
export function signsAs(holder: Holder, party: PartyKind, post: number): boolean {
  const duties: readonly Duty[] = PARTIES[party].signs;
  return holder.appointments.some(({ duty, postId }) => duties.includes(duty) && (postId === post || party === 'headquarters'));
}
