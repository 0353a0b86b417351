import 'server-only';
import { fenced } from '@/db/fence';
import { readings } from '@/db/readings';
import { isAboutHouseholds } from '@/db/registers';
import { cursorOf, type RegisterRow, rowsBehind, totalsOf } from '@/db/rows';
import { may } from '@/domain/access';
import type { Area } from '@/domain/area';
import type { RowCursor } from '@/domain/cursor';
import { indicator, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export const ROWS_PER_PAGE = 50;

export interface IndicatorRows {
  /** The indicator the rows make up: of a ratio, its first part. */
  of: IndicatorId;
  /** 'closed': these rows are households and the viewer's post opens none. 'own': only the viewer's own households are listed. */
  sight: 'all' | 'own' | 'closed';
  count: number;
  value: number | null;
  rows: RegisterRow[];
  /** Where the next page begins; null on the last one. */
  next: RowCursor | null;
}

export interface RowsAsked {
  area: Area;
  month: Month;
  after?: RowCursor | null;
  limit?: number;
}

/** The rows that make up a figure, a page at a time. Their number (or sum) is the figure as it is true now. */
export async function indicatorRows(viewer: Viewer, id: IndicatorId, { area, month, after, limit = ROWS_PER_PAGE }: RowsAsked): Promise<IndicatorRows> {
  const of = partsOf(id)[0] as IndicatorId;
  const definition = indicator(of) as RegisterIndicator;
  const sight = sightOf(viewer, definition);
  return fenced(viewer, async (tx) => {
    const [figure] = await readings(tx, { indicators: [of], area, month });
    const value = figure?.value ?? null;
    if (sight === 'closed') return { of, sight, count: 0, value, rows: [], next: null };
    const measured = definition.of === 'rows' && sight === 'all' ? value : null;
    const count = measured ?? (await totalsOf(tx, { indicator: of, area, month })).count;
    const found = count === 0 ? [] : await rowsBehind(tx, { indicator: of, area, month, after, limit: limit + 1 });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return { of, sight, count, value, rows: found.slice(0, limit), next: last ? cursorOf(of, last) : null };
  });
}

/** What the viewer may see of a register's rows. */
export function sightOf(viewer: Viewer, definition: RegisterIndicator): IndicatorRows['sight'] {
  if (!isAboutHouseholds(definition.register)) return 'all';
  if (!may(viewer, 'households.view')) return 'closed';
  return viewer.scope.households === '*' ? 'all' : 'own';
}
