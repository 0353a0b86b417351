import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RELIEF_MOVES, RELIEF_STATES } from '@/domain/relief';
import { asSystem, QueryFailure, type Tx } from './fence';
import { book } from './ledger';
import { makePerson, makeTownship, makeVillage, making, setClock } from './testing/fixtures';
import { asOwner } from './testing/open-notice';
import { makeFund, makeReliefCase, type MadeCase } from './testing/relief-fixtures';

/**
 * Every other door: what a database client with the application's role writes by hand, in anybody's name. The gates of
 * 0021_relief_fund.sql must refuse it, whatever the commands do.
 */
const FIRST = '2018-03-01 09:00+08';
const LACKS = 460_000;
let village = '';
const people: number[] = [];

beforeAll(async () => {
  await making(async (tx) => {
    village = await makeVillage(tx, await makeTownship(tx));
    for (let count = 0; count < 8; count++) people.push((await makePerson(tx, 'inspector')).personId);
    await makeFund(tx);
  });
}, 120_000);
beforeEach(() => making((tx) => setClock(tx, FIRST)));

const [FIRST_HAND, SECOND, THIRD, FOURTH, FIFTH] = [0, 1, 2, 3, 4] as const;
const person = (at: number): number => people[at]!;
const inName = (tx: Tx, who: number) => tx.execute(sql`select set_config('app.person', ${String(who)}, true)`);

/** Runs in one transaction of somebody; the database's refusal by its name, or 'done'. */
async function tried(who: number, run: (tx: Tx) => Promise<unknown>): Promise<string> {
  return making(async (tx) => {
    await inName(tx, who);
    await run(tx);
  }).then(() => 'done', (failure: unknown) => {
    const { code, constraint } = failure as { code?: string; constraint?: string };
    if (failure instanceof QueryFailure || code) return constraint?.replace(/^relief_/, '') ?? code ?? '';
    throw failure;
  });
}
const write = (who: number, ...statements: SQL[]) => tried(who, async (tx) => {
  for (const statement of statements) await tx.execute(statement);
});

const records = (id: number, part: 'village' | 'township' | 'district', who: number, cost = 100_000): SQL[] => [
  sql`insert into relief_worksheets (case_id, division, round, part, person_id, wage, business, property, transfer, cost) values (${id}, ${village}, 1, ${part}, ${who}, 100000, 150000, 0, 50000, ${cost})`,
  sql`insert into relief_visits (case_id, division, round, part, person_id, visited_on, found, photo) values (${id}, ${village}, 1, ${part}, ${who}, '2018-03-01', '入户', 'x')`,
];
const step = (id: number, part: string, verb: string, who: number): SQL => sql`insert into relief_steps (case_id, division, round, part, verb, person_id) values (${id}, ${village}, 1, ${part}, ${verb}, ${who})`;
const move = (id: number, to: string): SQL => sql`update relief_cases set state = ${to}, version = version + 1, amount = ${LACKS} where id = ${id}`;
const hang = (id: number, amount = LACKS): SQL => sql`insert into relief_notices (case_id, round, division, masked_name, people, amount, opens_at, closes_at) values (${id}, 1, ${village}, '王*试', 2, ${amount}, '2018-01-01', '2018-01-09')`;
const reserve = (id: number) => async (tx: Tx, who: number) => book(tx, { deed: 'reserve', key: `reserve:${id}`, amount: LACKS, madeBy: who, caseId: id });

const made = () => making((tx) => makeReliefCase(tx, village));

/** A case whose notice hangs since 1 March: two people reviewed it. */
async function noticed(): Promise<MadeCase> {
  const its = await made();
  expect(await write(person(FIRST_HAND), ...records(its.id, 'village', person(FIRST_HAND)), step(its.id, 'village', 'review', person(FIRST_HAND)), move(its.id, 'reviewed'))).toBe('done');
  expect(await write(person(SECOND), ...records(its.id, 'township', person(SECOND)), step(its.id, 'township', 'recheck', person(SECOND)), hang(its.id), move(its.id, 'noticed'))).toBe('done');
  return its;
}

const approve = (id: number, who = THIRD as number, cost?: number) => tried(person(who), async (tx) => {
  for (const statement of records(id, 'district', person(who), cost)) await tx.execute(statement);
  await tx.execute(step(id, 'district', 'approve', person(who)));
  await reserve(id)(tx, person(who));
  await tx.execute(move(id, 'approved'));
});

async function approved(): Promise<MadeCase> {
  const its = await noticed();
  await making((tx) => setClock(tx, '2018-03-09 09:00+08'));
  expect(await approve(its.id)).toBe('done');
  return its;
}

const batch = (): SQL => sql`insert into relief_batches (no, division, lines, total, made_by) values (${`P${Math.random()}`}, '510823', 1, ${LACKS}, ${person(FOURTH)}) returning id`;
const line = ({ id, card }: MadeCase, over: { amount?: number; card?: number } = {}): SQL => sql`
  insert into relief_batch_lines (batch_id, no, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year)
  select (select max(id) from relief_batches), 1, c.division, c.id, k.id, k.holder, k.card_tail, ${over.amount ?? LACKS}, c.subject_key, c.cause, c.year
  from relief_cases c join relief_cards k on k.id = ${over.card ?? card} where c.id = ${id}`;

it('the database’s table of moves is the domain’s', async () => {
  const allowed = new Set(Object.values(RELIEF_MOVES).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)));
  const { rows } = await asSystem('job', (tx) => tx.execute<{ move: string }>(sql`
    select a || ' ' || b as move from unnest(array[${sql.join(RELIEF_STATES.map((state) => sql`${state}`), sql`, `)}]::text[]) a, unnest(array[${sql.join(RELIEF_STATES.map((state) => sql`${state}`), sql`, `)}]::text[]) b where relief_moves(a, b)`));
  expect(rows.map((row) => row.move).sort()).toEqual([...allowed].sort());
});

describe('a case', () => {
  it('begins where cases begin, and moves along its table only', async () => {
    const { id } = await made();
    for (const to of ['approved', 'noticed', 'batched', 'paid', 'failed']) expect(await write(0, move(id, to)), to).toBe('case_move');
    expect(await write(0, sql`update relief_cases set state = 'reviewed' where id = ${id}`)).toBe('case_move');
    expect(await write(0, move(id, 'reviewed'))).toBe('no_worksheet');
    expect(await write(0, sql`update relief_cases set household_id = null, subject_key = 'i:other' where id = ${id}`)).toBe('case_altered');
    expect(await write(0, sql`update relief_cases set line = 900000 where id = ${id}`)).toBe('case_altered');
    expect(await write(0, sql`insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash)
      select 'X', division, head_name, 'i:x', origin, cause, cause_text, year, rules_id, 'approved', 'x' from relief_cases where id = ${id}`)).toBe('case_begins');
    expect(await write(0, sql`delete from relief_cases where id = ${id}`)).toBe('42501');
  });

  it('takes no step in another’s name, in two parts, or by a relative', async () => {
    const { id, person: head } = await made();
    expect(await write(person(FIRST_HAND), step(id, 'village', 'review', person(SECOND)))).toBe('in_another_name');
    expect(await write(person(FIRST_HAND), step(id, 'village', 'review', person(FIRST_HAND)), step(id, 'township', 'recheck', person(FIRST_HAND)))).toBe('acts_twice');
    expect(await write(person(FIFTH), sql`insert into kinships (person_id, relation, name, id_hash, id_mask) select ${person(FIFTH)}, 'child', name, id_hash, id_mask from relief_people where id = ${head}`, step(id, 'village', 'review', person(FIFTH)))).toBe('relative');
    expect(await write(person(FIRST_HAND), ...records(id, 'township', person(FIRST_HAND)))).toBe('out_of_turn');
    expect(await write(person(FIRST_HAND), ...records(id, 'village', person(SECOND)))).toBe('in_another_name');
    expect(await write(0, sql`update relief_worksheets set wage = 0 where case_id = ${id}`)).toBe('42501');
  });
});

describe('the supervision gate', () => {
  it('lets nobody approve before the notice’s days are over, and the days are the database’s own', async () => {
    const { id } = await noticed();
    const { rows } = await asSystem('job', (tx) => tx.execute<{ days: number }>(sql`select extract(epoch from closes_at - timestamptz '2018-03-01 09:00+08') / 86400 as days from relief_notices where case_id = ${id}`));
    expect(Number(rows[0]!.days)).toBeCloseTo(7.625, 2);
    expect(await approve(id)).toBe('supervision_gate');
    expect(await write(0, sql`update relief_notices set closes_at = '2018-03-01' where case_id = ${id}`)).toBe('42501');
    await making((tx) => setClock(tx, '2018-03-08 23:59:59+08'));
    expect(await approve(id)).toBe('supervision_gate');
    await making((tx) => setClock(tx, '2018-03-09 00:00:01+08'));
    expect(await approve(id)).toBe('done');
  });

  it('stands while an objection is open or was upheld, and takes none after the days', async () => {
    const { id } = await noticed();
    const object = sql`insert into relief_objections (case_id, notice_id, division, text, source) select ${id}, id, ${village}, '不符合条件', 's' from relief_notices where case_id = ${id}`;
    expect(await write(0, object)).toBe('done');
    const answer = (who: number, upheld: boolean) => sql`update relief_objections set answered_by = ${who}, answered_at = now(), answer = '核实无误', upheld = ${upheld} where case_id = ${id}`;
    expect(await write(person(SECOND), answer(person(SECOND), false))).toBe('acts_twice');
    expect(await write(person(FIFTH), answer(person(SECOND), false))).toBe('answered');
    await making((tx) => setClock(tx, '2018-03-09 09:00+08'));
    expect(await approve(id)).toBe('supervision_gate');
    expect(await write(0, object)).toBe('notice_over');
    expect(await write(person(FIFTH), answer(person(FIFTH), true))).toBe('done');
    expect(await write(person(FIFTH), answer(person(FIFTH), false))).toBe('answered');
    expect(await approve(id)).toBe('supervision_gate');
  });
});

type Query = Parameters<Parameters<typeof asOwner>[0]>[0];

/** What the database says while the county's clock stands still at an instant; nothing of it stays. */
async function standing<T>(at: string, ask: (query: Query) => Promise<T>): Promise<T> {
  let said: { value: T } | undefined;
  const over = new Error('taken back');
  await asOwner(async (query) => {
    await query(`create or replace function county_now() returns timestamptz language sql stable as $$ select timestamptz '${at}' $$`);
    await query('set local role guatu_app');
    said = { value: await ask(query) };
    throw over;
  }).catch((failure: unknown) => {
    if (failure !== over) throw failure;
  });
  return said!.value;
}

describe('the instant at which a notice’s days end', () => {
  it.each([
    ['2018-03-08 23:59:59.999+08', 'supervision gate', 'taken'], ['2018-03-09 00:00:00.000+08', null, 'relief_notice_over'], ['2018-03-09 00:00:00.001+08', null, 'relief_notice_over'],
  ])('%s: the gate says %s, an objection is %s', async (at, gate, objected) => {
    const { id } = await noticed();
    expect(await write(person(THIRD), ...records(id, 'district', person(THIRD)))).toBe('done');
    expect(await standing(at, async (query) => (await query<{ gate: string | null }>('select relief_gate($1) as gate', [id]))[0]!.gate)).toBe(gate);
    const object = (query: Query) => query(
      'insert into relief_objections (case_id, notice_id, division, text, source) select case_id, id, division, $2, $3 from relief_notices where case_id = $1', [id, '不符合条件', 's'])
      .then(() => 'taken', (failure: { constraint?: string }) => failure.constraint);
    expect(await standing(at, object)).toBe(objected);
  });
});

describe('the calculation gate', () => {
  it('wants three people and one amount', async () => {
    const { id } = await noticed();
    await making((tx) => setClock(tx, '2018-03-09 09:00+08'));
    expect(await approve(id, SECOND)).toBe('acts_twice');
    expect(await write(person(THIRD), move(id, 'approved'))).toBe('calculation_gate');
    expect(await approve(id, THIRD, 200_000)).toMatch(/calculation_gate|entry_of_another/);
    expect(await tried(person(THIRD), async (tx) => {
      for (const statement of records(id, 'district', person(THIRD))) await tx.execute(statement);
      await tx.execute(step(id, 'district', 'approve', person(THIRD)));
      await tx.execute(move(id, 'approved'));
    })).toBe('not_reserved');
  });

  it('hangs no notice in another amount or out of turn', async () => {
    const its = await made();
    expect(await write(0, hang(its.id))).toBe('out_of_turn');
    expect(await write(person(FIRST_HAND), ...records(its.id, 'village', person(FIRST_HAND)), step(its.id, 'village', 'review', person(FIRST_HAND)), move(its.id, 'reviewed'))).toBe('done');
    expect(await write(person(SECOND), ...records(its.id, 'township', person(SECOND)), hang(its.id, LACKS + 1))).toBe('out_of_turn');
  });
});

describe('the payment gate', () => {
  it('puts on its way only what is approved, in its amount, to its usable account, once', async () => {
    const waiting = await noticed();
    expect(await write(person(FOURTH), batch(), line(waiting))).toBe('calculation_gate');
    const its = await approved();
    expect(await write(person(FOURTH), batch(), line(its, { amount: LACKS + 1 }))).toBe('payment_gate');
    expect(await write(person(FOURTH), batch(), line(its, { card: waiting.card }))).toBe('payment_gate');
    expect(await write(person(FOURTH), move(its.id, 'batched'))).toBe('payment_gate');
    expect(await write(person(FIFTH), sql`insert into relief_cards (case_id, division, holder_id, holder, bank, card, card_tail, entered_by) values (${its.id}, ${village}, ${its.person}, '别人', '农行', 'x', '0000', ${person(FIFTH)})`)).toBe('holder');
    expect(await write(person(FIFTH), sql`insert into relief_cards (case_id, division, holder_id, holder, bank, card, card_tail, entered_by) values (${its.id}, ${village}, ${its.person}, '王测试', '农行', 'x', '0000', ${person(FIFTH)})`)).toBe('done');
    expect(await write(person(FOURTH), batch(), line(its))).toBe('payment_gate');
    expect(await write(person(FIFTH), sql`update relief_cards set confirmed_by = ${person(FIFTH)}, confirmed_at = now() where case_id = ${its.id} and is_change`)).toBe('card_confirmed');
    expect(await write(person(SECOND), sql`update relief_cards set confirmed_by = ${person(SECOND)}, confirmed_at = now() where case_id = ${its.id} and is_change`)).toBe('done');
    const changed = (await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select max(id) as id from relief_cards where case_id = ${its.id}`))).rows[0]!.id;
    expect(await write(person(FOURTH), batch(), line(its, { card: changed }))).toBe('payment_gate');
    await making((tx) => setClock(tx, '2018-03-12 10:00+08'));
    expect(await write(person(FOURTH), batch(), line(its, { card: changed }), move(its.id, 'batched'))).toBe('no_step');
    expect(await write(person(FOURTH), batch(), line(its, { card: changed }), step(its.id, 'payment', 'batch', person(FOURTH)), move(its.id, 'batched'))).toBe('done');
    expect(await write(person(FOURTH), batch(), line(its, { card: changed }))).not.toBe('done');
    for (const to of ['paid', 'failed']) expect(await write(person(FOURTH), move(its.id, to)), to).toBe('payment_gate');
    expect(await write(person(FOURTH), sql`update relief_batch_lines set state = 'paid', bank_ref = 'r' where case_id = ${its.id}`)).toBe('line_settled');
    // Taken back as a whole, with a step, by somebody, or not at all.
    const voided = sql`update relief_batch_lines set state = 'void' where case_id = ${its.id}`;
    const back = (who: number) => sql`update relief_batches b set state = 'void', version = version + 1, voided_by = ${who}, void_reason = '误列' where id = (select l.batch_id from relief_batch_lines l where l.case_id = ${its.id})`;
    expect(await write(person(FOURTH), voided)).toBe('line_settled');
    expect(await write(person(FOURTH), back(person(FIFTH)))).toBe('in_another_name');
    expect(await write(person(FOURTH), back(person(FOURTH)))).toBe('not_booked');
    expect(await write(person(FOURTH), back(person(FOURTH)), voided)).toBe('not_booked');
    expect(await write(person(FOURTH), move(its.id, 'approved'))).toBe('payment_gate');
    expect(await write(person(FOURTH), back(person(FOURTH)), voided, move(its.id, 'approved'))).toBe('no_step');
    expect(await write(person(FOURTH), back(person(FOURTH)), voided, step(its.id, 'payment', 'void-batch', person(FOURTH)), move(its.id, 'approved'))).toBe('done');
    expect(await write(person(FOURTH), sql`update relief_batches set state = 'sent', version = version + 1, file_hash = 'x', sent_by = ${person(FOURTH)} where state = 'void'`)).toBe('batch_move');
  });
});

describe('the ledger', () => {
  const entry = (deed: string, amounts: [string, number][], more: SQL = sql``, columns: SQL = sql``): SQL[] => [
    sql`insert into fund_entries (deed, key, booked_on${columns}) values (${deed}, ${`by hand ${Math.random()}`}, '2018-03-01'${more})`,
    ...amounts.map(([account, amount]) => sql`insert into fund_postings (entry_id, account, amount) values ((select max(id) from fund_entries), ${account}, ${amount})`),
  ];

  it('takes balanced entries of the right accounts only, and changes none', async () => {
    expect(await write(0, ...entry('donation', [['bank', 100], ['unreserved', -99]]))).toBe('unbalanced');
    expect(await write(0, ...entry('donation', [['bank', 100]]))).toBe('unbalanced');
    expect(await write(0, ...entry('donation', [['reserved', 100], ['unreserved', -100]]))).toBe('entry_of_another');
    expect(await write(0, ...entry('donation', [['bank', -100], ['unreserved', 100]]))).toBe('entry_of_another');
    expect(await write(0, ...entry('donation', [['bank', 100], ['unreserved', -100]]))).toBe('done');
    expect(await write(0, sql`update fund_postings set amount = 0`)).toBe('42501');
    expect(await write(0, sql`delete from fund_entries`)).toBe('42501');
  });

  it('reserves, sends and pays for nothing but a case and its line', async () => {
    const its = await noticed();
    expect(await write(0, ...entry('reserve', [['unreserved', 100], ['reserved', -100]]))).toBe('entry_of_nothing');
    expect(await write(0, ...entry('pay', [['reserved', 100], ['transit', -100]]))).toBe('entry_of_nothing');
    expect(await write(0, ...entry('send', [['transit', 100], ['bank', -100]], sql`, 2000000000`, sql`, line_id`))).toBe('entry_of_another');
    expect(await write(0, ...entry('reserve', [['unreserved', 100], ['reserved', -100]], sql`, ${its.id}`, sql`, case_id`))).toBe('entry_of_another');
  });
});
