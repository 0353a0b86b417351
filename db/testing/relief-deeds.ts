import { sql } from 'drizzle-orm';
import { WORKSHEET_KINDS, type Worksheet } from '@/domain/relief-amount';
import { PASS_OF, type ReliefVerb, type Review } from '@/domain/relief';
import { asSystem, type Tx } from '../fence';
import { book } from '../ledger';
import { lockCase, moveCase, recordStep } from '../relief-cases';
import { makePerson, makeTownship, makeVillage, setClock } from './fixtures';

/** Who is there, and how many households; everybody tries everything. */
export interface ReliefCounty {
  villages: string[];
  people: Record<'clerk' | 'secretary' | 'township' | 'district' | 'inspector' | 'finance', number[]>;
  households: { key: string; hashes: string[] }[];
}

/** Chance that is the same in every run: a number from 0 up to, not including, 1. */
export function throwsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Luck {
  (): number;
  of: (count: number) => number;
  pick: <T>(list: readonly T[]) => T;
}
export const luckOf = (seed: number): Luck => {
  const share = throwsOf(seed);
  const of = (count: number) => Math.floor(share() * count);
  return Object.assign(share, { of, pick: <T>(list: readonly T[]) => list[of(list.length)] as T });
};

export async function makeReliefCounty(): Promise<ReliefCounty> {
  return asSystem('job', async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    const townships = [await makeTownship(tx), await makeTownship(tx)];
    const villages = [await makeVillage(tx, townships[0]!), await makeVillage(tx, townships[1]!)];
    const two = async (duty: Parameters<typeof makePerson>[1], divisions?: string[]) => {
      const made: number[] = [];
      for (const at of [0, 1]) made.push((await makePerson(tx, duty, divisions ? { division: divisions[at] } : {})).personId);
      return made;
    };
    const people = {
      clerk: await two('relief-village-clerk', villages), secretary: await two('first-secretary', villages), township: await two('relief-township-officer', townships),
      district: await two('relief-district-officer'), inspector: await two('inspector'), finance: await two('finance-officer'),
    };
    const households = Array.from({ length: 12 }, (_, at) => ({ key: `i:home ${at}`, hashes: Array.from({ length: 1 + (at % 4) }, (_, no) => `home ${at} ${no}`) }));
    // The first secretary of the second village is of the first household, and it did not enter with anybody else's help.
    await tx.execute(sql`select set_config('app.person', ${String(people.secretary[1])}, true)`);
    await tx.execute(sql`insert into kinships (person_id, relation, name, id_hash, id_mask) values (${people.secretary[1]}, 'parent', '亲属', 'home 1 0', '')`);
    await tx.execute(sql`
      insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2017-01-01', 7, 3, 3, 5, 3000000, 15, 72, '测试办法')`);
    await as(people.finance[0]!, (own) => book(own, { deed: 'top-up', key: 'founded', amount: 4_000_000, madeBy: people.finance[0]! }), tx);
    return { villages, people, households };
  });
}

/** Runs as somebody, with the application's role. */
export async function as<T>(person: number | null, run: (tx: Tx) => Promise<T>, within?: Tx): Promise<T> {
  const named = async (tx: Tx) => {
    await tx.execute(sql`select set_config('app.person', ${String(person ?? 0)}, true)`);
    return run(tx);
  };
  return within ? named(within) : asSystem('job', named);
}

const sheet = (luck: Luck): Worksheet => ({ wage: luck.of(300_000), business: luck.of(200_000), property: luck.of(5_000), transfer: luck.of(60_000), cost: luck.of(90_000) });

/** An application for a household, its card in the head's name. */
export async function apply(tx: Tx, { villages, households }: ReliefCounty, by: number | null, luck: Luck): Promise<void> {
  const at = luck.of(households.length);
  const { key, hashes } = households[at]!;
  const division = villages[at % villages.length]!;
  const { rows: [made] } = await tx.execute<{ id: number }>(sql`
    insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, line, state, receipt_hash)
    values (gen_random_uuid()::text, ${division}, ${`户主${at}`}, ${key}, 'clerk', ${luck.pick(['illness', 'disaster'])}, '住院自付', 2017, (select id from relief_rules), 330000, 'applied', gen_random_uuid()::text) returning id`);
  const its = { id: made!.id, division, round: 1 };
  for (const [no, hash] of hashes.entries())
    await tx.execute(sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${its.id}, ${division}, ${no === 0 ? `户主${at}` : `成员${no}`}, ${no === 0 ? 'head' : 'child'}, ${hash}, '')`);
  await writeSheet(tx, its, 'applicant', by, sheet(luck));
  await writeCard(tx, its, by);
  await recordStep(tx, its, { part: 'applicant', verb: 'apply', by });
}

type Its = { id: number; division: string; round: number };
const columns = sql.raw(WORKSHEET_KINDS.join(', '));

async function writeSheet(tx: Tx, { id, division, round }: Its, part: string, by: number | null, values: Worksheet): Promise<void> {
  await tx.execute(sql`insert into relief_worksheets (case_id, division, round, part, person_id, ${columns}) values (${id}, ${division}, ${round}, ${part}, ${by}, ${sql.join(WORKSHEET_KINDS.map((kind) => sql`${values[kind]}`), sql`, `)})`);
}

export async function writeCard(tx: Tx, { id, division }: Its, by: number | null): Promise<void> {
  await tx.execute(sql`
    insert into relief_cards (case_id, division, holder_id, holder, bank, card, card_tail, entered_by)
    select ${id}, ${division}, p.id, p.name, '信用社', '\\x00', '0000', ${by} from relief_people p where p.case_id = ${id} order by p.id limit 1`);
}

/** One review of a case: its worksheet (the one before, or now and then another), its visit, and the move. */
export async function review(tx: Tx, id: number, part: Review, by: number, luck: Luck, verb: ReliefVerb = PASS_OF[part]): Promise<void> {
  const its = await lockCase(tx, id);
  if (!its) return;
  const { rows: [before] } = await tx.execute<Worksheet & Record<string, unknown>>(sql`select ${columns} from relief_worksheets where case_id = ${id} and round = ${its.round} order by id desc limit 1`);
  const values = luck() < 0.1 || !before ? sheet(luck) : (Object.fromEntries(WORKSHEET_KINDS.map((kind) => [kind, Number(before[kind])])) as Worksheet);
  await writeSheet(tx, its, part, by, values);
  if (luck() < 0.97) await tx.execute(sql`insert into relief_visits (case_id, division, round, part, person_id, visited_on, found, photo) values (${id}, ${its.division}, ${its.round}, ${part}, ${by}, '2018-03-01', '属实', '\\x00')`);
  if (verb === 'recheck' && luck() < 0.97)
    await tx.execute(sql`
      insert into relief_notices (case_id, round, division, masked_name, people, amount, closes_at)
      select id, round, division, '户*', 1, relief_amount(id, 'township'), county_now() - interval '1 day' from relief_cases where id = ${id}`);
  if (verb !== 'approve') return step(moveCase(tx, { case: its, verb, version: its.version, by }));
  const { rows: [sum] } = await tx.execute<{ amount: number }>(sql`select relief_amount(${id}, 'district')::float8 as amount`);
  if (luck() < 0.97) await book(tx, { deed: 'reserve', key: `reserve:${id}:${its.round}`, amount: Number(sum!.amount), madeBy: by, caseId: id });
  await step(moveCase(tx, { case: its, verb, version: its.version, by, set: sql`, amount = ${luck() < 0.97 ? sum!.amount : Number(sum!.amount) + 1}` }));
}

async function step(moved: Promise<unknown>): Promise<void> {
  if (!(await moved)) throw new Stale();
}

export async function move(tx: Tx, id: number, verb: ReliefVerb, by: number | null, set = sql``): Promise<void> {
  const its = await lockCase(tx, id);
  if (its) await step(moveCase(tx, { case: its, verb, version: its.version, by, set }));
}

/** Handed in again after it was returned: a further round. */
export async function resubmit(tx: Tx, id: number, by: number, luck: Luck): Promise<void> {
  const its = await lockCase(tx, id);
  if (its?.state !== 'returned') return;
  await tx.execute(sql`update relief_notices set taken_down_at = county_now() where case_id = ${id} and taken_down_at is null`);
  await tx.execute(sql`update relief_cases set round = round + 1 where id = ${id}`);
  await writeSheet(tx, { ...its, round: its.round + 1 }, 'applicant', by, sheet(luck));
  await step(moveCase(tx, { case: { ...its, round: its.round + 1 }, verb: 'resubmit', version: its.version, by }));
}

/** Somebody else was faster: undoes what was begun. */
export class Stale extends Error {}
