import { isPublic, type Viewer } from '@/domain/viewer';

/** What comes from the public pages: whoever is signed in has pages of their own for it. */
export const mayAsPublic = (viewer: Viewer): boolean => isPublic(viewer);
