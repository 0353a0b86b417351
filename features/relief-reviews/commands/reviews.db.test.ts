import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { readStanding } from '@/db/ledger';
import { makeFund, makeReliefCase, POOR } from '@/db/testing/relief-fixtures';
import { madeCard } from '@/db/testing/numbers';
import { makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { seal } from '@/db/vault';
import type { Viewer } from '@/domain/viewer';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { householdHistory } from '@/features/households/queries/household-history';
import { findCase } from '../queries/find-case';
import { visitPhoto } from '../queries/visit-photo';
import { objectionsWaiting, reviewsWaiting } from '../queries/reviews-waiting';
import { answerObjection } from './answer-objection';
import { changeCard } from './change-card';
import { confirmCard } from './confirm-card';
import { passReview } from './pass';
import { refuseCase } from './refuse';
import { revokeApproval } from './revoke';
import { sendBack } from './send-back';
import { setReliefRules } from './set-rules';
import { unmaskRelief } from './unmask';
import { unmaskObjector } from './unmask-objector';

const LACKS = 330_000 * 2 - 200_000;
const YUAN = { wage: '1000', business: '1500', property: '0', transfer: '500', cost: '1000' };
const FIRST = '2018-03-01 09:00+08';
/** The notice of 1 March hangs 7 full days: from the 2nd to the 8th. */
const OVER = Date.parse('2018-03-09T00:00:00+08:00');

interface Cast { village: string; secretary: Viewer; township: Viewer; district: Viewer; inspector: Viewer; clerk: Viewer; finance: Viewer; outsider: Viewer }

async function cast(): Promise<Cast> {
  const made = await making(async (tx) => {
    const code = await makeTownship(tx);
    const village = await makeVillage(tx, code);
    const elsewhere = await makeVillage(tx, await makeTownship(tx));
    return {
      village,
      secretary: await makePerson(tx, 'first-secretary', { division: village }), clerk: await makePerson(tx, 'relief-village-clerk', { division: village }),
      township: await makePerson(tx, 'relief-township-officer', { division: code }), district: await makePerson(tx, 'relief-district-officer'),
      inspector: await makePerson(tx, 'inspector'), finance: await makePerson(tx, 'finance-officer'), outsider: await makePerson(tx, 'first-secretary', { division: elsewhere }),
    };
  });
  const { village, ...people } = made;
  const viewers = await Promise.all(Object.entries(people).map(async ([name, person]) => [name, await viewerOf(person)] as const));
  return { village, ...Object.fromEntries(viewers) } as unknown as Cast;
}

const review = (over: object = {}) => ({ visitedOn: '2018-03-01', found: '户主住院，医药费自付两万元', 'village-group': 'on', 'resident-cadre': 'on', explained: 'on', ...YUAN, photo: Buffer.from('jpeg'), ...over });
const pass = (viewer: Viewer, id: number, version: number, over: object = {}) => passReview(viewer, { id, version, ...review(over) });
const stateOf = async (id: number) => (await asSystem('job', (tx) => tx.execute<{ state: string; version: number; amount: number | null }>(sql`select state, version, amount::float8 as amount from relief_cases where id = ${id}`))).rows[0]!;
const clock = (at: string) => making((tx) => setClock(tx, at));
const noticed = async ({ village, secretary, township }: Cast) => {
  const made = await making((tx) => makeReliefCase(tx, village));
  await pass(secretary, made.id, 1);
  await pass(township, made.id, 2);
  return made;
};
const object = (id: number) => making((tx) => tx.execute<{ id: number }>(sql`
  insert into relief_objections (case_id, notice_id, division, text, source) select c.id, n.id, c.division, '他家去年刚盖了新房', 'x' from relief_cases c join relief_notices n on n.case_id = c.id where c.id = ${id} returning id`)).then(({ rows }) => rows[0]!.id);

let county: Cast;
beforeAll(async () => {
  await making((tx) => makeFund(tx));
  county = await cast();
}, 120_000);
beforeEach(() => clock(FIRST));

describe('a case', () => {
  it('passes through village, township, notice and district; the money is reserved with the approval', async () => {
    const { village, secretary, township, district } = county;
    const { id } = await making((tx) => makeReliefCase(tx, village));
    await pass(secretary, id, 1);
    expect(await stateOf(id)).toEqual({ state: 'reviewed', version: 2, amount: LACKS });
    await pass(township, id, 2);
    await making((tx) => tx.execute(sql`insert into relief_evidence (case_id, division, name, type, size, content) values (${id}, ${village}, '出院小结.pdf', 'application/pdf', 4, 'text')`));
    const seen = await findCase(district, id);
    expect(seen).toMatchObject({ files: 1, evidence: [{ name: '出院小结.pdf' }] });
    expect(seen!.people[0]!.name).not.toContain('*');
    const paid = await findCase(county.finance, id);
    expect(paid).toMatchObject({ headName: '王*试', causeText: '', files: 1, evidence: [], visits: [], people: [{ name: '王*试' }, { name: '王*偶' }] });
    const photo = seen!.visits[0]!.id;
    expect([await visitPhoto(district, photo), await visitPhoto(county.finance, photo)]).toEqual([expect.any(Buffer), null]);
    expect(seen).toMatchObject({ state: 'noticed', notices: [{ maskedName: '王*试', amount: LACKS, closesAt: OVER, takenDown: false }], visits: [{ part: 'village', present: ['village-group', 'resident-cadre'], explained: true }, { part: 'township' }] });
    expect(await refusal(pass(district, id, 3))).toMatchObject({ code: 'conflict', reason: 'relief_supervision_gate' });
    await clock('2018-03-09 09:00+08');
    const before = await asSystem('job', readStanding);
    await pass(district, id, 3, { visitedOn: '2018-03-09' });
    expect(await stateOf(id)).toEqual({ state: 'approved', version: 4, amount: LACKS });
    expect(await asSystem('job', readStanding)).toEqual({ balance: before.balance, reserved: before.reserved + LACKS, available: before.available - LACKS });
    const trail = await asSystem('job', async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute<{ command: string; after: object }>(sql`select command, after from audits where subject_kind = 'relief' and subject_id = ${String(id)} order by id`)).rows;
    });
    expect(trail.map(({ command }) => command)).toEqual(['relief.pass', 'relief.pass', 'relief.pass']);
    expect(trail[2]?.after).toMatchObject({ state: 'approved' });
  });

  it('is approved once the notice’s days are over, not before', async () => {
    for (const [offset, expected] of [[-60_000, 'conflict'], [0, 'done']] as const) {
      await clock(FIRST);
      const { id } = await noticed(county);
      await clock(new Date(OVER + offset).toISOString());
      expect(await outcome(pass(county.district, id, 3, { visitedOn: '2018-03-05' }))).toBe(expected);
    }
  });

  it('is reviewed by who serves its place and had no other part in it; outsiders hear that there is none', async () => {
    const { village, secretary, clerk, township, district, inspector, outsider } = county;
    const { id } = await making((tx) => makeReliefCase(tx, village));
    expect((await refusal(pass(outsider, id, 1))).code).toBe('not-found');
    for (const viewer of [township, district, inspector]) expect((await refusal(pass(viewer, id, 1))).code).toBe('forbidden');
    await making((tx) => tx.execute(sql`select set_config('app.person', ${String(clerk.personId)}, true)`).then(() => tx.execute(sql`
      insert into relief_steps (case_id, division, round, part, verb, person_id) values (${id}, ${village}, 1, 'applicant', 'change-card', ${clerk.personId})`)));
    expect((await refusal(pass(clerk, id, 1))).code).toBe('forbidden');
    expect(await outcome(pass(secretary, id, 1))).toBe('done');
  });

  it('of a declared relative is nobody’s to act on', async () => {
    const { village, secretary } = county;
    const { id, person } = await making((tx) => makeReliefCase(tx, village));
    await making((tx) => tx.execute(sql`select set_config('app.person', ${String(secretary.personId)}, true)`).then(() => tx.execute(sql`
      insert into kinships (person_id, relation, name, id_hash, id_mask) select ${secretary.personId}, 'parent', name, id_hash, id_mask from relief_people where id = ${person}`)));
    expect((await refusal(pass(secretary, id, 1))).code).toBe('forbidden');
    expect((await findCase(secretary, id))?.kin).toBe(true);
  });

  it('is moved by one of two who decide at once, at every review; the other hears who was first', async () => {
    const { village, secretary, clerk, township, district } = county;
    const [colleague, other] = await Promise.all((await making(async (tx) => [
      await makePerson(tx, 'relief-township-officer', { division: village.slice(0, 9) }), await makePerson(tx, 'relief-district-officer'),
    ])).map(viewerOf));
    const { id } = await making((tx) => makeReliefCase(tx, village));
    const race = async (version: number, day: string, deed: string, pair: readonly [Viewer, Viewer]) => {
      const both = await Promise.allSettled(pair.map((viewer) => pass(viewer, id, version, { visitedOn: day })));
      const lost = both.filter((each) => each.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]!.reason).toMatchObject({ code: 'conflict', happened: { deed } });
      expect((await stateOf(id)).version).toBe(version + 1);
    };
    await race(1, '2018-03-01', 'relief.review', [secretary, clerk]);
    await race(2, '2018-03-01', 'relief.recheck', [township, colleague!]);
    await clock('2018-03-09 09:00+08');
    await race(3, '2018-03-09', 'relief.approve', [district, other!]);
  });

  it('sent back or refused by one is not passed by the other, who hears who was first', async () => {
    const { village, secretary, clerk } = county;
    for (const decide of [sendBack, refuseCase]) {
      const { id } = await making((tx) => makeReliefCase(tx, village));
      const late = (viewer: Viewer) => decide(viewer, { id, version: 1, reason: '请补充医药费票据' });
      const both = await Promise.allSettled([pass(secretary, id, 1), late(clerk)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((each) => each.status === 'rejected')!.reason).toMatchObject({ code: 'conflict', happened: { deed: expect.stringMatching(/^relief\.(review|return-village|refuse-village)$/) as string } });
      expect(await refusal(late(secretary))).toMatchObject({ code: 'conflict', happened: {} });
      expect((await stateOf(id)).version).toBe(2);
    }
  });

  it('says what is missing beside the field, and why a worksheet differs', async () => {
    const { village, secretary, township } = county;
    const { id } = await making((tx) => makeReliefCase(tx, village));
    const wrong = async (over: object) => (await refusal(pass(secretary, id, 1, over))).fields.map(({ field, problem }) => `${field} ${problem}`);
    expect(await wrong({ visitedOn: '2018-03-02' })).toEqual(['visitedOn future-day']);
    expect(await wrong({ visitedOn: '2018-02-28' })).toEqual(['visitedOn before-application']);
    expect(await wrong({ wage: '-3', found: '无' })).toEqual(['found reason', 'wage small']);
    expect(await wrong({ wage: '1200' })).toEqual(['explanation differs']);
    expect(await refusal(pass(secretary, id, 1, { wage: '9000', explanation: '漏算了务工收入' }))).toMatchObject({ reason: 'relief-not-below' });
    await pass(secretary, id, 1, { wage: '1200', explanation: '漏算了务工收入' });
    expect((await stateOf(id)).amount).toBe(LACKS - 20_000);
    expect(await refusal(pass(township, id, 2))).toMatchObject({ fields: [{ field: 'explanation' }] });
  });

  it('is not approved in another amount than the public read', async () => {
    const { id } = await noticed(county);
    await clock('2018-03-10 09:00+08');
    const day = { visitedOn: '2018-03-10' };
    expect(await refusal(pass(county.district, id, 3, { ...day, wage: '1100', explanation: '务工收入多一百元' }))).toMatchObject({ reason: 'relief-other-amount' });
    expect(await outcome(pass(county.district, id, 3, day))).toBe('done');
  });

  it('is not approved while the fund is short: nothing of it is written', async () => {
    const { village, secretary, township, district } = county;
    const { id } = await making((tx) => makeReliefCase(tx, village, { sheet: { ...POOR, cost: 300_000_000 } }));
    const dear = { cost: '3000000' };
    await pass(secretary, id, 1, dear);
    await pass(township, id, 2, dear);
    await clock('2018-03-10 09:00+08');
    const before = await asSystem('job', readStanding);
    expect(await refusal(pass(district, id, 3, { visitedOn: '2018-03-10', ...dear }))).toMatchObject({ code: 'conflict', reason: 'relief_short' });
    expect(await stateOf(id)).toMatchObject({ state: 'noticed', version: 3 });
    expect(await asSystem('job', readStanding)).toEqual(before);
  });

  it('sent back loses its notice and is decided by nobody until it comes again; refused it ends', async () => {
    const { district } = county;
    const [back, ended] = [await noticed(county), await noticed(county)];
    await sendBack(district, { id: back.id, version: 3, reason: '医药费票据不全，请补正' });
    await refuseCase(district, { id: ended.id, version: 3, reason: '公示期内核实不符合条件' });
    expect([(await stateOf(back.id)).state, (await stateOf(ended.id)).state]).toEqual(['returned', 'refused']);
    expect((await findCase(district, back.id))?.notices).toMatchObject([{ takenDown: true }]);
    expect((await refusal(sendBack(district, { id: back.id, version: 4, reason: '再退一次不可能' }))).code).toBe('conflict');
  });

  it('approved can be taken back before it is on its way: the money is free again', async () => {
    const { id } = await noticed(county);
    await clock('2018-03-10 09:00+08');
    const before = await asSystem('job', readStanding);
    await pass(county.district, id, 3, { visitedOn: '2018-03-10' });
    expect((await refusal(revokeApproval(county.township, { id, version: 4, reason: '乡镇无权撤销审定' }))).code).toBe('forbidden');
    await revokeApproval(county.district, { id, version: 4, reason: '发现重复申报，撤销审定' });
    expect(await stateOf(id)).toMatchObject({ state: 'refused' });
    expect(await asSystem('job', readStanding)).toEqual(before);
    expect((await refusal(revokeApproval(county.district, { id, version: 5, reason: '再次撤销不可能' }))).code).toBe('conflict');
  });
});

describe('an objection', () => {
  it('stops the approval until somebody who had no part answers it; upheld it stops it for good', async () => {
    const { district, inspector, township } = county;
    const { id } = await noticed(county);
    const objection = await object(id);
    await clock('2018-03-10 09:00+08');
    const approve = () => pass(district, id, 3, { visitedOn: '2018-03-10' });
    expect(await refusal(approve())).toMatchObject({ reason: 'relief_supervision_gate' });
    const answer = (viewer: Viewer, upheld = 'no') => answerObjection(viewer, { id, objection, upheld, answer: '入户核实，新房是搬迁安置房' });
    expect((await refusal(answer(township))).code).toBe('forbidden');
    await answer(inspector);
    expect(await refusal(answer(inspector, 'yes'))).toMatchObject({ code: 'conflict', happened: { deed: 'relief.answer' } });
    expect(await outcome(approve())).toBe('done');

    await clock(FIRST);
    const other = await noticed(county);
    const right = await object(other.id);
    await answerObjection(inspector, { id: other.id, objection: right, upheld: 'yes', answer: '情况属实，收入漏报' });
    await clock('2018-03-10 09:00+08');
    expect(await refusal(pass(district, other.id, 3, { visitedOn: '2018-03-10' }))).toMatchObject({ reason: 'relief_supervision_gate' });
  });
});

describe('an account', () => {
  it('changed waits for a second person and its hours, and is one of the case’s people’s', async () => {
    const { clerk, township, district, finance, outsider } = county;
    const { id, person } = await noticed(county);
    const change = { id, holder: person, bank: '农业银行', secretCard: madeCard(77), reason: '原卡已注销' };
    expect((await refusal(changeCard(outsider, change))).code).toBe('not-found');
    expect((await refusal(changeCard(finance, change))).code).toBe('forbidden');
    expect((await refusal(changeCard(clerk, { ...change, secretCard: '6222021234567890129' }))).fields).toEqual([{ field: 'secretCard', problem: 'card-number' }]);
    expect((await refusal(changeCard(clerk, { ...change, holder: 2_000_000_000 }))).fields).toEqual([{ field: 'holder', problem: 'choice' }]);
    const { cardId } = (await changeCard(clerk, change)) as { cardId: number };
    expect((await refusal(confirmCard(clerk, { id, card: cardId }))).code).toBe('forbidden');
    await confirmCard(township, { id, card: cardId });
    expect((await refusal(confirmCard(district, { id, card: cardId }))).code).toBe('conflict');
    const usable = async () => (await asSystem('job', (tx) => tx.execute<{ id: number | null }>(sql`select relief_usable_card(${id}) as id`))).rows[0]!.id;
    expect(await usable()).toBeNull();
    await clock('2018-03-04 08:59:00+08');
    expect(await usable()).toBeNull();
    await clock('2018-03-04 09:01:00+08');
    expect(await usable()).toBe(cardId);
  });

  it('and an ID number are shown in full with a reason, and the look is kept', async () => {
    const { finance, township } = county;
    const { id, card } = await noticed(county);
    expect((await refusal(unmaskRelief(township, { id, what: 'card', row: card, reason: '核对账户' }))).code).toBe('forbidden');
    const shown = (await unmaskRelief(finance, { id, what: 'card', row: card, reason: '核对银行退单' })) as { secret: string };
    expect(shown.secret).toMatch(/^622848\d{13}$/);
    const kept = await asSystem('job', async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute<{ after: object }>(sql`select after from audits where command = 'relief.unmask' and subject_id = ${String(id)}`)).rows;
    });
    expect(kept).toMatchObject([{ after: { what: 'card', reason: '核对银行退单', secret: '***' } }]);
    expect(JSON.stringify(kept)).not.toContain(shown.secret);
  });

  it('the telephone of whoever applies is shown to village and township of the place, who call them', async () => {
    const { clerk, township, inspector, secretary, outsider } = county;
    const { id } = await noticed(county);
    await making((tx) => tx.execute(sql`update relief_cases set phone = ${seal('13900001234', `relief_cases:${id}:phone`)}, phone_tail = '1234' where id = ${id}`));
    for (const viewer of [clerk, township]) expect(await unmaskRelief(viewer, { id, what: 'phone', reason: '约定补录时间' })).toMatchObject({ secret: '13900001234' });
    for (const viewer of [inspector, secretary]) expect((await refusal(unmaskRelief(viewer, { id, what: 'phone', reason: '约定补录时间' }))).code).toBe('forbidden');
    expect((await refusal(unmaskRelief(outsider, { id, what: 'phone', reason: '约定补录时间' }))).code).toBe('not-found');
  });

  it('the telephone of whoever objected is shown to who may answer, and the look stands on no household’s record', async () => {
    const { village, secretary, township, clerk, finance, inspector, outsider } = county;
    const { household, id } = await making(async (tx) => {
      const registered = await makeHousehold(tx, village);
      return { household: registered, ...(await makeReliefCase(tx, village, { household: registered })) };
    });
    await pass(secretary, id, 1);
    await pass(township, id, 2);
    const unnamed = await object(id);
    const objection = unnamed + 1_000_000;
    await making((tx) => tx.execute(sql`
      insert into relief_objections (id, case_id, notice_id, division, text, source, phone, phone_tail)
      select ${objection}, case_id, notice_id, division, '他家有小汽车', 'y', ${seal('13900005678', `relief_objections:${objection}:phone`)}, '5678' from relief_objections where id = ${unnamed}`));
    const asked = { id, objection, reason: '向异议人核实情况' };
    expect((await refusal(unmaskObjector(inspector, { ...asked, objection: unnamed }))).code).toBe('not-found');
    expect(await unmaskObjector(inspector, asked)).toMatchObject({ secret: '13900005678' });
    for (const viewer of [clerk, township, finance, secretary]) expect((await refusal(unmaskObjector(viewer, asked))).code).toBe('forbidden');
    expect((await refusal(unmaskObjector(outsider, asked))).code).toBe('not-found');
    expect((await householdHistory(clerk, household)).map(({ command }) => command)).not.toContain('relief.unmask-objector');
    const kept = await asSystem('job', async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute<{ kind: string; after: object }>(sql`select subject_kind as kind, after from audits where command = 'relief.unmask-objector'`)).rows;
    });
    expect(kept).toMatchObject([{ kind: 'relief', after: { objection, reason: '向异议人核实情况', secret: '***' } }]);
  });

  it('of a registered household is looked at on the household’s own record too', async () => {
    const { village, finance, clerk } = county;
    const { id, no, card, household } = await making(async (tx) => {
      const registered = await makeHousehold(tx, village);
      return { household: registered, ...(await makeReliefCase(tx, village, { household: registered })) };
    });
    const { secret } = (await unmaskRelief(finance, { id, what: 'card', row: card, reason: '核对银行退单' })) as { secret: string };
    const history = await householdHistory(clerk, household);
    expect(history).toMatchObject([{ command: 'relief.unmask', after: { what: 'card', reason: '核对银行退单', case: no } }]);
    expect(JSON.stringify(history)).not.toContain(secret);
  });
});

it('a case waits on the list of who may review it next, and of nobody else', async () => {
  const { village, secretary, clerk, township, district, inspector, outsider } = await cast();
  const { id } = await making((tx) => makeReliefCase(tx, village));
  for (const viewer of [secretary, clerk]) expect(await reviewsWaiting(viewer)).toEqual([{ state: 'applied', count: 1, late: 0 }]);
  for (const viewer of [township, outsider, inspector]) expect(await reviewsWaiting(viewer)).toEqual([]);
  await pass(secretary, id, 1);
  for (const viewer of [secretary, clerk]) expect(await reviewsWaiting(viewer)).toEqual([]);
  expect(await reviewsWaiting(township)).toEqual([{ state: 'reviewed', count: 1, late: 0 }]);
  await clock('2018-03-20 10:00+08');
  expect(await reviewsWaiting(township)).toEqual([{ state: 'reviewed', count: 1, late: 1 }]);
  await pass(township, id, 2, { visitedOn: '2018-03-20' });
  const over = async () => (await reviewsWaiting(district)).find(({ state }) => state === 'noticed')?.count ?? 0;
  const [before, asked] = [await over(), await objectionsWaiting(inspector)];
  await clock('2018-04-02 10:00+08');
  expect(await over()).toBe(before + 1);
  await clock('2018-03-21 10:00+08');
  await object(id);
  await clock('2018-04-02 10:00+08');
  expect([await over(), await objectionsWaiting(inspector), await objectionsWaiting(district)]).toEqual([before, asked + 1, 0]);
});

it('a case says the same of a registered household to who may open the registry and to who may not', async () => {
  const { village, secretary, finance } = county;
  const { id } = await making(async (tx) => {
    const household = await makeHousehold(tx, village);
    await tx.execute(sql`update households set exited_on = '2016-12-01' where id = ${household}`);
    return makeReliefCase(tx, village, { household });
  });
  for (const viewer of [secretary, finance]) expect((await findCase(viewer, id))?.exitedOn).toBe('2016-12-01');
});

it('rules come as new versions from a day to come; a case keeps the one it was handed in under', async () => {
  const { village, district, finance } = county;
  const admin = await viewerOf(await making((tx) => makePerson(tx, 'system-administrator')));
  const { id } = await making((tx) => makeReliefCase(tx, village));
  const was = (await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select max(id) as id from relief_rules`))).rows[0]!.id;
  const rules = { fromDay: '2018-03-01', noticeDays: '10', village: '4', township: '4', district: '6', floor: '9000000', topUpDays: '20', cardHours: '96', source: '修订办法〔2018〕2号', was };
  expect((await refusal(setReliefRules(finance, rules))).code).toBe('forbidden');
  expect((await refusal(setReliefRules(admin, { ...rules, fromDay: '2018-02-01' }))).fields).toEqual([{ field: 'fromDay', problem: 'past-day' }]);
  // Two who publish at once from the same screen: one version.
  const both = await Promise.allSettled([setReliefRules(admin, rules), setReliefRules(admin, rules)]);
  expect(both.map((each) => (each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code)).sort()).toEqual(['conflict', 'done']);
  expect((await refusal(setReliefRules(admin, rules))).code).toBe('conflict');
  expect((await findCase(district, id))?.rules).toMatchObject({ noticeDays: 7 });
  // The floor is another from now on: what is missing to it is to be topped up.
  const { rows: [task] } = await asSystem('job', (tx) => tx.execute<{ floor: number }>(sql`select floor::float8 as floor from top_up_tasks where closed_at is null`), 'read');
  expect(task?.floor).toBe(900_000_000);
});
