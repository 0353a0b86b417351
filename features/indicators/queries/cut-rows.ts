import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { type Question, type Reading, readingOf, readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import type { Viewer } from '@/domain/viewer';

export type CutBy = 'township' | 'zone' | 'village';

/** A place of a cut with its name and its readings in the order asked. `own` is what hangs on no township or zone. */
export interface CutRow {
  key: string;
  name: string;
  readings: Reading[];
}

/** Indicators by every place of an area: the places without rows too, in the order of their codes. */
export async function cutRows(viewer: Viewer, question: Question & { by: CutBy }): Promise<CutRow[]> {
  return fenced(viewer, async (tx) => {
    const { indicators, area, by } = question;
    const read = new Map((await readings(tx, question)).map((one) => [`${one.indicator} ${one.key}`, one]));
    const places = await placesOf(tx, area, by);
    const own = indicators.some((id) => read.has(`${id} own`)) ? [{ key: 'own', name: '' }] : [];
    const at = (id: IndicatorId, key: string) => read.get(`${id} ${key}`) ?? readingOf(id, key, () => null);
    return [...places, ...own].map(({ key, name }) => ({ key, name, readings: indicators.map((id) => at(id, key)) }));
  });
}

async function placesOf(tx: Tx, area: Area, by: CutBy): Promise<{ key: string; name: string }[]> {
  const asked = by === 'zone'
    ? sql`select z.no::text as key, z.name from zones z where exists (
        select from divisions d where d.level = 'township' and d.zone_no = z.no and ${inArea(sql`d.code`, area)}) order by z.no`
    : sql`select code as key, name from divisions where level = ${by} and ${inArea(sql`code`, area)} order by code`;
  const { rows } = await tx.execute<{ key: string; name: string }>(asked);
  return rows;
}

/** How an area is best cut: the county and zones by township, a township by village, a village not at all. */
export const cutOf = (area: Area): 'township' | 'village' | null => (area.from.length === 12 ? null : area.from.length === 9 && area.townships === '*' ? 'village' : 'township');
