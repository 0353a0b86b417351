import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Whether households' files may be opened; which ones is the row fence's business. */
export const mayOpen = (viewer: Viewer): boolean => may(viewer, 'households.view');

/** Correcting what the registry says of a household is the county office's alone: it changes closed months. */
export const mayCorrect = (viewer: Viewer): boolean => may(viewer, 'households.correct');
