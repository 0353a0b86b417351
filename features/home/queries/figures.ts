import 'server-only';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import { type Reading, readings } from '@/db/readings';
import { trends } from '@/db/trends';
import { type IndicatorId, isMonthly } from '@/domain/indicators';
import { addMonths, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

const COUNTY: readonly IndicatorId[] = ['poverty.incidence', 'poverty.households_lifted', 'poverty.villages_exited', 'support.visit_rate', 'support.households_neglected', 'checklists.completeness'];
const TOWNSHIP: readonly IndicatorId[] = ['poverty.incidence', 'poverty.remaining_households', 'support.visit_rate', 'support.households_neglected', 'housing.relocated_households', 'checklists.completeness'];
const VILLAGE: readonly IndicatorId[] = ['poverty.remaining_households', 'poverty.persons_lifted', 'support.visits', 'support.visit_rate', 'support.households_neglected'];

export interface OwnFigures {
  month: Month;
  /** The day until which the month can still be filed. */
  openUntil: string;
  /** Each beside the month before; null where a month that is not over would only seem less. */
  figures: { now: Reading; before: number | null }[];
}

/** A handful of figures of the viewer's own ground for the running month, beside the month before; none without a ground. */
export async function readOwnFigures(viewer: Viewer): Promise<OwnFigures | null> {
  const { area } = viewer.scope;
  if (!area) return null;
  const ids = viewer.home.length >= 12 ? VILLAGE : viewer.home.length >= 9 || viewer.homeZone !== null ? TOWNSHIP : COUNTY;
  return fenced(viewer, async (tx) => {
    const { openMonth: month, locksOn: openUntil } = await readClock(tx);
    const now = await readings(tx, { indicators: ids, area, month });
    const before = await trends(tx, { indicators: ids.filter((id) => !isMonthly(id)), area, first: addMonths(month, -1), last: addMonths(month, -1) });
    return { month, openUntil, figures: now.map((reading) => ({ now: reading, before: before.find(({ indicator }) => indicator === reading.indicator)?.value ?? null })) };
  });
}
