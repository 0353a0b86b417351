import 'server-only';
import { fenced } from '@/db/fence';
import { type Changed, changedFigures } from '@/db/late-changes';
import type { Area } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** Which indicators of an area read otherwise now than when the month was closed. */
export async function changedIndicators(viewer: Viewer, asked: { indicators: readonly IndicatorId[]; area: Area; month: Month }): Promise<Changed> {
  return fenced(viewer, (tx) => changedFigures(tx, asked));
}
