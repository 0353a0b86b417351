import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { thresholdsIn } from '@/db/exit-thresholds';
import { type Reading, readings } from '@/db/readings';
import type { TrendReading } from '@/db/trends';
import type { RowCursor } from '@/domain/cursor';
import type { IndicatorId } from '@/domain/indicators';
import type { Viewer } from '@/domain/viewer';
import type { PageFilter } from '@/server/filter';
import { changedSinceClose, type Correction } from './changed-since-close';
import { type CutBy, cutOf, type CutRow, cutRows } from './cut-rows';
import { type IndicatorRows, indicatorRows } from './indicator-rows';
import { indicatorTrend } from './indicator-trend';

const TREND_MONTHS = 48;

export interface IndicatorPage {
  /** The place's name; null for everything the viewer may see. */
  place: string | null;
  figure: Reading;
  /** Of a closed month, how it stood when it was closed; the same as it is now, unless something was corrected since. */
  known: Reading | null;
  now: Reading;
  trend: TrendReading[];
  /** The incidence under which a place may leave the list; only of that indicator. */
  exitLine: number | undefined;
  cuts: { by: CutBy; rows: CutRow[] }[];
  rows: IndicatorRows;
  corrections: Correction[];
}

/** Everything of one indicator for the filter's place and month, in one transaction. */
export async function indicatorPage(viewer: Viewer, id: IndicatorId, { filter, area, running }: PageFilter, after: RowCursor | null): Promise<IndicatorPage> {
  const { month, reading } = filter;
  return fenced(viewer, async (tx) => {
    const [now] = await readings(tx, { indicators: [id], area, month });
    const [known = null] = month < running ? await readings(tx, { indicators: [id], area, month, reading: 'known' }) : [];
    if (!now) throw new Error(`no reading of ${id}`);
    const corrected = known !== null && (known.numerator !== now.numerator || known.denominator !== now.denominator);
    const lower = cutOf(area);
    const zones = lower === 'township' && filter.zone === null ? await cutRows(viewer, { indicators: [id], area, month, reading, by: 'zone' }) : [];
    const cuts: IndicatorPage['cuts'] = [];
    if (lower) cuts.push({ by: lower, rows: await cutRows(viewer, { indicators: [id], area, month, reading, by: lower }) });
    if (zones.length > 1) cuts.push({ by: 'zone', rows: zones });
    const { rows } = await tx.execute<{ name: string }>(filter.zone === null
      ? sql`select name from divisions where code = ${filter.division}`
      : sql`select name from zones where no = ${filter.zone}`);
    return {
      place: rows[0]?.name ?? null,
      figure: reading === 'known' && known ? known : now,
      known,
      now,
      trend: await indicatorTrend(viewer, id, { area, last: month, months: TREND_MONTHS, reading }),
      exitLine: id === 'poverty.incidence' ? (await thresholdsIn(tx, month)).incidence : undefined,
      cuts,
      rows: await indicatorRows(viewer, id, { area, month, after }),
      corrections: corrected ? await changedSinceClose(viewer, id, area, month) : [],
    };
  });
}
