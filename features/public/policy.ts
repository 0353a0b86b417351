import { may } from '@/domain/access';
import { isPublic, type Viewer } from '@/domain/viewer';

/** What comes from the public pages: whoever is signed in has pages of their own for it. */
export const mayAsPublic = (viewer: Viewer): boolean => isPublic(viewer);

/** Whom the public calls and where it gives are settings of the installation: the system administrator's. */
export const mayManage = (viewer: Viewer): boolean => may(viewer, 'settings.manage');
