import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { type Reading, readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { type Gap, GAP_INDICATORS, GAPS } from '@/domain/assignment';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface GapCounts {
  registered: number;
  gaps: Record<Gap, number>;
}

export interface Coverage extends GapCounts {
  /** Townships of the area, or the villages of one township; what hangs on no such place is in the total only. */
  places: (GapCounts & { code: string; name: string })[];
}

const READ: readonly IndicatorId[] = ['poverty.registered_households', ...Object.values(GAP_INDICATORS)];

/** How many households somebody helps, and the gaps of each place, by the measurements at a month. */
export async function readCoverage(viewer: Viewer, area: Area, month: Month): Promise<Coverage> {
  const by = area.townships === '*' && area.from.length >= 9 ? 'village' : 'township';
  return fenced(viewer, async (tx) => {
    const total = await readings(tx, { indicators: READ, area, month });
    const read = await readings(tx, { indicators: READ, area, month, by });
    const { rows } = await tx.execute<{ code: string; name: string }>(sql`
      select d.code, d.name from divisions d where d.level = ${by} and ${inArea(sql`d.code`, area)} order by d.code`);
    return { ...counts(total, 'total'), places: rows.map((row) => ({ ...row, ...counts(read, row.code) })) };
  });
}

/** The gaps of an area alone. */
export async function readGaps(viewer: Viewer, area: Area, month: Month): Promise<GapCounts> {
  return fenced(viewer, async (tx) => counts(await readings(tx, { indicators: READ, area, month }), 'total'));
}

function counts(read: readonly Reading[], key: string): GapCounts {
  const value = (id: IndicatorId) => read.find((reading) => reading.key === key && reading.indicator === id)?.value ?? 0;
  return { registered: value('poverty.registered_households'), gaps: Object.fromEntries(GAPS.map((gap) => [gap, value(GAP_INDICATORS[gap])])) as Record<Gap, number> };
}
