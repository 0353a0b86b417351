import { sql } from 'drizzle-orm';
import type { Duty, PostKind } from '@/domain/command';
import { asSystem, type Tx } from '../fence';

/** The county every test's townships lie in. */
export const COUNTY = '510823';

const KIND_OF = {
  'county-leader': 'headquarters', 'office-reviewer': 'poverty-office', 'zone-commander': 'zone-command', 'sub-commander': 'sub-command',
  'township-secretary': 'township-command', 'first-secretary': 'team', 'team-leader': 'team', 'team-member': 'team', technician: 'team', cadre: 'team',
  'squad-leader': 'squad', inspector: 'inspection-office', specialist: 'specialist-group', evaluator: 'evaluation-group', auditor: 'audit-office',
  'finance-officer': 'finance-office', 'relief-district-officer': 'relief-district', 'relief-township-officer': 'relief-township',
  'relief-village-clerk': 'relief-village', 'system-administrator': 'administration', 'security-administrator': 'administration', 'audit-administrator': 'administration',
  'department-head': 'department',
} as const satisfies Record<Duty, PostKind>;

export interface MadePerson {
  personId: number;
  accountId: number;
  postId: number;
  appointmentId: number;
  username: string;
}

const one = async <Row extends Record<string, unknown>>(tx: Tx, query: ReturnType<typeof sql>): Promise<Row> => {
  const { rows } = await tx.execute<Row>(query);
  const [row] = rows as readonly Row[];
  if (!row) throw new Error('nothing was made');
  return row;
};

/** Rows for a test, made as the application's role with the whole county in sight. */
export const making = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => asSystem('job', run);

/** The county and a zone, if they are not there yet. */
export async function makeZone(tx: Tx, no: number): Promise<number> {
  await tx.execute(sql`insert into divisions (code, level, name, short_name, kind) values (${COUNTY}, 'county', '剑阁县', '剑阁', '县') on conflict do nothing`);
  await tx.execute(sql`insert into zones (no, name) values (${no}, ${`第${no}战区`}) on conflict do nothing`);
  return no;
}

/** A township of its own; its code is the next free one. */
export async function makeTownship(tx: Tx, zone = 1): Promise<string> {
  await makeZone(tx, zone);
  const { code } = await one<{ code: string }>(tx, sql`
    insert into divisions (code, parent, level, name, short_name, kind, zone_no)
    select ${COUNTY} || next, ${COUNTY}, 'township', '乡' || next, next::text, '乡', ${zone}
    from (select coalesce(max(right(code, 3)::int), 99) + 1 as next from divisions where level = 'township') as free
    returning code`);
  return code;
}

export async function makeVillage(tx: Tx, township: string): Promise<string> {
  const { code } = await one<{ code: string }>(tx, sql`
    insert into divisions (code, parent, level, name, short_name, kind, zone_no)
    select ${township} || next, ${township}, 'village', '村' || next, next::text, '村', (select zone_no from divisions where code = ${township})
    from (select coalesce(max(right(code, 3)::int), 200) + 1 as next from divisions where parent = ${township}) as free
    returning code`);
  await tx.execute(sql`insert into villages (code, poor_since) values (${code}, '2014-01-01')`);
  return code;
}

/** A registered household of one member, its head. Returns its id. */
export async function makeHousehold(tx: Tx, village: string, headName = '王测试'): Promise<number> {
  const { id } = await one<{ id: number }>(tx, sql`
    insert into households (no, division, group_no, head_name, registered_on, main_cause)
    values (${village} || lpad((select count(*) + 1 from households where division = ${village})::text, 4, '0'), ${village}, 1, ${headName}, '2014-03-01', 'illness') returning id`);
  await tx.execute(sql`
    insert into members (household_id, division, name, relation, gender, born_on, health, schooling, labour, id_mask)
    values (${id}, ${village}, ${headName}, 'head', 'male', '1960-05-01', 'chronic', 'primary', 'weak', '5199**********0000')`);
  return id;
}

/** A person with an account and one appointment in force since 2014. `viewerFor(accountId)` makes the viewer. */
export async function makePerson(tx: Tx, duty: Duty, place: { division?: string; zoneNo?: number; line?: string; postId?: number; name?: string } = {}): Promise<MadePerson> {
  const division = place.division ?? COUNTY;
  if (division === COUNTY) await makeZone(tx, place.zoneNo ?? 1);
  if (place.line) await tx.execute(sql`insert into lines (code, name, name_en, position) values (${place.line}, ${place.line}, ${place.line}, 1) on conflict do nothing`);
  const { id: personId } = await one<{ id: number }>(tx, sql`insert into people (name, gender) values (${place.name ?? '测试'}, 'female') returning id`);
  const username = `test-${personId}`;
  const { id: accountId } = await one<{ id: number }>(tx, sql`insert into accounts (username, person_id) values (${username}, ${personId}) returning id`);
  const postId = place.postId ?? (await one<{ id: number }>(tx, sql`
    insert into posts (kind, name, division, zone_no, line, established_on)
    values (${KIND_OF[duty]}, '测试岗位', ${division}, ${place.zoneNo ?? null}, ${place.line ?? null}, '2014-01-01') returning id`)).id;
  const { id: appointmentId } = await one<{ id: number }>(tx, sql`
    insert into appointments (person_id, post_id, duty, division, starts_on) values (${personId}, ${postId}, ${duty}, ${division}, '2014-01-01') returning id`);
  return { personId, accountId, postId, appointmentId, username };
}

/** A further appointment of a person, at a post of its own. */
export async function appoint(tx: Tx, person: MadePerson, duty: Duty, division = COUNTY): Promise<number> {
  const { id } = await one<{ id: number }>(tx, sql`
    with post as (insert into posts (kind, name, division, established_on) values (${KIND_OF[duty]}, '兼任岗位', ${division}, '2014-01-01') returning id)
    insert into appointments (person_id, post_id, duty, division, starts_on) select ${person.personId}, id, ${duty}, ${division}, '2014-01-01' from post returning id`);
  return id;
}

/** The household in the person's care, since 2015. */
export async function assign(tx: Tx, person: MadePerson, household: number): Promise<void> {
  await tx.execute(sql`
    insert into assignments (household_id, person_id, division, starts_on)
    select id, ${person.personId}, division, '2015-01-01' from households where id = ${household}`);
}

/** The fund's rules, in force since 2018-01-01, and the lines of 2017 and 2018. Returns the rules' id. */
export async function makeReliefRules(tx: Tx): Promise<number> {
  await tx.execute(sql`
    insert into poverty_lines (year, scope, fen, status, source) values (2017, 'Sichuan', 330000, 'found', '测试标准'), (2018, 'Sichuan', 360000, 'found', '测试标准') on conflict do nothing`);
  const { rows: [there] } = await tx.execute<{ id: number }>(sql`select id from relief_rules order by id limit 1`);
  if (there) return there.id;
  const { id } = await one<{ id: number }>(tx, sql`
    insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source)
    values ('2018-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法') returning id`);
  return id;
}

/** Moves the county's clock: `at` is what county_now() says from now on; it goes on ticking. */
export async function setClock(tx: Tx, at: string): Promise<void> {
  await tx.execute(sql`
    insert into installation (key, value) values ('clock_offset', (${at}::timestamptz - clock_timestamp())::text)
    on conflict (key) do update set value = excluded.value`);
}
