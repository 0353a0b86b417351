import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';
import type { VisitFormFacts } from './visit-form';
import { myHouseholds } from './my-households';

export interface DeviceHousehold {
  readonly id: number;
  readonly name: string;
  readonly place: string;
  readonly groupNo: number;
  readonly registeredOn: string;
  readonly people: number;
  readonly lastVisit: string | null;
  readonly demands: VisitFormFacts['demands'];
}

export interface DeviceList {
  /** Whose list it is. */
  readonly account: number;
  /** The county's clock, epoch milliseconds: a phone without signal counts on from here. */
  readonly now: number;
  readonly households: DeviceHousehold[];
}

/** What a visitor needs to know of their own households where there is no signal, and nothing more. */
export async function deviceList(viewer: Viewer): Promise<DeviceList> {
  return fenced(viewer, async (tx) => {
    const mine = await myHouseholds(viewer);
    const { rows: [clock] } = await tx.execute<{ now: number }>(sql`select (extract(epoch from county_now()) * 1000)::float8 as now`);
    const ids = mine.flatMap(({ id, openDemands }) => (openDemands > 0 ? [id] : []));
    const { rows } = ids.length === 0 ? { rows: [] } : await tx.execute<VisitFormFacts['demands'][number] & { household: number } & Record<string, unknown>>(sql`
      select household_id as household, kind, text, to_char(raised_on, 'YYYY-MM-DD') as "raisedOn", promise, to_char(due_on, 'YYYY-MM-DD') as "dueOn"
      from demands where household_id in ${ids} and answered_on is null order by raised_on`);
    return {
      account: viewer.accountId,
      now: Number(clock?.now ?? 0),
      households: mine.map(({ id, name, village, groupNo, registeredOn, people, lastVisit }) => ({
        id, name, place: village, groupNo, registeredOn, people, lastVisit,
        demands: rows.filter(({ household }) => household === id).map(({ kind, text, raisedOn, promise, dueOn }) => ({ kind, text, raisedOn, promise, dueOn })),
      })),
    };
  });
}
