import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { HOUSEHOLDS_PER_CADRE } from '@/domain/assignment';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { DAY, SERVING } from './gap-rows';

export interface PlaceCoverage {
  code: string;
  name: string;
  registered: number;
  assigned: number;
  noSecretary: number;
  noTechnician: number;
  overloaded: number;
}

export interface Coverage {
  registered: number;
  assigned: number;
  /** Townships of the area, or the villages of one township. */
  places: PlaceCoverage[];
}

/** How many households have a cadre, by the measurements, and the gaps of each place. */
export async function readCoverage(viewer: Viewer, area: Area, month: Month): Promise<Coverage> {
  const villages = area.townships === '*' && area.from.length >= 9;
  const digits = villages ? sql`12` : sql`9`;
  return fenced(viewer, async (tx) => {
    const by = villages ? 'village' : 'township';
    const read = await readings(tx, { indicators: ['poverty.registered_households', 'support.assigned_households'], area, month, by });
    const { rows } = await tx.execute<{ code: string; name: string; noSecretary: number; noTechnician: number; overloaded: number }>(sql`
      with gaps as (
        select left(division, ${digits}) as code, count(*) filter (where not secretary)::int as secretary, count(*) filter (where not technician)::int as technician from (
          select p.division, ${has('first-secretary')} as secretary, ${has('technician')} as technician
          from posts p, ${DAY} where p.kind = 'team' and p.abolished_on is null and ${inArea(sql`p.division`, area)}
        ) as team group by 1
      ),
      loads as (
        select left(division, ${digits}) as code, count(*)::int as overloaded from (
          select min(a.division) as division from assignments a where a.ends_on is null and ${inArea(sql`a.division`, area)} group by a.person_id having count(*) > ${HOUSEHOLDS_PER_CADRE}
        ) as cadre group by 1
      )
      select d.code, d.name, coalesce(gaps.secretary, 0) as "noSecretary", coalesce(gaps.technician, 0) as "noTechnician", coalesce(loads.overloaded, 0) as overloaded
      from divisions d left join gaps using (code) left join loads using (code)
      where d.level = ${by} and ${inArea(sql`d.code`, area)} order by d.code`);
    const value = (key: string, id: string) => read.find((reading) => reading.key === key && reading.indicator === id)?.value ?? 0;
    const places = rows.map((row) => ({ ...row, registered: value(row.code, 'poverty.registered_households'), assigned: value(row.code, 'support.assigned_households') }));
    const sum = (id: string) => read.filter((reading) => reading.indicator === id).reduce((total, reading) => total + (reading.value ?? 0), 0);
    return { registered: sum('poverty.registered_households'), assigned: sum('support.assigned_households'), places };
  });
}

const has = (duty: string): SQL => sql`exists (select from appointments s where s.post_id = p.id and s.duty = ${duty} and ${SERVING})`;
