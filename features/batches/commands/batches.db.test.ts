import { type SQL, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, fenced } from '@/db/fence';
import { violations } from '@/db/invariants';
import { RELIEF_INVARIANTS } from '@/db/invariants/relief';
import { readStanding } from '@/db/ledger';
import { differences, measureAll } from '@/db/measure';
import { type ApprovedCase, changeCardOf, makeApprovedCase } from '@/db/testing/approved-case';
import { type AnswerLine, bankAnswer } from '@/db/testing/bank-answer';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { isProblem, newResults, readResult } from '@/domain/bank-result';
import type { Viewer } from '@/domain/viewer';
import { recordTopUp } from '@/features/funds/commands/top-up';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { casesToPay } from '../queries/cases-to-pay';
import { findBatch } from '../queries/find-batch';
import { listBatches } from '../queries/list-batches';
import { bounceBatch } from './bounce-batch';
import { closeBatch } from './close-batch';
import { confirmReturn } from './confirm-return';
import { dropReturn } from './drop-return';
import { enterReturn } from './enter-return';
import { importResult } from './import-result';
import { makeBatch } from './make-batch';
import { reinstateCase } from './reinstate';
import { sendBatch } from './send-batch';
import { setColumns } from './set-columns';
import { voidBatch } from './void-batch';
import { bankColumns } from '../queries/bank-columns';

let finance: Viewer;
let second: Viewer;
let auditor: Viewer;
let leader: Viewer;
let clerk: Viewer;
let village: string;
let reviewers: [number, number, number];

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-02 10:00+08');
    village = await makeVillage(tx, await makeTownship(tx));
    await tx.execute(sql`
      insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法')`);
    const people = [await makePerson(tx, 'finance-officer'), await makePerson(tx, 'finance-officer'), await makePerson(tx, 'auditor'), await makePerson(tx, 'county-leader'), await makePerson(tx, 'relief-village-clerk', { division: village })];
    reviewers = [(await makePerson(tx, 'relief-village-clerk', { division: village })).personId, (await makePerson(tx, 'relief-township-officer', { division: village.slice(0, 9) })).personId, (await makePerson(tx, 'relief-district-officer')).personId];
    return people;
  });
  [finance, second, auditor, leader, clerk] = (await Promise.all(made.map(viewerOf))) as [Viewer, Viewer, Viewer, Viewer, Viewer];
  await recordTopUp(finance, { key: crypto.randomUUID(), amount: '3000000', day: '2018-03-01', note: '县财政拨款文件1号' });
});

const approved = (more: object = {}) => makeApprovedCase(village, reviewers, more);
const bytes = (text: string) => new TextEncoder().encode(text);
const stateOf = async (id: number) => (await asSystem('job', (tx) => tx.execute<{ state: string; version: number }>(sql`select state, version from relief_cases where id = ${id}`), 'read')).rows[0]!;
const standing = () => asSystem('job', (tx) => readStanding(tx), 'read');
const trail = (command: string, id: number | string) => fenced(auditor, async (tx) => (await tx.execute<{ kind: string; after: Record<string, unknown> }>(sql`
  select subject_kind as kind, after from audits where command = ${command} and subject_id = ${String(id)} order by id`)).rows);
/** Everything that a payment could change. */
const everything = () => asSystem('job', async (tx) => JSON.stringify((await tx.execute(sql`
  select (select json_agg(c order by c.id) from (select id, state, version, amount from relief_cases) c) as cases, (select json_agg(l order by l.id) from relief_batch_lines l) as lines,
    (select json_agg(b order by b.id) from relief_batches b) as batches, (select count(*) from fund_entries) as entries, (select count(*) from bank_results) as results,
    (select count(*) from relief_steps) as steps, (select json_agg(n order by n.id) from (select id, paid_month from relief_notices) n) as notices`)).rows), 'read');

let references = 0;
const ref = () => `BK${String(++references).padStart(8, '0')}`;

type Line = Omit<AnswerLine, 'ref'> & { ref?: string };
/** A file as the bank answers, by these lines; a reference is a new one unless it is told. */
const answer = (no: string, hash: string, lines: readonly Line[]): string => bankAnswer(no, hash, lines.map((line) => ({ ...line, ref: line.ref ?? ref() })));

/** A batch of these cases that was sent, with its lines. */
async function sent(count: number) {
  const cases: ApprovedCase[] = [];
  for (let at = 0; at < count; at++) cases.push(await approved({ amount: 100_000 + at }));
  const batch = await makeBatch(finance, {});
  const { fileHash } = await sendBatch(finance, { id: batch.id });
  const page = (await findBatch(finance, batch.id))!;
  const lines = page.payments.map(({ no, caseNo, amount }) => ({ no, caseNo, amount }));
  return { cases, id: batch.id, no: page.no, hash: fileHash!, lines };
}
const take = (id: number, text: string, viewer = finance) => importResult(viewer, { id, file: bytes(text) });

describe('a batch', () => {
  it('is refused when nothing can be paid, and to whoever is no finance officer', async () => {
    expect((await refusal(makeBatch(finance, {}))).reason).toBe('batch-nothing');
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(makeBatch(viewer, {}))).toBe('forbidden');
  });

  it('takes what may be paid, and says of each other case why not', async () => {
    const payable = await approved();
    const unconfirmed = await approved();
    await changeCardOf(unconfirmed.id, { at: '2018-03-01 10:00+08' });
    const early = await approved();
    await changeCardOf(early.id, { at: '2018-03-01 10:00+08', by: reviewers[1] });
    const late = await approved();
    const card = await changeCardOf(late.id, { at: '2018-02-20 10:00+08', by: reviewers[1] });
    const acted = await makeApprovedCase(village, [reviewers[0], reviewers[1], finance.personId]);
    const { approved: listed } = await casesToPay(finance);
    const why = Object.fromEntries(listed.map((each) => [each.id, each.why]));
    expect(why).toEqual({ [payable.id]: null, [unconfirmed.id]: 'card-unconfirmed', [early.id]: 'card-hours', [late.id]: null, [acted.id]: 'acted' });
    const batch = await makeBatch(finance, {});
    expect(batch).toMatchObject({ lines: 2, total: payable.amount + late.amount });
    expect((await findBatch(finance, batch.id))?.payments.map(({ caseId }) => caseId)).toEqual([payable.id, late.id]);
    expect([await stateOf(payable.id), await stateOf(acted.id)].map(({ state }) => state)).toEqual(['batched', 'approved']);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ card: number }>(sql`select card_id as card from relief_batch_lines where case_id = ${late.id}`), 'read');
    expect(rows).toEqual([{ card }]);
    expect(await trail('batch.make', batch.id)).toMatchObject([{ kind: 'batch', after: { lines: 2 } }]);
    // The other officer pays what the first acted on.
    expect(await makeBatch(second, {})).toMatchObject({ cases: [acted.no] });
  });

  it('takes a case once when two make one at the same time', async () => {
    const one = await approved();
    const both = await Promise.all([finance, second].map((viewer) => outcome(makeBatch(viewer, {}))));
    expect(both.sort()).toEqual(['done', 'invalid']);
    expect((await stateOf(one.id)).state).toBe('batched');
  });

  it('takes nobody who is paid with another household for the same cause and year', async () => {
    const idHash = 'f'.repeat(64);
    await approved({ idHash });
    await makeBatch(finance, {});
    const again = await approved({ idHash, subject: 'i:another household' });
    expect((await casesToPay(finance)).approved.filter(({ id }) => id === again.id)).toMatchObject([{ why: 'paid-before' }]);
    expect((await refusal(makeBatch(finance, {}))).reason).toBe('batch-nothing');
  });

  it('takes the first of two households that count the same person, both approved and neither paid yet; the other holds up nobody', async () => {
    const idHash = 'e'.repeat(64);
    const first = await approved({ idHash });
    const other = await approved({ idHash, subject: 'i:yet another household' });
    const apart = await approved();
    const why = () => casesToPay(finance).then((found) => Object.fromEntries(found.approved.map((each) => [each.id, each.why])));
    expect(await why()).toMatchObject({ [first.id]: null, [other.id]: 'paid-before', [apart.id]: null });
    const { cases } = await makeBatch(finance, {});
    expect(cases).toEqual([first.no, apart.no]);
    expect(await why()).toMatchObject({ [other.id]: 'paid-before' });
    expect((await refusal(makeBatch(finance, {}))).reason).toBe('batch-nothing');
  });
});

describe('a batch taken back', () => {
  it('frees its cases for the next one, with a step and a reason each; nothing was booked', async () => {
    const cases = [await approved(), await approved()];
    const { id, no } = await makeBatch(finance, {});
    const ask = (viewer: Viewer) => voidBatch(viewer, { id, reason: '户主举报冒领，停止拨付' });
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(ask(viewer))).toMatch(/forbidden|not-found/);
    expect(await outcome(voidBatch(finance, { id, reason: '' }))).toBe('invalid');
    const before = await standing();
    expect((await Promise.all([1, 2].map(() => outcome(ask(finance))))).sort()).toEqual(['conflict', 'done']);
    expect(await standing()).toEqual(before);
    expect(await findBatch(auditor, id)).toMatchObject({ state: 'void', voidedBy: finance.name, voidReason: '户主举报冒领，停止拨付', payments: [{ state: 'void' }, { state: 'void' }] });
    expect((await Promise.all(cases.map((each) => stateOf(each.id)))).map(({ state }) => state)).toEqual(['approved', 'approved']);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ verb: string; note: string }>(sql`select verb, note from relief_steps where case_id = ${cases[0]!.id} order by id desc limit 1`), 'read');
    expect(rows).toEqual([{ verb: 'void-batch', note: `${no}：户主举报冒领，停止拨付` }]);
    expect(await trail('batch.void', id)).toMatchObject([{ kind: 'batch', after: { cases: cases.map((each) => each.no) } }]);
    expect((await refusal(ask(finance))).reason).toBe('batch-void');
    expect((await refusal(sendBatch(finance, { id }))).reason).toBe('batch-void');
    expect(await outcome(take(id, answer(no!, 'a'.repeat(64), [{ no: 1, caseNo: cases[0]!.no, amount: 150_000 }])))).toBe('invalid');
    // The card may be changed now, and the next batch pays to the new one.
    const card = await changeCardOf(cases[0]!.id, { at: '2018-02-20 10:00+08', by: reviewers[1] });
    const next = await makeBatch(finance, {});
    expect(next.cases).toEqual(cases.map((each) => each.no));
    const { rows: lines } = await asSystem('job', (tx) => tx.execute<{ card: number }>(sql`select card_id as card from relief_batch_lines where batch_id = ${next.id} order by no`), 'read');
    expect(lines.map((line) => line.card)).toEqual([card, cases[1]!.card]);
  });

  it('is sent or taken back, never both, when two do it at once', async () => {
    const one = await approved();
    const { id } = await makeBatch(finance, {});
    const both = await Promise.all([outcome(sendBatch(finance, { id })), outcome(voidBatch(second, { id, reason: '收款卡有误' }))]);
    expect(both.toSorted()).toEqual(['conflict', 'done']);
    expect([(await findBatch(finance, id))!.state, (await stateOf(one.id)).state]).toEqual(both[0] === 'done' ? ['sent', 'batched'] : ['void', 'approved']);
    if (both[0] !== 'done') await sendBatch(finance, { id: (await makeBatch(finance, {})).id });
    expect((await refusal(voidBatch(finance, { id, reason: '收款卡有误' }))).reason).toBe(both[0] === 'done' ? 'batch-sent' : 'batch-void');
  });
});

describe('the bank’s file', () => {
  it('sends the batch the first time, is the same every time after, and is on the record of each case', async () => {
    const one = await approved();
    const { id } = await makeBatch(finance, {});
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(sendBatch(viewer, { id }))).toMatch(/forbidden|not-found/);
    const before = await standing();
    const [first, again] = await Promise.all([sendBatch(finance, { id }), sendBatch(second, { id })]);
    expect(first.secret).toBe(again.secret);
    expect(first.secret).toMatch(/^H,PC20180302-\d\d,2018-03-02,1,1500\.00\r\n序号,户名,卡号,金额,案件编号\r\n1,王测试,622848\d{13},1500\.00,JZT[-0-9a-f]+\r\nT,1,1500\.00,[0-9a-f]{64}\r\n$/);
    expect(await findBatch(finance, id)).toMatchObject({ state: 'sent', fileHash: first.fileHash });
    expect(await standing()).toEqual(before);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ sum: number }>(sql`select sum(amount)::int as sum from fund_postings where account = 'transit'`), 'read');
    expect(rows[0]?.sum).toBeGreaterThanOrEqual(one.amount);
    expect(await trail('batch.send', one.id)).toMatchObject([{ kind: 'relief', after: { what: 'card', row: one.card } }, { kind: 'relief' }]);
    const said = await trail('batch.send', id);
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toContain('622848');
  });

  it('has the columns the bank wants; a batch that was sent keeps its own', async () => {
    const old = await sent(1);
    const was = JSON.stringify(await bankColumns(finance));
    const columns = { was, delimiter: 'semicolon', no: { place: 5, name: '编号' }, holder: { place: 4, name: '收款人' }, card: { place: 3, name: '账号' }, amount: { place: 2, name: '金额(元)' }, case: { place: 1, name: '案号' } };
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(setColumns(viewer, columns))).toBe('forbidden');
    expect(await outcome(setColumns(finance, { ...columns, no: { place: 4, name: '编号' } }))).toBe('invalid');
    expect(await outcome(setColumns(finance, { ...columns, no: { place: 5, name: '=编号' } }))).toBe('invalid');
    for (const delimiter of ['|', undefined]) expect(await outcome(setColumns(finance, { ...columns, delimiter }))).toBe('invalid');
    expect((await Promise.all([1, 2].map(() => outcome(setColumns(finance, columns))))).sort()).toEqual(['conflict', 'done']);
    expect((await sendBatch(finance, { id: old.id })).fileHash).toBe(old.hash);
    const one = await approved();
    const { id, no } = await makeBatch(finance, {});
    const { secret, fileHash } = await sendBatch(finance, { id });
    expect(secret).toMatch(/^H;PC.*;1500\.00\r\n案号;金额\(元\);账号;收款人;编号\r\nJZT[-0-9a-f]+;1500\.00;622848\d{13};王测试;1\r\nT;1;1500\.00;[0-9a-f]{64}\r\n$/);
    // The answer has its cells parted as the file that was sent, whatever is set since.
    await setColumns(second, { ...columns, was: JSON.stringify(await bankColumns(second)), delimiter: 'comma' });
    const text = answer(no!, fileHash!, [{ no: 1, caseNo: one.no, amount: one.amount }]);
    expect((await refusal(take(id, text))).fields).toMatchObject([{ problem: 'result-head', limit: 1 }]);
    expect(await take(id, text.replaceAll(',', ';'))).toMatchObject({ paid: 1, state: 'reconciled' });
    expect(await take(old.id, answer(old.no, old.hash, old.lines))).toMatchObject({ state: 'reconciled' });
    expect(await trail('bank-columns.set', 'bank_columns')).toMatchObject([{ after: { layout: { delimiter: 'semicolon' } } }, { after: { layout: { delimiter: 'comma' } } }]);
  });
});

describe('the bank’s answer', () => {
  it('pays and fails line by line, in parts and any order, once, and is reconciled when nothing waits', async () => {
    const { id, no, hash, lines, cases } = await sent(3);
    const before = await standing();
    const [one, two, three] = lines as [Line, Line, Line];
    const last = answer(no, hash, [{ ...three, word: '失败', reason: '户名不符' }]);
    expect(await take(id, last)).toMatchObject({ paid: 0, failed: 1, state: 'sent' });
    expect(await take(id, last)).toEqual({ id, already: true });
    const kept = { ...three, word: '失败' as const, reason: '户名不符', ref: `BK${String(references).padStart(8, '0')}` };
    expect(await take(id, answer(no, hash, [two, kept, one]))).toMatchObject({ paid: 2, failed: 0, state: 'reconciled' });
    expect((await Promise.all(cases.map((each) => stateOf(each.id)))).map(({ state }) => state)).toEqual(['paid', 'paid', 'failed']);
    const paid = one.amount + two.amount;
    expect(await standing()).toEqual({ ...before, balance: before.balance - paid, reserved: before.reserved - paid });
    const { rows } = await asSystem('job', (tx) => tx.execute<{ month: string | null }>(sql`select paid_month as month from relief_notices where case_id in (${cases[0]!.id}, ${cases[2]!.id}) order by case_id`), 'read');
    expect(rows).toEqual([{ month: '2018-03' }, { month: null }]);
    expect((await findBatch(finance, id))?.results).toHaveLength(2);
    expect(await trail('batch.import', id)).toHaveLength(2);
    expect((await refusal(take(id, answer(no, hash, [{ ...one, word: '失败', reason: '退汇' }])))).fields).toMatchObject([{ problem: 'result-contradicts', limit: 3 }]);
  });

  it('is taken once when two send it at once, and from finance officers alone', async () => {
    const { id, no, hash, lines } = await sent(2);
    const file = answer(no, hash, lines);
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(take(id, file, viewer))).toMatch(/forbidden|not-found/);
    const both = await Promise.all([finance, second].map((viewer) => take(id, file, viewer)));
    expect(both.filter(({ already }) => already)).toHaveLength(1);
    const other = await sent(1);
    expect((await refusal(take(other.id, file))).fields).toMatchObject([{ problem: 'result-other-batch' }]);
    const reference = file.split('\r\n')[2]!.split(',').at(-1)!;
    expect((await refusal(take(other.id, answer(other.no, other.hash, [{ ...other.lines[0]!, ref: reference }])))).fields).toMatchObject([{ problem: 'result-reference-twice', limit: 3 }]);
    expect((await refusal(take(other.id, answer(other.no, hash, other.lines)))).fields).toMatchObject([{ problem: 'result-other-file' }]);
  });

  it('may be that the whole file is refused: every payment comes back, for the one reason, as long as none was answered', async () => {
    const { id, no, hash, lines, cases } = await sent(2);
    const ask = (viewer: Viewer) => bounceBatch(viewer, { id, reason: '文件格式不符，整批退回' });
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(ask(viewer))).toMatch(/forbidden|not-found/);
    const before = await standing();
    expect((await Promise.all([1, 2].map(() => outcome(ask(finance))))).sort()).toEqual(['conflict', 'done']);
    expect(await standing()).toEqual(before);
    expect(await findBatch(auditor, id)).toMatchObject({ state: 'reconciled', failed: 2, payments: [{ state: 'failed', reason: '文件格式不符，整批退回' }, { state: 'failed' }] });
    expect((await Promise.all(cases.map((each) => stateOf(each.id)))).map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect((await casesToPay(finance)).failed.filter(({ id: failed }) => failed === cases[0]!.id)).toMatchObject([{ reason: '文件格式不符，整批退回', usable: true }]);
    expect(await trail('batch.bounce', id)).toMatchObject([{ kind: 'batch', after: { failed: 2 } }]);
    expect((await refusal(take(id, answer(no, hash, lines)))).fields).toMatchObject([{ problem: 'result-contradicts' }]);
    expect((await refusal(closeBatch(finance, { id, version: 3 }))).reason).toBe('batch-own');
    const answered = await sent(2);
    await take(answered.id, answer(answered.no, answered.hash, answered.lines.slice(0, 1)));
    expect((await refusal(bounceBatch(finance, { id: answered.id, reason: '整批退回' }))).reason).toBe('batch-answered');
    await take(answered.id, answer(answered.no, answered.hash, answered.lines.slice(1)));
  });

  it('is refused before the file was sent', async () => {
    const one = await approved();
    const { id, no } = await makeBatch(finance, {});
    expect(await outcome(take(id, answer(no!, 'a'.repeat(64), [{ no: 1, caseNo: one.no, amount: one.amount }])))).toBe('invalid');
  });

  it('two hundred hostile files: each is refused, and nothing is written of any', async () => {
    const { id, no, hash, lines } = await sent(3);
    const good = answer(no, hash, lines);
    const before = await everything();
    const cut = fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 30 }), fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('=1+1', '9999999999.00', ',', '\r\n', '"', '成功', '失败', 'T,3', '\0', '１')));
    const hostile = fc.oneof(
      cut.map(([from, length, put]) => bytes(good.slice(0, from) + put + good.slice(from + length))),
      fc.uint8Array({ maxLength: 300 }),
      fc.shuffledSubarray(good.split('\r\n')).map((part) => bytes(part.join('\r\n'))),
      fc.nat({ max: good.length }).map((at) => bytes(good).slice(0, at)),
      fc.constantFrom(new Uint8Array(1024 * 1024 + 1), bytes('x,'.repeat(300_000)), bytes(good.replaceAll(',', ',,')), new Uint8Array(Buffer.from(good, 'utf16le'))),
    );
    await fc.assert(fc.asyncProperty(hostile, async (file) => {
      // A change that leaves a file the bank might have written (another reference of its own) is none of these.
      const read = readResult(file);
      fc.pre(isProblem(read) || isProblem(newResults(read, { no, fileHash: hash, lines: lines.map((line) => ({ ...line, state: 'waiting' as const, reason: null, bankRef: null })) })));
      const failure = await refusal(importResult(finance, { id, file }));
      expect(failure.code).toBe('invalid');
    }), { numRuns: 200, examples: [[bytes(good.replace(lines[0]!.caseNo, 'JZX'))]], seed: 20180302 });
    expect(await everything()).toBe(before);
    expect(await take(id, good)).toMatchObject({ paid: 3, state: 'reconciled' });
  }, 120_000);
});

describe('closing and paying again', () => {
  it('takes a second officer, once', async () => {
    const { id, no, hash, lines, cases } = await sent(1);
    const closers = async () => (await findBatch(auditor, id))!.closers;
    expect(await closers()).toEqual([second.name]);
    const version = async () => (await findBatch(finance, id))!.version;
    expect(await outcome(closeBatch(second, { id, version: await version() }))).toBe('conflict');
    await take(id, answer(no, hash, lines));
    expect(await closers()).toEqual([second.name]);
    expect((await refusal(closeBatch(finance, { id, version: await version() }))).reason).toBe('batch-own');
    for (const viewer of [auditor, leader, clerk]) expect(await outcome(closeBatch(viewer, { id, version: await version() }))).toMatch(/forbidden|not-found/);
    expect(await outcome(closeBatch(second, { id, version: 1 }))).toBe('conflict');
    const now = await version();
    expect((await Promise.all([1, 2].map(() => outcome(closeBatch(second, { id, version: now }))))).sort()).toEqual(['conflict', 'done']);
    expect(await findBatch(finance, id)).toMatchObject({ state: 'closed', own: true });
    const { rows } = await asSystem('job', (tx) => tx.execute<{ verb: string }>(sql`select verb from relief_steps where case_id = ${cases[0]!.id} order by id desc limit 1`), 'read');
    expect(rows).toEqual([{ verb: 'close-batch' }]);
    expect(await trail('batch.close', id)).toHaveLength(1);
  });

  it('is not for whoever declared somebody in it a relative, and the page says so before', async () => {
    const { id, no, hash, lines, cases: [one] } = await sent(1);
    await take(id, answer(no, hash, lines));
    await fenced(second, (tx) => tx.execute(sql`
      insert into kinships (person_id, relation, name, id_hash, id_mask) select ${second.personId}, 'sibling', name, id_hash, id_mask from relief_people where case_id = ${one!.id}`), 'write');
    const page = await findBatch(second, id);
    expect(page).toMatchObject({ own: true, closers: [] });
    for (const viewer of [finance, auditor]) expect(await findBatch(viewer, id)).toMatchObject({ closers: [], payments: [{ caseNo: one!.no }] });
    expect((await refusal(closeBatch(second, { id, version: page!.version }))).reason).toBe('batch-own');
  });

  it('brings a failed case back once its account is usable, and pays it in the next batch', async () => {
    const { id, no, hash, lines, cases: [one] } = await sent(1);
    await take(id, answer(no, hash, [{ ...lines[0]!, word: '失败', reason: '卡已注销' }]));
    await changeCardOf(one!.id, { at: '2018-03-02 09:00+08' });
    const { version } = await stateOf(one!.id);
    const ask = (viewer: Viewer) => reinstateCase(viewer, { id: one!.id, version, reason: '已更换收款卡' });
    expect((await refusal(ask(finance))).reason).toBe('relief-card-unusable');
    const card = await changeCardOf(one!.id, { at: '2018-02-20 09:00+08', by: reviewers[1] });
    expect((await casesToPay(finance)).failed.filter(({ id: failed }) => failed === one!.id)).toMatchObject([{ id: one!.id, usable: true, changed: true, reason: '卡已注销' }]);
    for (const viewer of [auditor, leader]) expect(await outcome(ask(viewer))).toBe('forbidden');
    expect((await Promise.all([1, 2].map(() => outcome(ask(finance))))).sort()).toEqual(['conflict', 'done']);
    expect(await trail('relief.reinstate', one!.id)).toMatchObject([{ kind: 'relief' }]);
    const next = await makeBatch(finance, {});
    expect(next.cases).toEqual([one!.no]);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ card: number }>(sql`select card_id as card from relief_batch_lines where batch_id = ${next.id}`), 'read');
    expect(rows).toEqual([{ card }]);
  });

  it('takes a payment that came back later out of what was paid, by two officers, and pays it again to the end', async () => {
    const { id, no, hash, lines, cases: [one] } = await sent(1);
    await take(id, answer(no, hash, lines));
    await closeBatch(second, { id, version: (await findBatch(second, id))!.version });
    await making((tx) => measureAll(tx));
    await making((tx) => setClock(tx, '2018-04-10 10:00+08'));
    const before = await standing();
    const back = { id, no: 1, ref: 'TH00000001', day: '2018-04-09', reason: '收款户已注销，退汇' };
    for (const viewer of [auditor, leader, clerk]) for (const ask of [enterReturn, confirmReturn]) expect(await outcome(ask(viewer, back))).toMatch(/forbidden|not-found/);
    for (const wrong of [{ day: '2018-04-11' }, { day: '2018-03-01' }, { ref: 'x' }, { reason: '' }]) expect(await outcome(enterReturn(finance, { ...back, ...wrong }))).toBe('invalid');
    expect((await refusal(enterReturn(second, back))).reason).toBe('relief_acts_twice');
    expect((await refusal(confirmReturn(second, back))).reason).toBe('batch-not-paid');
    await enterReturn(finance, { ...back, reason: '退汇' });
    expect((await Promise.all([1, 2].map(() => outcome(dropReturn(finance, { id, no: 1, reason: '登错一笔' }))))).sort()).toEqual(['conflict', 'done']);
    expect((await findBatch(second, id))!.payments[0]).toMatchObject({ state: 'paid', returnEnteredBy: null, returnRef: null });
    await enterReturn(finance, { ...back, reason: '退汇' });
    await enterReturn(finance, back);
    expect(await standing()).toEqual(before);
    expect((await listBatches(second, 1)).rows.filter(({ comesBack }) => comesBack).map((row) => row.id)).toEqual([id]);
    expect(await findBatch(second, id)).toMatchObject({ own: false, payments: [{ state: 'paid', returnEnteredBy: finance.name, returnRef: back.ref, returnedOn: back.day }] });
    expect((await refusal(confirmReturn(finance, back))).reason).toBe('batch-return-own');
    expect(await outcome(confirmReturn(second, { ...back, ref: 'TH00000009' }))).toBe('conflict');
    // By no other door either.
    const forged = (who: Viewer, ...queries: SQL[]) => fenced(who, async (tx) => {
      for (const query of queries) await tx.execute(query);
    }, 'write').then(() => 'done', (failure: { constraint?: string }) => failure.constraint);
    const returned = (who: Viewer, more = sql``) => sql`update relief_batch_lines set state = 'returned', return_confirmed_by = ${who.personId}${more} where batch_id = ${id}`;
    expect(await forged(finance, returned(finance))).toBe('relief_acts_twice');
    expect(await forged(second, returned(finance))).toBe('relief_in_another_name');
    expect(await forged(second, returned(second, sql`, return_ref = 'TH00000002'`))).toBe('relief_line_settled');
    expect(await forged(second, returned(second))).toBe('relief_not_booked');
    expect(await forged(second, sql`update relief_cases set state = 'failed', version = version + 1 where id = ${one!.id}`)).toBe('relief_payment_gate');
    expect(await forged(second, sql`update relief_notices set paid_month = null where case_id = ${one!.id}`)).toBe('relief_notice_altered');
    expect((await Promise.all([1, 2].map(() => outcome(confirmReturn(second, back))))).sort()).toEqual(['conflict', 'done']);
    const { amount } = one!;
    expect(await standing()).toEqual({ ...before, balance: before.balance + amount, reserved: before.reserved + amount });
    expect([(await stateOf(one!.id)).state, (await findBatch(finance, id))!.payments[0]!.state]).toEqual(['failed', 'returned']);
    const month = async () => (await asSystem('job', (tx) => tx.execute<{ month: string | null }>(sql`select paid_month as month from relief_notices where case_id = ${one!.id}`), 'read')).rows[0]!.month;
    expect(await month()).toBeNull();
    expect((await casesToPay(finance)).failed.filter((each) => each.id === one!.id)).toMatchObject([{ reason: back.reason, changed: false }]);
    expect(await trail('batch.confirm-return', id)).toHaveLength(1);
    const sound = () => asSystem('job', async (tx) => [await violations(tx, Object.keys(RELIEF_INVARIANTS).filter((name) => name !== 'relief-write-without-audit')), await differences(tx)], 'read');
    expect(await sound()).toEqual([[], []]);
    const card = await changeCardOf(one!.id, { at: '2018-04-01 09:00+08', by: reviewers[1] });
    await reinstateCase(finance, { id: one!.id, version: (await stateOf(one!.id)).version, reason: '已更换收款卡' });
    const next = await makeBatch(finance, {});
    const { fileHash } = await sendBatch(finance, { id: next.id });
    const again = (await findBatch(finance, next.id))!.payments.map((line) => ({ no: line.no, caseNo: line.caseNo, amount: line.amount }));
    await take(next.id, answer(next.no!, fileHash!, again));
    await closeBatch(second, { id: next.id, version: (await findBatch(second, next.id))!.version });
    expect([(await stateOf(one!.id)).state, await month()]).toEqual(['paid', '2018-04']);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ state: string; card: number }>(sql`select state, card_id as card from relief_batch_lines where case_id = ${one!.id} order by id`), 'read');
    expect(rows).toEqual([{ state: 'returned', card: one!.card }, { state: 'paid', card }]);
    expect(await sound()).toEqual([[], []]);
    await making((tx) => setClock(tx, '2018-03-02 10:00+08'));
  });
});
