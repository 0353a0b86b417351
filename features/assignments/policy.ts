import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** The county office anywhere, a township in its own: the fence says which households each can name. */
export const mayReassign = (viewer: Viewer): boolean => may(viewer, 'assignments.reassign');

/** Each side confirms for itself. */
export const mayConfirm = (viewer: Viewer, side: number | null): boolean => may(viewer, 'handovers.confirm') && side === viewer.personId;
