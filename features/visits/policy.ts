import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Whoever works in a village records visits; to which households is the row fence's business. */
export const mayRecord = (viewer: Viewer): boolean => may(viewer, 'visits.record');

/** A visit is corrected, and its photos are added, by whoever made it. */
export const mayCorrect = (viewer: Viewer, visit: { personId: number }): boolean => mayRecord(viewer) && visit.personId === viewer.personId;

/** A demand is answered by whoever works in the village, its township or the county office. */
export const mayAnswer = (viewer: Viewer): boolean => may(viewer, 'demands.answer');
