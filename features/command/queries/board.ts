import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import { type ReadingKind, readingsOf } from '@/db/readings';
import { inArea } from '@/db/scope';
import { type Area, contains } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Count } from '@/domain/rollup';
import type { Viewer } from '@/domain/viewer';

/** Ground, month and reading of a page's filter. */
export interface Asked {
  area: Area;
  month: Month;
  reading: ReadingKind;
}

export interface Place {
  code: string;
  name: string;
  zone: number | null;
}

export interface ZoneOnBoard {
  no: number;
  name: string;
  commander: string | null;
}

export interface Board {
  /** Townships, or villages where the ground is no wider than a township. */
  cut: 'township' | 'village';
  places: Place[];
  /** Only the zones that lie in the ground whole: part of a zone says nothing about the zone. */
  zones: ZoneOnBoard[];
  /** By place; 'own' for what hangs on a wider division. All of them add up to the total. */
  counts: Count[];
  /** The same of the month that was asked besides; empty without one. */
  besides: Count[];
}

/**
 * Figures of every place in the ground: one reading, from which zones and total are added up (domain/rollup.ts). What is asked of
 * another month besides comes with the same statement.
 */
export async function readBoard(viewer: Viewer, { area, month, reading }: Asked, indicators: readonly IndicatorId[], besides: { indicators: readonly IndicatorId[]; month: Month }): Promise<Board> {
  const cut = isWide(area) ? 'township' : 'village';
  return fenced(viewer, async (tx) => {
    const [counts = [], other = []] = await readingsOf(tx, [{ indicators, area, month, reading, by: cut }, { ...besides, area, reading, by: cut }]);
    const { rows } = await tx.execute<Place & Record<string, unknown>>(sql`
      select code, case level when 'village' then short_name else name end as name, zone_no as zone from divisions
      where level = ${cut} and ${inArea(sql`code`, area)} order by code`);
    return { cut, counts, besides: other, places: rows, zones: cut === 'township' ? await zonesIn(viewer, area) : [] };
  });
}

/** Zones whose townships all lie in the ground, with today's commander. */
async function zonesIn(viewer: Viewer, area: Area): Promise<ZoneOnBoard[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ no: number; name: string; commander: string | null; townships: string[] }>(sql`
      select z.no, z.name, array(select code from divisions where level = 'township' and zone_no = z.no) as townships,
        (select p.name from posts o join appointments a on a.post_id = o.id join people p on p.id = a.person_id
          where o.kind = 'zone-command' and o.zone_no = z.no and a.duty = 'zone-commander' and ${standsOn(sql`a`, sql`day.today`)} order by a.starts_on desc limit 1) as commander
      from zones z, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day order by z.no`);
    return rows
      .filter(({ townships }) => townships.length > 0 && townships.every((code) => contains(area, code)))
      .map(({ no, name, commander }) => ({ no, name, commander }));
  });
}

const isWide = ({ from, townships }: Area): boolean => (townships === '*' ? from.length < 9 : townships.every((code) => code.length === 9));
