import { may, mayAt } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** The county office anywhere, a township secretary in the own township, whatever else they hold. Without a place: somewhere at all. */
export const mayReassign = (viewer: Viewer, division?: string): boolean =>
  division === undefined ? may(viewer, 'assignments.reassign') : mayAt(viewer, 'assignments.reassign', division);

/** Each side confirms for itself. */
export const mayConfirm = (viewer: Viewer, side: number | null): boolean => may(viewer, 'handovers.confirm') && side === viewer.personId;
