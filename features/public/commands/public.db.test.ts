import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asSystem } from '@/db/fence';
import { receiptFrom } from '@/db/receipts';
import { makeHousehold, makePerson, makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import { asOwner, makeNotice, makeRules, type MadeNotice } from '@/db/testing/open-notice';
import { fingerprint, open } from '@/db/vault';
import { command } from '@/server/command';
import { publicViewer } from '@/server/viewer';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { followCase, placeOfReceipt } from '../queries/follow-case';
import { readOffice } from '../queries/office';
import { object } from './object';
import { receive } from './receive';
import { setOffice } from './set-office';
import { withdraw } from './withdraw';

const MEMBER = '519999196005010034';
const OBJECT_ANYTHING = z.object({});
const STRANGER = '519999197001010046';
const ELSEWHERE = '519999198001010034';

let village: string;
let sibling: string;
let household: number;
let address = 0;

const number = (start: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return start.slice(0, 17) + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(start[at]), 0) % 11];
};
const application = (changed: object = {}) => ({
  key: crypto.randomUUID(), village, name: '王户主', idNumber: number(MEMBER), phone: '139 0000 1234', cause: 'illness', text: '去年十月住院，自付三万元，欠债。', ...changed,
});
const row = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) => asSystem('job', async (tx) => (await tx.execute<Row>(query)).rows[0]);
const trail = (name: string) => asSystem('job', async (tx) => {
  await tx.execute(sql`select set_config('app.audit', 'all', true)`);
  return (await tx.execute<Record<string, unknown>>(sql`select person_id, actor, subject_kind, subject_id, division, address, before, after from audits where command = ${name} order by id desc limit 1`)).rows[0];
});
const steps = (id: number) => asSystem('job', async (tx) =>
  (await tx.execute<{ part: string; verb: string; by: number | null }>(sql`select part, verb, person_id as by from relief_steps where case_id = ${id} order by id`)).rows);

beforeAll(async () => {
  await making(async (tx) => {
    const township = await makeTownship(tx);
    [village, sibling] = [await makeVillage(tx, township), await makeVillage(tx, township)];
    household = await makeHousehold(tx, village, '王户主');
    await tx.execute(sql`update members set id_hash = ${fingerprint(number(MEMBER))} where household_id = ${household}`);
    const other = await makeHousehold(tx, sibling, '李户主');
    await tx.execute(sql`update members set id_hash = ${fingerprint(number(ELSEWHERE))} where household_id = ${other}`);
  });
});

describe('an application that a household sends in', () => {
  it('waits for rules', async () => {
    const failure = await refusal(receive(publicViewer(village), application()));
    expect([failure.code, failure.reason]).toEqual(['conflict', 'relief-not-open']);
    await asOwner(makeRules);
  });

  it('becomes a received case of the registered household, with who applied, a step, and an audit row of the public that knows no number', async () => {
    const { id, no, secret } = await receive(publicViewer(village), application(), '203.0.113.9');
    const made = await row<Record<string, unknown> & { phone: Buffer }>(sql`select * from relief_cases where id = ${id}`);
    expect(made).toMatchObject({ no, division: village, household_id: household, head_name: '王户主', subject_key: `h:${household}`, origin: 'household', cause: 'illness', state: 'received', round: 1, version: 1, phone_tail: '1234' });
    expect(made?.due_at).not.toBeNull();
    expect(open(made!.phone, `relief_cases:${id}:phone`)).toBe('13900001234');
    expect(await steps(id)).toEqual([{ part: 'applicant', verb: 'receive', by: null }]);
    expect(await row(sql`select name, relation, id_number, id_hash, id_mask from relief_people where case_id = ${id}`)).toEqual({ name: '王户主', relation: 'head', id_number: null, id_hash: fingerprint(number(MEMBER)), id_mask: '5199**********0000' });
    const audited = await trail('relief.receive');
    expect(audited).toMatchObject({ person_id: 0, actor: 'public', subject_kind: 'relief', subject_id: String(id), division: village, address: '203.0.113.9', before: null });
    expect(JSON.stringify(audited)).not.toMatch(new RegExp(`${number(MEMBER)}|13900001234|${secret}`));
    expect(await followCase(publicViewer(village), secret)).toMatchObject({ no, maskedName: '王*主', state: 'received', steps: [{ deed: 'receive', why: null }] });
  });

  it('sent twice by the same form is one, with the same receipt', async () => {
    const form = application({ cause: 'disaster' });
    const [one, other] = await Promise.all([receive(publicViewer(village), form), receive(publicViewer(village), form)]);
    expect(other).toMatchObject({ id: one.id, no: one.no, secret: one.secret });
    expect(await steps(one.id)).toHaveLength(1);
  });

  it('is refused a second time for the same cause and year, and taken for another', async () => {
    const failure = await refusal(receive(publicViewer(village), application()));
    expect([failure.code, failure.reason]).toEqual(['conflict', 'relief-applied']);
    expect(await outcome(receive(publicViewer(village), application({ cause: 'accident' })))).toBe('done');
  });

  it('of somebody in no registry goes by the print of the number', async () => {
    const { id } = await receive(publicViewer(village), application({ name: '赵无户', idNumber: number(STRANGER) }));
    expect(await row(sql`select household_id, head_name, subject_key from relief_cases where id = ${id}`)).toEqual({ household_id: null, head_name: '赵无户', subject_key: `i:${fingerprint(number(STRANGER))}` });
    expect(await row(sql`select count(*)::int as count from relief_people where case_id = ${id}`)).toEqual({ count: 0 });
    const failure = await refusal(receive(publicViewer(sibling), application({ village: sibling, name: '赵无户', idNumber: number(STRANGER) })));
    expect([failure.code, failure.reason]).toEqual(['conflict', 'relief-applied']);
  });

  it('of somebody registered elsewhere is sent there, without a word where', async () => {
    const failure = await refusal(receive(publicViewer(village), application({ name: '李户主', idNumber: number(ELSEWHERE) })));
    expect([failure.code, failure.reason]).toEqual(['conflict', 'relief-elsewhere']);
    expect(JSON.stringify(failure)).not.toContain(sibling);
  });

  it('says nothing of the registry to who has a number without its name', async () => {
    for (const idNumber of [number(MEMBER), number(ELSEWHERE)]) {
      const { id } = await receive(publicViewer(village), application({ cause: 'disaster', name: '赵不知', idNumber }));
      expect(await row(sql`select household_id, head_name, subject_key from relief_cases where id = ${id}`)).toEqual({ household_id: null, head_name: '赵不知', subject_key: `i:${fingerprint(idNumber)}` });
    }
  });

  it('is refused by field, and by whoever is signed in', async () => {
    const { fields } = await refusal(receive(publicViewer(village), application({ idNumber: '519999196005010035', phone: '12', text: '短', name: '王', cause: 'x' })));
    expect(fields.map(({ field, problem }) => [field, problem])).toEqual([['name', 'short'], ['idNumber', 'id-number'], ['phone', 'phone'], ['cause', 'choice'], ['text', 'short']]);
    const clerk = await viewerOf(await making((tx) => makePerson(tx, 'relief-village-clerk', { division: village })));
    expect(await outcome(receive(clerk, application({ cause: 'accident' })))).toBe('forbidden');
  });

  it('writes into no other village than the one it names', async () => {
    expect(await outcome(receive(publicViewer(sibling), application({ idNumber: number('519999197101010046') })))).toBe('not-found');
    expect(await outcome(receive(publicViewer(village), application({ village: '510823999999' })))).toBe('not-found');
  });
});

describe('an objection', () => {
  let made: MadeNotice;
  const source = () => `source-${address++}`;
  const objection = (changed: object = {}) => ({ notice: made.notice, text: '他家有小汽车，去年在城里买了房。', name: '', phone: '', source: source(), ...changed });

  beforeAll(async () => {
    made = await asOwner((query) => makeNotice(query, { village }));
  });

  it('without a name is kept, stops the case by being open, and is a step of nobody', async () => {
    const { id } = await object(publicViewer(village), objection());
    expect(id).toBe(made.caseId);
    expect(await row(sql`select notice_id, division, objector, phone, phone_tail, answered_at from relief_objections where case_id = ${id}`)).toEqual({ notice_id: made.notice, division: village, objector: null, phone: null, phone_tail: null, answered_at: null });
    expect(await steps(id)).toEqual([{ part: 'objection', verb: 'object', by: null }]);
    expect(await trail('relief.object')).toMatchObject({ person_id: 0, actor: 'public', subject_kind: 'relief', subject_id: String(id), after: { anonymous: true } });
  });

  it('with a name and a telephone keeps the telephone sealed', async () => {
    const text = '他家收入没有算外出打工的工资。';
    await object(publicViewer(village), objection({ text, name: ' 陈 某 某 ', phone: '0839-6600000' }));
    const kept = await row<{ id: number; objector: string; phone: Buffer; tail: string }>(sql`select id, objector, phone, phone_tail as tail from relief_objections where text = ${text}`);
    expect(kept).toMatchObject({ objector: '陈某某', tail: '0000' });
    expect(open(kept!.phone, `relief_objections:${kept!.id}:phone`)).toBe('08396600000');
    expect(JSON.stringify(await trail('relief.object'))).not.toContain('08396600000');
  });

  it('sent twice from one place is one', async () => {
    const same = objection({ text: '同一件事，点了两次提交按钮。' });
    await Promise.all([object(publicViewer(village), same), object(publicViewer(village), same)]);
    expect(await row(sql`select count(*)::int as count from relief_objections where text = ${same.text}`)).toEqual({ count: 1 });
  });

  it.each([
    ['over', { opens: '-8 days', closes: '-1 second' }],
    ['not open yet', { opens: '1 hour' }],
  ])('to a notice that is %s is not taken', async (_when, span) => {
    const { notice } = await asOwner((query) => makeNotice(query, { village, ...span }));
    expect(await outcome(object(publicViewer(village), objection({ notice })))).toBe('not-found');
  });

  it('reaches no notice of another village, none that was taken down, and refuses too little text', async () => {
    const { notice } = await asOwner((query) => makeNotice(query, { village: sibling }));
    expect(await outcome(object(publicViewer(village), objection({ notice })))).toBe('not-found');
    await asOwner((query) => query('update relief_notices set taken_down_at = county_now() where id = $1', [notice]));
    expect(await outcome(object(publicViewer(sibling), objection({ notice })))).toBe('not-found');
    expect((await refusal(object(publicViewer(village), objection({ text: '不对\u0000\u0001' })))).fields).toEqual([{ field: 'text', problem: 'short', limit: 10 }]);
  });

  it('is refused by the database too when the window is over', async () => {
    const late = await asOwner((query) => makeNotice(query, { village, closes: '-1 second', opens: '-8 days' }));
    const past = command('test.object', { kind: 'relief' }).input(OBJECT_ANYTHING).load(async () => ({ id: late.caseId })).can(() => true).run(async ({ tx }) => {
      await tx.execute(sql`insert into relief_objections (case_id, notice_id, division, text, source) values (${late.caseId}, ${late.notice}, ${village}, '绕过窗口的异议内容', 'x')`);
      return { id: late.caseId };
    });
    expect(await outcome(past(publicViewer(village), {}))).toBe('conflict');
  });
});

describe('taking an application back', () => {
  const withReceipt = async (state: string) => {
    const { code, hash } = receiptFrom([crypto.randomUUID()]);
    return { code, ...(await asOwner((query) => makeNotice(query, { village, receiptHash: hash, state }))) };
  };

  it('takes the notice down, with the reason in a step of nobody', async () => {
    const { code, caseId, notice } = await withReceipt('noticed');
    expect(await placeOfReceipt(publicViewer(), code)).toBe(village);
    await withdraw(publicViewer(village), { code, version: '4', reason: '病已治好，不用了' });
    expect(await row(sql`select c.state, c.version, n.taken_down_at is not null as down from relief_cases c join relief_notices n on n.case_id = c.id where n.id = ${notice}`)).toEqual({ state: 'withdrawn', version: 5, down: true });
    expect(await row(sql`select verb, person_id, note from relief_steps where case_id = ${caseId}`)).toEqual({ verb: 'withdraw', person_id: null, note: '病已治好，不用了' });
    expect(await trail('relief.withdraw-by-receipt')).toMatchObject({ person_id: 0, subject_id: String(caseId), before: { state: 'noticed' }, after: { state: 'withdrawn' } });
    expect(await outcome(withdraw(publicViewer(village), { code, version: '5', reason: '再来一次' }))).toBe('conflict');
  });

  it.each(['approved', 'batched', 'paid', 'failed', 'refused'])('is too late when it is %s', async (state) => {
    const { code } = await withReceipt(state);
    expect(await outcome(withdraw(publicViewer(village), { code, version: '4', reason: '不用了' }))).toBe('conflict');
  });

  it('sees another version, another village, a wrong code and two at once', async () => {
    const { code } = await withReceipt('noticed');
    const asked = { code, version: '4', reason: '不用了' };
    expect(await outcome(withdraw(publicViewer(village), { ...asked, version: '3' }))).toBe('conflict');
    expect(await outcome(withdraw(publicViewer(sibling), asked))).toBe('not-found');
    expect(await outcome(withdraw(publicViewer(village), { ...asked, code: receiptFrom(['nobody has it']).code }))).toBe('not-found');
    expect((await Promise.all([1, 2].map(() => outcome(withdraw(publicViewer(village), asked))))).sort()).toEqual(['conflict', 'done']);
  });
});

describe('whom the public calls and where it gives', () => {
  const texts = (changed: object = {}) => ({ contact: ' 基金办公室 0839-6600000 ', account: '剑阁县防返贫基金\r\n某银行', wasContact: '', wasAccount: '', ...changed });

  it('is set by the system administrator alone, kept old → new, and read by everybody', async () => {
    const [admin, office] = await Promise.all((['system-administrator', 'office-reviewer'] as const).map(async (duty) => viewerOf(await making((tx) => makePerson(tx, duty)))));
    for (const viewer of [office!, publicViewer()]) expect(await outcome(setOffice(viewer, texts()))).toBe('forbidden');
    await setOffice(admin!, texts());
    expect(await readOffice(publicViewer())).toMatchObject({ contact: '基金办公室 0839-6600000', account: '剑阁县防返贫基金\n某银行' });
    expect(await outcome(setOffice(admin!, texts()))).toBe('conflict');
    const stood = { wasContact: '基金办公室 0839-6600000', wasAccount: '剑阁县防返贫基金\r\n某银行' };
    const both = await Promise.all(['甲', '乙'].map((contact) => outcome(setOffice(admin!, texts({ ...stood, contact, account: '' })))));
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect((await readOffice(publicViewer())).account).toBeNull();
    expect(await trail('public-office.set')).toMatchObject({ subject_id: 'public', before: { account: '剑阁县防返贫基金\n某银行' }, after: { account: null } });
  });
});
