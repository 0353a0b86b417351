import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Whether the viewer opens the lists of staffing gaps, which speak of today; the rest open the figure's page, which speaks of a month that can be filed. */
export const opensGaps = (viewer: Viewer): boolean => may(viewer, 'assignments.view') && viewer.scope.households === '*';
