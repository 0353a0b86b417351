import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Poverty lines are settings of the installation: the system administrator's. */
export const mayManage = (viewer: Viewer): boolean => may(viewer, 'settings.manage');
