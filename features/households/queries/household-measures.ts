import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export const HOUSING_STAGES = [
  'approvedOn', 'agreedOn', 'siteChosenOn', 'startedOn', 'finishedOn', 'acceptedOn', 'keysOn', 'movedInOn', 'demolishedOn', 'reclaimedOn',
] as const;
export type HousingStage = (typeof HOUSING_STAGES)[number];

export type HousingCase = Record<string, unknown> & Record<HousingStage, string | null> & {
  programme: 'renovation' | 'relocation' | 'ecological' | 'hazard' | 'geological';
  people: number;
  area: number;
  site: string | null;
};

export interface HouseholdMeasures {
  housing: HousingCase | null;
  garden: { product: string; builtOn: string } | null;
}

/** The concrete help one household gets, with the date of each stage. */
export async function householdMeasures(viewer: Viewer, householdId: number): Promise<HouseholdMeasures> {
  return fenced(viewer, async (tx) => {
    const housing = await tx.execute<HousingCase>(sql`
      select c.programme, c.people, c.area_square_metres as area, (select s.name from sites s where s.id = c.site_id) as site,
        c.approved_on as "approvedOn", c.agreed_on as "agreedOn", c.site_chosen_on as "siteChosenOn", c.started_on as "startedOn", c.finished_on as "finishedOn",
        c.accepted_on as "acceptedOn", c.keys_on as "keysOn", c.moved_in_on as "movedInOn", c.demolished_on as "demolishedOn", c.reclaimed_on as "reclaimedOn"
      from housing_cases c where c.household_id = ${householdId}`);
    const garden = await tx.execute<{ product: string; builtOn: string }>(sql`
      select product, built_on as "builtOn" from gardens where household_id = ${householdId}`);
    return { housing: housing.rows[0] ?? null, garden: garden.rows[0] ?? null };
  });
}
