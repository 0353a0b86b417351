import { may, mayAt } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** A village's clerk hands in for its households, and completes, corrects and takes back what was handed in there. */
export const mayApply = (viewer: Viewer, { division }: { division: string }): boolean => mayAt(viewer, 'relief.apply', division);

/** The villages somebody hands applications in for. */
export const villagesOf = (viewer: Viewer): string[] =>
  viewer.appointments.filter(({ duty }) => duty === 'relief-village-clerk').map(({ division }) => division);

/** Whoever may act on an application says first whose relative they are. */
export const mayDeclare = (viewer: Viewer): boolean => may(viewer, 'kinships.declare');

/** Names of households are for those who may open their files; everybody else reads them as the public does. */
export const mayReadNames = (viewer: Viewer): boolean => may(viewer, 'households.view');
