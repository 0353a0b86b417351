import { may } from '@/domain/access';
import { CHECKLIST_MOVES, type ChecklistState, type ChecklistVerb, isWaiting, isWritable } from '@/domain/checklist';
import { type FilingTerms, filingTime } from '@/domain/deadline';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

interface Subject {
  readonly personId: number;
}

/** Who may make which move. Nobody decides on their own checklist, whatever else they are (a constraint of the database too). */
const PARTIES = {
  filer: (viewer: Viewer, { personId }: Subject) => may(viewer, 'checklists.file') && personId === viewer.personId,
  reviewer: (viewer: Viewer, { personId }: Subject) => viewer.roles.includes('office') && personId !== viewer.personId,
  squad: (viewer: Viewer, { personId }: Subject) => viewer.roles.includes('squad') && personId !== viewer.personId,
} satisfies Record<(typeof CHECKLIST_MOVES)[ChecklistVerb]['by'], unknown>;

/** Whether the viewer is of the party that makes a move; the state is compared when it is made. */
export const mayMove = (verb: ChecklistVerb) => (viewer: Viewer, subject: Subject): boolean => PARTIES[CHECKLIST_MOVES[verb].by](viewer, subject);

interface Standing extends Subject {
  readonly state: ChecklistState;
  readonly month: Month;
}

/** What the viewer can do with a checklist as it stands: the screen's question. */
export function doing(viewer: Viewer, subject: Standing, terms: FilingTerms, now: Date): 'file' | 'review' | 'read' {
  if (isWritable(subject.state) && mayMove('submit')(viewer, subject) && filingTime(subject.month, terms, now) !== 'locked') return 'file';
  return isWaiting(subject.state) && mayMove('verify')(viewer, subject) ? 'review' : 'read';
}

/** Files may be added and taken away by the filer while the checklist can be written. */
export const mayAttach = (viewer: Viewer, subject: Subject): boolean => may(viewer, 'evidence.add') && PARTIES.filer(viewer, subject);

/** The office opens a locked month again for somebody else, never for its own member. */
export const mayGrant = (viewer: Viewer, { personId }: Subject): boolean => may(viewer, 'exceptions.grant') && personId !== viewer.personId;

/** A checklist's filer, the office and the squads over its ground talk about its entries, at any time. */
export const mayComment = (viewer: Viewer, subject: Subject): boolean => may(viewer, 'checklists.comment') && Object.values(PARTIES).some((party) => party(viewer, subject));
