import type { Standing } from '@/db/relief-standing';
import { may, mayAt, type Right } from '@/domain/access';
import type { Duty } from '@/domain/command';
import { type ReliefPart, type ReliefState, RESERVING, type Review, REVIEW_OF, reviewOf, REVIEWS } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

/** Which duties make each review. */
const REVIEWERS: Readonly<Record<Review, readonly Duty[]>> = {
  village: ['first-secretary', 'relief-village-clerk'],
  township: ['relief-township-officer'],
  district: ['relief-district-officer'],
};

interface Subject extends Standing {
  readonly division: string;
  readonly state: ReliefState;
}

/** Nobody acts in two parts of one case, nor on their own household's or a relative's (a trigger of the database too). */
export const handsFree = ({ personId }: Viewer, { hands, kin }: Standing, part: ReliefPart): boolean =>
  !kin && hands.every((hand) => hand.personId !== personId || hand.part === part);

/** In which state, and where, cases wait for a review that the viewer's duties make. */
export const reviewPlaces = ({ appointments }: Viewer) => (Object.entries(REVIEW_OF) as [keyof typeof REVIEW_OF, Review][])
  .flatMap(([state, review]) => appointments.filter(({ duty }) => REVIEWERS[review].includes(duty)).map(({ division }) => ({ state, division })));

/** Whether the viewer's duty makes this review at a place. */
const makes = ({ appointments }: Viewer, review: Review, division: string): boolean => appointments.some((held) => REVIEWERS[review].includes(held.duty) && division.startsWith(held.division));

/** Whether the case waits for a review that the viewer's duty makes at its place. */
export function serves(viewer: Viewer, { division, state }: Pick<Subject, 'division' | 'state'>): boolean {
  const review = reviewOf(state);
  return review !== null && makes(viewer, review, division);
}

/** The review that waits for the viewer, who had no other part in the case. */
export function mayReview(viewer: Viewer, subject: Subject): boolean {
  const review = reviewOf(subject.state);
  return review !== null && may(viewer, 'relief.review') && serves(viewer, subject) && handsFree(viewer, subject, review);
}

/** The case waits for no review any more, or for one after the viewer's: nothing is done, and they are told who was faster. */
export function cameLate(viewer: Viewer, { division, state }: Subject): boolean {
  const review = reviewOf(state);
  return review === null || REVIEWS.slice(0, REVIEWS.indexOf(review)).some((before) => makes(viewer, before, division));
}

export const mayAnswerObjection = (viewer: Viewer, subject: Subject): boolean => mayAt(viewer, 'relief.answer', subject.division) && handsFree(viewer, subject, 'objection');

/** An approval is taken back before the money is on its way, by who may approve: the same person may. */
export const mayRevoke = (viewer: Viewer, subject: Subject): boolean =>
  (RESERVING as readonly ReliefState[]).includes(subject.state) && subject.state !== 'batched' && mayAt(viewer, 'relief.revoke', subject.division) && handsFree(viewer, subject, 'district');

const CARD_STATES: readonly ReliefState[] = ['applied', 'reviewed', 'noticed', 'approved', 'failed', 'returned'];

/** An account is changed by who serves the case's place, whatever their part: a second person confirms it. */
const cards = (right: Right) => (viewer: Viewer, subject: Subject): boolean => CARD_STATES.includes(subject.state) && mayAt(viewer, right, subject.division) && !subject.kin;
export const mayChangeCard = cards('relief.change-card');
export const mayConfirmCard = cards('relief.confirm-card');

/** Village and township call whoever applies; ID numbers and accounts in full are for the district, the payment and the audit. */
export const mayUnmask = (viewer: Viewer, { division }: { division: string }, what: 'id-number' | 'card' | 'phone'): boolean => (what === 'phone' ? mayAt(viewer, 'relief.unmask', division) : may(viewer, 'relief.unmask-numbers'));
export const maySetRules = (viewer: Viewer): boolean => may(viewer, 'settings.manage');

/** In which part the viewer acts on a case when changing or confirming its account: the part they have in it, else their duty's. */
export function partInCase({ personId, roles }: Viewer, { hands }: Standing): ReliefPart {
  const held = hands.find((hand) => hand.personId === personId);
  if (held) return held.part;
  return roles.includes('relief-district') ? 'district' : roles.includes('relief-township') ? 'township' : 'applicant';
}
