import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** A message is read by its recipient; the row fence shows it to nobody else. */
export const mayRead = (viewer: Viewer, { personId }: { personId: number }): boolean => may(viewer, 'inbox.view') && personId === viewer.personId;
