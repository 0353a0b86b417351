import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { thresholdsIn } from '@/db/exit-thresholds';
import { type ReadingKind, readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import { type Area, areaOf } from '@/domain/area';
import { incomeYearOn } from '@/domain/exit';
import type { Safeguard } from '@/domain/household';
import type { Month } from '@/domain/month';
import { type VillageCriterion, type VillageFacts, villageCriteria } from '@/domain/village-exit';
import type { Viewer } from '@/domain/viewer';

export interface VillageExit {
  poorSince: string | null;
  exitedOn: string | null;
  criteria: VillageCriterion[];
  /** Collective income of the latest year on record per head of the rural population, fen. */
  incomePerHead: number | null;
}

interface VillageRow extends Record<string, unknown>, Omit<VillageFacts, 'incidence'> {
  poorSince: string | null;
  exitedOn: string | null;
}

/** Where a village stands by what it needs to leave the list (一低五有); incidence at the month in the reading asked for, the five as recorded now. */
export async function villageExit(viewer: Viewer, code: string, month: Month, reading: ReadingKind): Promise<VillageExit | null> {
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<VillageRow>(sql`
      select to_char(v.poor_since, 'YYYY-MM-DD') as "poorSince", to_char(v.exited_on, 'YYYY-MM-DD') as "exitedOn",
        v.hard_road as "hardRoad", v.clinic, v.culture_room as "cultureRoom", v.network, income.amount as income, income.people
      from villages v left join lateral (
        select i.amount, (select p.people from populations p where p.division = v.code and p.year = i.year) as people
        from collective_incomes i where i.division = v.code and i.year <= ${Number(month.slice(0, 4))} order by i.year desc limit 1
      ) as income on true
      where v.code = ${code}`);
    if (!row) return null;
    const [incidence] = await readings(tx, { indicators: ['poverty.incidence'], area: areaOf(code), month, reading });
    const { poorSince, exitedOn, income, people, ...has } = row;
    return {
      poorSince,
      exitedOn,
      criteria: villageCriteria({ incidence: incidence?.value ?? null, income, people, ...has }, await thresholdsIn(tx, month)),
      incomePerHead: income === null || !people ? null : Math.floor(income / people),
    };
  });
}

type VillageThing = 'hardRoad' | 'clinic' | 'cultureRoom' | 'network';

/** How many poor villages an area has, and which of them lack each of what they must have, as recorded now. */
export interface PoorVillages {
  all: number;
  lacking: Record<VillageThing, { code: string; name: string }[]>;
}

export async function poorVillages(viewer: Viewer, area: Area): Promise<PoorVillages | null> {
  return fenced(viewer, async (tx) => {
    const without = (column: string) => sql`
      (select coalesce(json_agg(json_build_object('code', p.code, 'name', d.name) order by p.code), '[]') from poor p join divisions d on d.code = p.code where not p.${sql.identifier(column)})`;
    const { rows: [row] } = await tx.execute<PoorVillages & Record<string, unknown>>(sql`
      with poor as (select * from villages where poor_since is not null and ${inArea(sql`code`, area)})
      select (select count(*) from poor)::int as all, json_build_object('hardRoad', ${without('hard_road')}, 'clinic', ${without('clinic')},
        'cultureRoom', ${without('culture_room')}, 'network', ${without('network')}) as lacking`);
    return row && row.all > 0 ? row : null;
  });
}

export type HouseholdGaps = Record<Safeguard | 'income', number> & { remaining: number; incomeYear: number };

/** Of a village's households still poor on a day, how many lack each of what a household needs to leave the list (一超六有). */
export async function householdGaps(viewer: Viewer, code: string, day: string): Promise<HouseholdGaps> {
  const year = incomeYearOn(day);
  const lacks = (column: string) => sql`count(*) filter (where ${sql.identifier(column)} is null or ${sql.identifier(column)} > ${day}::date)::int`;
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<HouseholdGaps>(sql`
      with line as (select fen from poverty_lines where year = ${year} order by scope = 'Sichuan' desc limit 1),
      poor as (
        select h.*, (select (i.wage + i.business + i.property + i.transfer - i.cost) from incomes i where i.household_id = h.id and i.year = ${year}) as net,
          (select count(*) from members m where m.household_id = h.id) as people
        from households h where h.division = ${code} and h.registered_on <= ${day}::date and (h.exited_on is null or h.exited_on > ${day}::date)
      )
      select count(*)::int as remaining, ${year}::int as "incomeYear",
        count(*) filter (where net is null or people = 0 or net < people * (select fen from line))::int as income,
        ${lacks('schooling_since')} as schooling, ${lacks('medical_since')} as medical, ${lacks('housing_since')} as housing,
        ${lacks('water_since')} as water, ${lacks('electricity_since')} as electricity, ${lacks('broadcast_since')} as broadcast
      from poor`);
    if (!row) throw new Error('no count of households');
    return row;
  });
}
