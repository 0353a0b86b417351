import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReliefState, ReliefVerb } from '@/domain/relief';
import { asSystem, type Tx } from './fence';
import { violations } from './invariants';
import { RELIEF_INVARIANTS } from './invariants/relief';
import { book, readStanding } from './ledger';
import { closeBatch, confirmReturn, dropReturn, enterReturn, makeBatch, sendBatch, settleBatch, voidBatch } from './testing/batch-deeds';
import { apply, as, type Luck, luckOf, makeReliefCounty, move, type ReliefCounty, resubmit, review, Stale, writeCard } from './testing/relief-deeds';
import { lockCase, recordStep } from './relief-cases';

// The embedded engine has one connection: eight at once wait for one another there.
const DEEDS = process.env.DATABASE_URL ? 160 : 45;
const AT_ONCE = 8;
/** Two who wait for one another: one is sent away, and nothing of theirs is written. */
const DEADLOCK = '40P01';

let county: ReliefCounty;
const done = new Map<string, number>();
const refused = new Map<string, number>();

beforeAll(async () => {
  county = await makeReliefCounty();
}, 120_000);

interface Case extends Record<string, unknown> { id: number; state: ReliefState }
type Deed = (tx: Tx, by: number, its: Case, luck: Luck) => Promise<unknown>;

const withMove = (verb: ReliefVerb): Deed => (tx, by, { id }) => move(tx, id, verb, by);

const DEED: Record<string, Deed> = {
  apply: (tx, by, _, luck) => apply(tx, county, by, luck),
  withdraw: withMove('withdraw'),
  review: (tx, by, { id }, luck) => review(tx, id, 'village', by, luck),
  recheck: (tx, by, { id }, luck) => review(tx, id, 'township', by, luck, 'recheck'),
  approve: (tx, by, { id }, luck) => review(tx, id, 'district', by, luck, 'approve'),
  return: (tx, by, { id }, luck) => review(tx, id, luck.pick(['village', 'township', 'district']), by, luck, luck.pick(['return-village', 'return-township', 'return-district', 'refuse-village'])),
  resubmit: (tx, by, { id }, luck) => resubmit(tx, id, by, luck),
  object: async (tx, by, { id }) => {
    await tx.execute(sql`insert into relief_objections (case_id, notice_id, division, text, source) select case_id, id, division, '请核实', 'x' from relief_notices where case_id = ${id} order by id desc limit 1`);
  },
  answer: async (tx, by, { id }, luck) => {
    const its = await lockCase(tx, id);
    const { rows } = await tx.execute(sql`update relief_objections set answered_at = county_now(), answered_by = ${by}, answer = '已核', upheld = ${luck() < 0.1} where case_id = ${id} and answered_at is null returning id`);
    if (rows.length > 0) await recordStep(tx, its!, { part: 'objection', verb: 'answer', by });
  },
  batch: (tx, by, _, luck) => makeBatch(tx, by, luck),
  void: (tx, by) => voidBatch(tx, by),
  send: (tx, by) => sendBatch(tx, by),
  settle: (tx, by, _, luck) => settleBatch(tx, by, luck),
  close: (tx, by) => closeBatch(tx, by),
  'enter-return': (tx, by, { id }) => enterReturn(tx, by, id),
  'drop-return': (tx, by, { id }) => dropReturn(tx, by, id),
  'confirm-return': (tx, by, { id }) => confirmReturn(tx, by, id),
  card: async (tx, by, { id }) => {
    const its = await lockCase(tx, id);
    await recordStep(tx, its!, { part: 'applicant', verb: 'change-card', by });
    await writeCard(tx, its!, by);
  },
  confirm: async (tx, by, { id }) => {
    const its = await lockCase(tx, id);
    await recordStep(tx, its!, { part: 'township', verb: 'confirm-card', by });
    await tx.execute(sql`update relief_cards set confirmed_by = ${by} where case_id = ${id} and is_change and confirmed_at is null`);
  },
  reinstate: withMove('reinstate'),
  revoke: async (tx, by, { id }) => {
    const its = await lockCase(tx, id);
    await move(tx, id, 'revoke', by);
    await book(tx, { deed: 'release', key: `release:${id}`, amount: its!.amount!, madeBy: by, caseId: id });
  },
  give: (tx, by, _, luck) => book(tx, { deed: 'top-up', key: `gift ${luck.of(1e9)}`, amount: 1 + luck.of(900_000), madeBy: by }),
  // What no command would do.
  'force-state': (tx, by, { id }, luck) => tx.execute(sql`update relief_cases set state = ${luck.pick(['approved', 'batched', 'paid', 'noticed'])}, version = version + 1, amount = coalesce(amount, 1) where id = ${id}`),
  'force-amount': (tx, by, { id }) => tx.execute(sql`update relief_cases set amount = coalesce(amount, 0) + 100, line = line + 1 where id = ${id}`),
  'force-line': (tx, by, { id }, luck) => tx.execute(sql`
    insert into relief_batch_lines (batch_id, no, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year)
    select b.id, 900 + ${luck.of(99)}::int, c.division, c.id, k.id, k.holder, k.card_tail, coalesce(c.amount, 1), c.subject_key, c.cause, c.year
    from relief_cases c join relief_cards k on k.case_id = c.id cross join relief_batches b where c.id = ${id} order by b.id desc limit 1`),
  'force-paid': (tx, by, { id }, luck) => tx.execute(sql`update relief_batch_lines set state = 'paid', bank_ref = ${`forged ${luck.of(1e9)}`} where case_id = ${id}`),
  'force-entry': (tx, by, { id }, luck) => book(tx, { deed: luck.pick(['reserve', 'release', 'pay', 'send', 'fail', 'return']), key: `forged ${luck.of(1e9)}`, amount: 1 + luck.of(1_000), madeBy: by, caseId: id, lineId: 1 }),
  'force-closed': (tx, by) => tx.execute(sql`update relief_batches set state = 'closed', version = version + 1, closed_by = ${by} where state <> 'closed'`),
  'force-sent': (tx, by) => tx.execute(sql`update relief_batches set state = 'sent', version = version + 1, file_hash = 'x', sent_by = ${by} where state = 'made'`),
  'force-void': (tx, by, { id }, luck) => tx.execute(luck() < 0.5 ? sql`update relief_batches set state = 'void', version = version + 1, voided_by = ${by}, void_reason = 'x' where state = 'made'` : sql`update relief_batch_lines set state = 'void' where case_id = ${id}`),
  'force-returned': (tx, by, { id }) => tx.execute(sql`update relief_batch_lines set state = 'returned', return_ref = 'x', return_reason = 'x', returned_on = county_now(), return_entered_by = ${by}, return_confirmed_by = ${by} where case_id = ${id}`),
  'force-reserve': async (tx, by, { id }) => {
    const { rows: [sum] } = await tx.execute<{ amount: string }>(sql`select coalesce(relief_amount(${id}, 'township'), 1) as amount`);
    await book(tx, { deed: 'reserve', key: `forged ${id}`, amount: Math.max(1, Number(sum!.amount)), madeBy: by, caseId: id });
  },
  'force-name': (tx, by, { id }, luck) => tx.execute(sql`insert into relief_steps (case_id, division, round, part, person_id, verb) select id, division, round, 'closing', ${luck.pick(county.people.inspector)}, 'close-batch' from relief_cases where id = ${id}`),
};

/** What a case waits for, and who does it. */
const NEXT: Partial<Record<ReliefState, readonly (readonly [deed: string, who: keyof ReliefCounty['people']])[]>> = {
  applied: [['review', 'secretary']], reviewed: [['recheck', 'township']], noticed: [['approve', 'district'], ['approve', 'district'], ['answer', 'inspector']], approved: [['batch', 'finance']],
  batched: [['send', 'finance'], ['settle', 'finance']], failed: [['card', 'clerk'], ['confirm', 'township'], ['reinstate', 'finance']], returned: [['resubmit', 'clerk']], paid: [['close', 'finance'], ['apply', 'clerk'], ['enter-return', 'finance'], ['confirm-return', 'finance']],
};

const count = (of: Map<string, number>, what: string) => void of.set(what, (of.get(what) ?? 0) + 1);

/** A refusal of the database (one at the end of the transaction comes as it is), or of whoever came second; everything else is a mistake of the test. */
function isRefusal(failure: unknown): string | null {
  if (failure instanceof Stale) return 'stale';
  const { code = '', constraint } = failure as { code?: string; constraint?: string };
  return code.startsWith('23') || code === DEADLOCK ? (constraint ?? code) : null;
}

async function act(luck: Luck): Promise<void> {
  const { rows } = await asSystem('job', (tx) => tx.execute<Case>(sql`select id, state from relief_cases order by id`), 'read');
  const its = rows.length < 6 || luck() < 0.06 ? null : luck.pick(rows);
  if (luck() < 0.07) {
    // Days go by.
    await asSystem('job', (tx) => tx.execute(sql`update installation set value = (value::interval + make_interval(days => ${1 + luck.of(4)}))::text where key = 'clock_offset'`));
    return;
  }
  const everybody = Object.values(county.people).flat();
  const next = its && luck() < 0.6 ? NEXT[its.state] : undefined;
  const [deed, who] = next ? luck.pick(next) : its ? [luck.pick(Object.keys(DEED)), null] : ['apply', 'clerk' as const];
  const by = who && luck() < 0.9 ? luck.pick(county.people[who]) : luck.pick(everybody);
  // The public objects; nobody else is nobody.
  const as_ = deed === 'object' ? null : by;
  await as(as_, (tx) => DEED[deed]!(tx, by, its ?? { id: 0, state: 'applied' }, luck)).then(() => count(done, deed), (failure: unknown) => {
    const why = isRefusal(failure);
    if (why === null) throw failure;
    count(refused, `${deed}: ${why}`);
  });
}

test('random people do random things, eight at once, for weeks', async () => {
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, no) => {
    const luck = luckOf(20_180_301 + no);
    for (let turn = 0; turn < DEEDS; turn++) await act(luck);
  }));
  // It came to something: people were helped, and wrong turns were refused.
  expect(done.get('approve') ?? 0).toBeGreaterThan(0);
  expect([...refused.keys()].some((why) => why.endsWith('relief_acts_twice'))).toBe(true);
}, 280_000);

test('no invariant of the fund is broken', async () => {
  const names = Object.keys(RELIEF_INVARIANTS).filter((name) => name !== 'relief-write-without-audit');
  expect(await asSystem('job', (tx) => violations(tx, names), 'read')).toEqual([]);
});

test('whoever was paid was lifted to the line, over it by less than a fen a head, and once', async () => {
  const paid = await asSystem('job', (tx) => tx.execute<{ line: number; people: number; net: number; amount: number; times: number }>(sql`
    select c.line, (select count(*)::int from relief_people p where p.case_id = c.id) as people, (w.wage + w.business + w.property + w.transfer - w.cost)::float8 as net, l.amount::float8 as amount,
      (select count(*)::int from relief_batch_lines e where e.state = 'paid' and (e.subject_key, e.cause, e.year) = (l.subject_key, l.cause, l.year)) as times
    from relief_batch_lines l join relief_cases c on c.id = l.case_id join relief_worksheets w on w.case_id = c.id and w.round = c.round and w.part = 'district' where l.state = 'paid'`), 'read');
  if (process.env.DATABASE_URL) expect(paid.rows.length).toBeGreaterThan(0);
  for (const { line, people, net, amount, times } of paid.rows) {
    expect((net + amount) / people).toBeGreaterThanOrEqual(line);
    expect((net + amount) / people - line).toBeLessThan(1);
    expect(times).toBe(1);
  }
});

test('the ledger holds what came in less what was paid, to the fen', async () => {
  const [standing, sums] = await asSystem('job', async (tx) => [
    await readStanding(tx),
    (await tx.execute<{ into: number; out: number }>(sql`
      select (select sum(p.amount) from fund_postings p join fund_entries e on e.id = p.entry_id where e.deed = 'top-up' and p.account = 'bank')::float8 as into, (select coalesce(sum(amount), 0) from relief_batch_lines where state = 'paid')::float8 as out`)).rows[0]!,
  ] as const, 'read');
  expect(standing.balance).toBe(sums.into - sums.out);
  expect(standing.balance).toBe(standing.reserved + standing.available);
  expect(standing.available).toBeGreaterThanOrEqual(0);
});

afterAll(() => {
  if (process.env.HISTORIES) console.log(Object.fromEntries(done), Object.fromEntries(refused));
});
