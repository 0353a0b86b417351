import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { engine } from '../engine/engine';
import { asSystem, type Tx } from '../fence';
import { violations } from '../invariants';
import { FundBook } from '../seed/fund-book';
import { Batches } from '../seed/relief-batches';
import { CaseFile, type Hands, type Opening, ReliefRows, sheetOf } from '../seed/relief-case';
import { writeReliefRows } from '../seed/relief-write';
import { Writer } from '../seed/write';
import { makePerson, makeTownship, makeVillage, setClock } from '../testing/fixtures';
import { RELIEF_INVARIANTS } from './relief';

const EVERYTHING = `select set_config('app.person', '0', true), set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true), set_config('app.households', '*', true), set_config('app.audit', 'all', true)`;

/** The tables' owner, whom no trigger of the fund asks; undone at the end. */
async function asOwner(run: (tx: Tx, client: pg.ClientBase) => Promise<void>): Promise<void> {
  const { DATABASE_OWNER_URL } = process.env;
  const own = DATABASE_OWNER_URL ? new pg.Client({ connectionString: DATABASE_OWNER_URL }) : null;
  await own?.connect();
  const pooled = own ? null : await (await engine()).pool.connect();
  const client = own ?? pooled!;
  try {
    await client.query(`begin; ${EVERYTHING}`);
    await run(drizzle(client) as unknown as Tx, client);
  } finally {
    await client.query('rollback');
    pooled?.release();
    await own?.end();
  }
}

let ground: { village: string; hands: Hands };

/** People and a village, once for the file: what the owner makes on top of them is undone. */
beforeAll(async () => {
  ground = await asSystem('job', makeGround);
});

async function makeGround(tx: Tx): Promise<typeof ground> {
  await setClock(tx, '2018-03-01 09:00+08');
  const village = await makeVillage(tx, await makeTownship(tx));
  const one = async (...duty: Parameters<typeof makePerson> extends [Tx, ...infer Rest] ? Rest : never) => (await makePerson(tx, ...duty)).personId;
  const hands: Hands = {
    clerk: await one('relief-village-clerk', { division: village }), secretary: await one('first-secretary', { division: village }), township: await one('relief-township-officer', { division: village.slice(0, 9) }),
    district: await one('relief-district-officer'), inspector: await one('inspector'), finance: await one('finance-officer'), second: await one('finance-officer'),
  };
  return { village, hands };
}

/** A sound fund: 1 and 2 paid, 3 with the bank, 4 approved, 5 on notice after an objection that was answered, 6 applied. */
async function within(run: (tx: Tx, hands: Hands) => Promise<void>): Promise<void> {
  const { village, hands } = ground;
  await asOwner(async (tx, client) => {
    const [rows, book] = [new ReliefRows(), new FundBook()];
    const batches = new Batches(book, hands.finance, hands.second);
    book.book({ deed: 'top-up', key: 'top-up:founded', amount: 100_000_000, day: '2018-01-01', minutes: 0, madeBy: hands.finance });
    book.give({ kind: 'person', donor: null, campaign: null, division: '510823', givenOn: '2018-01-01', amount: 50_000_000 }, 'donation:1', 1, hands.finance);
    const begin = (day: string): CaseFile => {
      const id = rows.cases.length + 1;
      const people: Opening['people'] = [{ name: `户主${id}`, relation: 'head', idHash: `hash ${id}`, idMask: '5199**********0001', idNumber: null }];
      return new CaseFile(rows, book, { division: village, householdId: null, subjectKey: `i:hash ${id}`, people, card: '6299990000000000018', cause: 'illness', line: { year: 2017, scope: 'Sichuan', fen: 330_000, source: '测试' }, hands }, day);
    };
    const approved = (month: string) => {
      const file = begin(`${month}-02`);
      file.apply(`${month}-02`, sheetOf(200_000, 1));
      for (const [part, day] of [['village', '03'], ['township', '04'], ['district', '14']] as const) file.review(part, `${month}-${day}`, sheetOf(200_000, 1));
      return file;
    };
    batches.pay('2018-01', [approved('2018-01'), approved('2018-01')]);
    batches.pay('2018-02', [approved('2018-02')], { open: true });
    approved('2018-02');
    const noticed = begin('2018-02-20');
    noticed.apply('2018-02-20', sheetOf(200_000, 1));
    for (const [part, day] of [['village', '21'], ['township', '22']] as const) noticed.review(part, `2018-02-${day}`, sheetOf(200_000, 1));
    noticed.object('2018-02-23', '请核实', '2018-02-26');
    begin('2018-02-27').apply('2018-02-27', sheetOf(200_000, 1));
    await writeReliefRows(new Writer(client, () => undefined), { rows, book, batches, madeBy: hands.finance });
    await tx.execute(sql`insert into installation (key, value) select 'loaded_relief_steps', max(id)::text from relief_steps`);
    await run(tx, hands);
  });
}

const found = async (tx: Tx) => [...new Set((await violations(tx, [...Object.keys(RELIEF_INVARIANTS), 'division-differs'])).map(({ invariant }) => invariant))];
const step = (tx: Tx, id: number, part: string, verb: string, by: number) => tx.execute(sql`
  insert into relief_steps (id, case_id, division, round, part, person_id, verb) select (select max(id) + 1 from relief_steps), id, division, round, ${part}, ${by}, ${verb} from relief_cases where id = ${id}`);

const PLANTED: Record<string, (tx: Tx, hands: Hands) => Promise<unknown>> = {
  'relief-paid-twice': async (tx) => {
    await tx.execute(sql`drop index relief_batch_lines_one_payment`);
    await tx.execute(sql`drop index relief_batch_lines_paid_once`);
    await tx.execute(sql`insert into relief_batch_lines (id, batch_id, no, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year, state, settled_at)
      select 99, batch_id, 99, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year, state, settled_at from relief_batch_lines where id = 1`);
  },
  'relief-paid-otherwise': (tx) => tx.execute(sql`update relief_batch_lines set amount = amount + 1 where id = 1`),
  'relief-without-gates': (tx) => tx.execute(sql`update relief_notices set closes_at = county_now() + interval '1 day' where case_id = 4`),
  'relief-illegal-step': (tx, { district }) => step(tx, 6, 'district', 'approve', district),
  'relief-state-without-step': (tx) => tx.execute(sql`update relief_cases set state = 'withdrawn' where id = 6`),
  'relief-acts-twice': (tx, { secretary }) => step(tx, 5, 'objection', 'answer', secretary),
  'relief-own-kin': async (tx, { secretary }) => {
    await tx.execute(sql`select set_config('app.person', ${String(secretary)}, true)`);
    await tx.execute(sql`insert into kinships (id, person_id, relation, name, id_hash, id_mask, at) values (99, ${secretary}, 'parent', '户主1', 'hash 1', '', '2017-01-01')`);
  },
  'relief-card-of-stranger': (tx) => tx.execute(sql`update relief_cards set holder = '别人' where case_id = 4`),
  'batch-closed-by-one': async (tx) => {
    await tx.execute(sql`alter table relief_batches drop constraint relief_batches_two_people`);
    await tx.execute(sql`update relief_batches set closed_by = made_by where id = 1`);
  },
  'batch-sums-differ': (tx) => tx.execute(sql`update relief_batches set total = total + 1 where id = 1`),
  'fund-unbalanced': (tx) => tx.execute(sql`update fund_postings set amount = amount + 1 where id = 1`),
  'fund-negative': (tx) => tx.execute(sql`update fund_postings set amount = amount + case account when 'bank' then -200000000 else 200000000 end where entry_id = 1`),
  'fund-reserved-differs': (tx) => tx.execute(sql`update relief_cases set amount = amount + 1 where id = 4`),
  'fund-transit-differs': (tx) => tx.execute(sql`update relief_batches set state = 'sent' where state = 'made'`),
  'donation-without-entry': (tx) => tx.execute(sql`update donations set amount = amount + 1`),
  'top-up-idle': (tx) => tx.execute(sql`insert into top_up_tasks (id, due_at, floor, shortfall) values (99, county_now(), 100000000, 1)`),
  'relief-write-without-audit': (tx, { inspector }) => step(tx, 5, 'objection', 'answer', inspector),
  'division-differs': (tx) => tx.execute(sql`update relief_cards set division = left(division, 9) || '999' where id = 1`),
};

test('a sound fund has nothing to find', () => within(async (tx) => {
  expect(await violations(tx, Object.keys(RELIEF_INVARIANTS))).toEqual([]);
}));

test('every invariant of the fund has its planted violation', () => {
  expect(Object.keys(PLANTED).sort()).toEqual([...Object.keys(RELIEF_INVARIANTS), 'division-differs'].sort());
});

test.each(Object.keys(PLANTED))('%s is found when it is planted', (name) => within(async (tx, hands) => {
  await PLANTED[name]!(tx, hands);
  expect(await found(tx)).toContain(name);
}));
