import { sql } from 'drizzle-orm';
import { issueChecklists } from '@/db/checklist-issue';
import { readClock } from '@/db/clock';
import { measureAll } from '@/db/measure';
import { appoint, assign, type MadePerson, makeHousehold, makePerson, makeTownship, makeVillage, makeZone, making } from '@/db/testing/fixtures';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** Who stands over every township: they outlive a history. */
export interface Seat {
  readonly leader: MadePerson;
  readonly offices: readonly MadePerson[];
  readonly system: MadePerson;
}

/** A township with two villages, their teams, helpers, households and a squad; and the running state of its history. */
export interface County extends Seat {
  readonly township: string;
  readonly villages: readonly string[];
  readonly posts: readonly number[];
  readonly people: readonly MadePerson[];
  readonly households: readonly number[];
  readonly squad: MadePerson;
  /** Whoever acted since rights last changed. */
  readonly viewers: Map<number, Viewer>;
  /** Keys of visits sent so far, to be sent again. */
  readonly keys: string[];
  /** What closed months were known to be, by month. */
  readonly closed: Map<Month, string>;
}

export async function makeSeat(): Promise<Seat> {
  return making(async (tx) => {
    for (const zone of [1, 2]) await makeZone(tx, zone);
    for (const kind of ['township', 'first-secretary', 'team-leader']) {
      const { rows } = await tx.execute<{ id: number }>(sql`insert into checklist_templates (filer_kind, from_month) values (${kind}, '2014-01') returning id`);
      await tx.execute(sql`
        insert into template_entries (template_id, no, kind, label, label_en, indicator)
        values (${rows[0]!.id}, 1, 'number', '走访', 'Visits', 'support.visits'), (${rows[0]!.id}, 2, 'text', '工作', 'Work', null)`);
    }
    const offices = [await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'office-reviewer')];
    return { leader: await makePerson(tx, 'county-leader'), offices, system: await makePerson(tx, 'system-administrator') };
  });
}

/** A new township beside the others. One of its team leaders also sits in the office: they file, and may not decide on it. */
export async function makeCounty(seat: Seat, zone: number): Promise<County> {
  return making(async (tx) => {
    const township = await makeTownship(tx, zone);
    const [near, far] = [await makeVillage(tx, township), await makeVillage(tx, township)];
    const secretary = await makePerson(tx, 'township-secretary', { division: township });
    const first = await makePerson(tx, 'first-secretary', { division: near });
    const other = await makePerson(tx, 'team-leader', { division: far });
    await appoint(tx, other, 'office-reviewer');
    const helpers: MadePerson[] = [];
    for (const duty of ['team-leader', 'cadre', 'cadre', 'team-member'] as const) helpers.push(await makePerson(tx, duty, { division: near, postId: first.postId }));
    helpers.push(await makePerson(tx, 'cadre', { division: far, postId: other.postId }));
    const households: number[] = [];
    for (const village of [near, near, near, near, far, far]) households.push(await makeHousehold(tx, village));
    for (const household of households.slice(0, 3)) await assign(tx, helpers[1]!, household);
    await assign(tx, helpers[4]!, households[4]!);
    const squad = await makePerson(tx, 'squad-leader', { zoneNo: zone });
    await measureAll(tx);
    const { openMonth } = await readClock(tx);
    await issueChecklists(tx, openMonth);
    return {
      ...seat, township, villages: [near, far], posts: [first.postId, other.postId, secretary.postId], people: [secretary, first, other, ...helpers], households, squad, viewers: new Map(), keys: [], closed: new Map(),
    };
  });
}
