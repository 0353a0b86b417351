import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem, fenced } from '@/db/fence';
import { lockCase, moveCase } from '@/db/relief-cases';
import { receiptHash } from '@/db/receipts';
import { makeHousehold, makePerson, makeReliefRules, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { madeCard, madeIdNumber } from '@/db/testing/numbers';
import { fingerprint, open, seal } from '@/db/vault';
import { areaOf } from '@/domain/area';
import { parseReliefSearch } from '@/domain/relief-search';
import type { Viewer } from '@/domain/viewer';
import { findCase } from '@/features/relief-reviews/queries/find-case';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { applicationForm } from '../queries/application-form';
import { caseForEdit } from '../queries/case-for-edit';
import { evidenceContent } from '../queries/evidence-content';
import { findHouseholds } from '../queries/find-households';
import { listCases } from '../queries/list-cases';
import { myKinships } from '../queries/my-kinships';
import { addEvidence } from './add-evidence';
import { apply } from './apply';
import { complete } from './complete';
import { declareKinship } from './declare-kinship';
import { findHousehold } from './find-household';
import { resubmit } from './resubmit';
import { withdraw } from './withdraw';

let village: string;
let clerk: Viewer;
let neighbour: Viewer;
let reviewer: Viewer;
let auditor: Viewer;
let finance: Viewer;
let others: Viewer[];
let next = 100;

const file = { name: '结算单.pdf', type: 'application/pdf' as const, content: Buffer.from('%PDF- canary-file %%EOF') };
const worksheet = { wage: '1000', business: '0', property: '0', transfer: '500.50', cost: '100' };
const cause = { cause: 'illness', causeText: '户主住院手术，自付三万余元。', year: 2017, worksheet, evidence: [file] };
const numbers = () => ({ id: madeIdNumber(next++), card: madeCard(next) });

/** Another registered household that has left the list, with one member and a card of its own. */
async function household(): Promise<{ id: number; idNumber: string; card: string }> {
  const { id: idNumber, card } = numbers();
  return making(async (tx) => {
    const id = await makeHousehold(tx, village, '周建国');
    await tx.execute(sql`update households set exited_on = '2016-12-01', card = ${seal(card, `households:${id}:card`)}, card_tail = ${card.slice(-4)} where id = ${id}`);
    await tx.execute(sql`update members set id_hash = ${fingerprint(idNumber)} where household_id = ${id}`);
    return { id, idNumber, card };
  });
}

const registered = (id: number, changed: object = {}) => ({ ...cause, household: id, account: { holder: '周建国', bank: '四川农信', card: '' }, ...changed });
function unregistered(changed: object = {}) {
  const [head, wife] = [numbers(), numbers()];
  return {
    ...cause, household: '', phone: '13900001234', account: { holder: '赵秀英', bank: '四川农信', card: head.card },
    people: { 0: { name: '赵大山', relation: 'head', idNumber: head.id }, 1: { name: '赵秀英', relation: 'spouse', idNumber: wife.id } }, ...changed,
  };
}
const rowOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row> => (await asSystem('job', (tx) => tx.execute<Row>(query), 'read')).rows[0] as Row;
/** What the trail says of an application, as its auditor reads it. */
const trailOf = async (id: number): Promise<string> => {
  const { rows } = await fenced(auditor, (tx) => tx.execute(sql`select * from audits where subject_kind = 'relief' and subject_id = ${String(id)}`));
  expect(rows).not.toEqual([]);
  return JSON.stringify(rows);
};
const problemOf = async (call: Promise<unknown>) => (await refusal(call)).fields.map(({ field, problem, named }) => (named === undefined ? `${field} ${problem}` : `${field} ${problem} ${named}`));

/** The village's reviewer sends a case back. */
const sendBack = (id: number) => fenced(reviewer, async (tx) => {
  const its = await lockCase(tx, id);
  return its && moveCase(tx, { case: its, verb: 'return-village', version: its.version, by: reviewer.personId, note: '收入与走访不符' });
}, 'write');

/** Village and township pass a case with their own worksheets and visits; its notice hangs. */
async function hangOut(id: number, township: Viewer): Promise<void> {
  for (const [part, verb, viewer] of [['village', 'review', reviewer], ['township', 'recheck', township]] as const) {
    await fenced(viewer, async (tx) => {
      const its = await lockCase(tx, id);
      if (!its) throw new Error('no case');
      const record = sql`${id}, ${its.division}, ${its.round}, ${part}, ${viewer.personId}`;
      await tx.execute(sql`insert into relief_worksheets (case_id, division, round, part, person_id, wage, business, property, transfer, cost) select ${record}, wage, business, property, transfer, cost from relief_worksheets where case_id = ${id} and part = 'applicant'`);
      await tx.execute(sql`insert into relief_visits (case_id, division, round, part, person_id, visited_on, found, photo) values (${record}, '2018-02-28', '属实', 'x')`);
      if (verb === 'recheck') await tx.execute(sql`insert into relief_notices (case_id, round, division, masked_name, people, amount, closes_at) values (${id}, ${its.round}, ${its.division}, '赵*山', 2, ${its.amount}, county_now())`);
      await moveCase(tx, { case: its, verb, version: its.version, by: viewer.personId });
    }, 'write');
  }
}

/** What a household sends in from the public side. */
const received = (subject = `r:${next}`) => making(async (tx) => {
  const { rows: [made] } = await tx.execute<{ id: number }>(sql`
    insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash)
    values (${`JZ2018-9${next++}`}, ${village}, '赵大山', ${subject}, 'household', 'illness', '住院花费较多，请求救助。', 2018, (select max(id) from relief_rules), 'received', ${`r${next}`}) returning id`);
  return made?.id ?? 0;
});

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01T09:00:00+08');
    await makeReliefRules(tx);
    const township = await makeTownship(tx);
    village = await makeVillage(tx, township);
    const other = await makeVillage(tx, township);
    return {
      clerk: await makePerson(tx, 'relief-village-clerk', { division: village, name: '村文书甲' }), neighbour: await makePerson(tx, 'relief-village-clerk', { division: other }),
      reviewer: await makePerson(tx, 'first-secretary', { division: village }), auditor: await makePerson(tx, 'auditor'), finance: await makePerson(tx, 'finance-officer'),
      others: [await makePerson(tx, 'relief-township-officer', { division: township }), await makePerson(tx, 'relief-district-officer'), await makePerson(tx, 'office-reviewer')],
    };
  });
  [clerk, neighbour, reviewer, auditor, finance] = await Promise.all([viewerOf(made.clerk), viewerOf(made.neighbour), viewerOf(made.reviewer), viewerOf(made.auditor), viewerOf(made.finance)]) as [Viewer, Viewer, Viewer, Viewer, Viewer];
  others = await Promise.all(made.others.map(viewerOf));
});

const NET = 140_050;
const line = async () => (await rowOf<{ fen: number }>(sql`select fen from poverty_lines where year = 2017 and scope = 'Sichuan'`)).fen;

describe('an application', () => {
  let home: Awaited<ReturnType<typeof household>>;
  beforeEach(async () => void (home = await household()));

  it('of a registered household takes its people and its card from the registry', async () => {
    const done = await apply(clerk, registered(home.id));
    expect(done).toMatchObject({ division: village, cause: 'illness', year: 2017, amount: (await line()) - NET, eligible: true, people: 1, files: 1 });
    expect(done.no).toMatch(/^JZ2018-\d{6,}$/);
    const its = await rowOf<Record<string, unknown>>(sql`
      select c.state, c.subject_key as subject, c.head_name as head, c.line, c.line_source as source, c.receipt_hash as receipt, c.amount::float8 as amount, to_char(c.due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due,
        p.name, p.id_hash as hash, p.id_number as sealed, k.id as card, k.card as bytes, k.card_tail as tail, k.is_change as changed, k.holder
      from relief_cases c join relief_people p on p.case_id = c.id join relief_cards k on k.case_id = c.id where c.id = ${done.id}`);
    expect(its).toMatchObject({ state: 'applied', subject: `h:${home.id}`, head: '周建国', line: await line(), due: '2018-03-07 00:00', name: '周建国', hash: fingerprint(home.idNumber), sealed: null, tail: home.card.slice(-4), changed: false, holder: '周建国' });
    expect(its.receipt).toBe(receiptHash(done.secret));
    expect(open(its.bytes as Buffer, `relief_cards:${its.card}:card`)).toBe(home.card);
  });

  it('of an unregistered household keeps numbers, card and telephone sealed, and writes none of them anywhere else', async () => {
    const typed = unregistered();
    const done = await apply(clerk, typed);
    const [head, wife] = [typed.people[0].idNumber, typed.people[1].idNumber];
    const { rows: people } = await asSystem('job', (tx) => tx.execute<{ id: number; name: string; sealed: Buffer; mask: string }>(sql`
      select id, name, id_number as sealed, id_mask as mask from relief_people where case_id = ${done.id} order by id`), 'read');
    expect(people.map(({ id, name, sealed }) => [name, open(sealed, `relief_people:${id}:id_number`)])).toEqual([['赵大山', head], ['赵秀英', wife]]);
    const all = await rowOf<{ text: string }>(sql`
      select concat((select json_agg(c) from relief_cases c where c.id = ${done.id}), (select json_agg(p) from relief_people p where case_id = ${done.id}), (select json_agg(k) from relief_cards k where case_id = ${done.id}),
        (select json_agg(s) from relief_steps s where case_id = ${done.id})) as text`);
    const written = all.text + (await trailOf(done.id));
    for (const secret of [head, wife, typed.account.card, typed.phone, done.secret, 'canary-file']) expect(written).not.toContain(secret);
    expect(await trailOf(done.id)).not.toContain(fingerprint(head));
    expect(await rowOf(sql`select subject_key as key from relief_cases where id = ${done.id}`)).toEqual({ key: `i:${fingerprint(head)}` });
  });

  it('leaves one line in the audit trail and one step in the case, in the clerk’s name', async () => {
    const done = await apply(clerk, registered(home.id), '10.0.0.9');
    const { rows } = await fenced(auditor, (tx) => tx.execute<{ command: string; person: number; after: object }>(sql`
      select command, person_id as person, after from audits where subject_kind = 'relief' and subject_id = ${String(done.id)}`));
    expect(rows).toMatchObject([{ command: 'relief.apply', person: clerk.personId, after: { no: done.no, secret: '***', amount: done.amount } }]);
    expect(await rowOf(sql`select part, verb, person_id as who, round from relief_steps where case_id = ${done.id}`)).toEqual({ part: 'applicant', verb: 'apply', who: clerk.personId, round: 1 });
  });

  it('is the village’s own: not found from the next village, forbidden to everybody else', async () => {
    expect(await outcome(apply(neighbour, registered(home.id)))).toBe('not-found');
    for (const viewer of [reviewer, ...others, auditor]) expect(await outcome(apply(viewer, registered(home.id)))).toBe('forbidden');
    expect(await outcome(apply(finance, registered(home.id)))).toBe('not-found');
    expect(await outcome(apply(neighbour, unregistered({ division: village })))).toBe('forbidden');
  });

  it('comes once for a household, cause and year: the second is told of the first', async () => {
    const { no } = await apply(clerk, registered(home.id));
    expect(await problemOf(apply(clerk, registered(home.id)))).toEqual([`cause relief-again ${no}`]);
    expect(await outcome(apply(clerk, registered(home.id, { cause: 'disaster' })))).toBe('done');
  });

  it('is told of what the household sent in itself', async () => {
    const typed = unregistered();
    await making((tx) => tx.execute(sql`
      insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash)
      values ('JZ2018-8888', ${village}, '赵大山', ${`i:${fingerprint(typed.people[0].idNumber)}`}, 'household', 'illness', '住院', 2017, (select max(id) from relief_rules), 'received', 'r8888')`));
    expect(await problemOf(apply(clerk, typed))).toEqual(['cause relief-again JZ2018-8888']);
  });

  it('two at once are one application; of two households each has its own number', async () => {
    const both = await Promise.all([outcome(apply(clerk, registered(home.id))), outcome(apply(clerk, registered(home.id)))]);
    expect(both.filter((each) => each === 'done')).toHaveLength(1);
    expect(await rowOf(sql`select count(*)::int as count from relief_cases where household_id = ${home.id}`)).toEqual({ count: 1 });
    const typed = unregistered();
    const again = await Promise.all([outcome(apply(clerk, typed)), outcome(apply(clerk, typed))]);
    expect(again.sort()).toEqual(['done', 'invalid']);
    const [one, two] = await Promise.all([apply(clerk, unregistered()), apply(clerk, unregistered())]);
    expect(one.no).not.toBe(two.no);
  });

  it('of somebody registered is told to be of that household, by its number only on one’s own ground', async () => {
    const people = (row: object) => ({ ...unregistered().people, 1: { name: '赵秀英', relation: 'spouse', ...row } });
    const { no } = await rowOf<{ no: string }>(sql`select no from households where id = ${home.id}`);
    expect(await problemOf(apply(clerk, unregistered({ people: people({ idNumber: home.idNumber }) })))).toEqual([`people.1.idNumber registered-person ${no}`]);
    expect(await problemOf(apply(neighbour, unregistered({ people: people({ idNumber: home.idNumber }) })))).toEqual(['people.1.idNumber registered-person-elsewhere']);
  });

  it('counts nobody in two households for one cause and year', async () => {
    const first = unregistered();
    const { no } = await apply(clerk, first);
    const second = unregistered();
    const people = { ...second.people, 1: first.people[1] };
    expect(await problemOf(apply(clerk, { ...second, people }))).toEqual([`people.1.idNumber person-counted ${no}`]);
    expect(await problemOf(apply(neighbour, { ...second, people }))).toEqual(['people.1.idNumber person-counted-elsewhere']);
    expect(await problemOf(apply(neighbour, first))).toEqual(['cause relief-again-elsewhere']);
  });

  it('that is not eligible is handed in only if the household insists', async () => {
    for (const changed of [{ evidence: [] }, { worksheet: { ...worksheet, wage: '99999' } }, { year: 2014 }]) {
      expect(await problemOf(apply(clerk, registered(home.id, changed)))).toEqual(['insist not-eligible']);
    }
    expect(await apply(clerk, registered(home.id, { worksheet: { ...worksheet, wage: '99999' }, insist: 'on' }))).toMatchObject({ eligible: false, amount: 0 });
  });

  it('to a stranger’s account or without any card is refused beside the field', async () => {
    expect(await problemOf(apply(clerk, registered(home.id, { account: { holder: '路人甲', bank: '四川农信', card: '' } })))).toEqual(['account.holder holder']);
    const { id } = await making((tx) => makeHousehold(tx, village, '周建国')).then((made) => ({ id: made }));
    expect(await problemOf(apply(clerk, registered(id)))).toEqual(['account.card required']);
  });

  it('is found in the list, by its number and its head, and looked at by the village alone', async () => {
    const done = await apply(clerk, registered(home.id));
    const list = await listCases(clerk, areaOf(village), parseReliefSearch({ q: done.no }));
    expect(list.rows).toMatchObject([{ id: done.id, headName: '周建国', state: 'applied', amount: done.amount }]);
    expect((await listCases(finance, areaOf(village), parseReliefSearch({ q: done.no }))).rows).toMatchObject([{ headName: '周*国' }]);
    expect((await listCases(finance, areaOf(village), parseReliefSearch({ q: '周建国' }))).count).toBe(0);
    expect((await listCases(neighbour, areaOf(village), parseReliefSearch({}))).rows).toEqual([]);
    expect(list.counts.applied?.late).toBe(0);
    const its = await caseForEdit(clerk, done.id);
    expect(its).toMatchObject({ no: done.no, worksheet: { wage: 100_000, business: 0, property: 0, transfer: 50_050, cost: 10_000 }, people: [{ name: '周建国' }], evidence: [{ name: '结算单.pdf' }] });
    expect((await evidenceContent(clerk, its?.evidence[0]?.id ?? 0))?.content.toString()).toContain('canary-file');
    expect(await evidenceContent(neighbour, its?.evidence[0]?.id ?? 0)).toBeNull();
    expect(await caseForEdit(neighbour, done.id)).toBeNull();
    expect((await applicationForm(clerk, home.id))?.others).toMatchObject([{ no: done.no, cause: 'illness', year: 2017 }]);
    expect(await applicationForm(neighbour, home.id)).toBeNull();
  });
});

describe('the household that is applied for', () => {
  it('is found by name, number and ID number, in the own village only', async () => {
    const { id, idNumber } = await household();
    const { no } = await rowOf<{ no: string }>(sql`select no from households where id = ${id}`);
    expect((await findHouseholds(clerk, no)).map((each) => each.id)).toEqual([id]);
    expect((await findHouseholds(clerk, '周')).map((each) => each.id)).toContain(id);
    expect(await findHouseholds(neighbour, no)).toEqual([]);
    expect(await findHousehold(clerk, { secretId: idNumber, case: '' })).toMatchObject({ id, case: null });
    expect(await outcome(findHousehold(neighbour, { secretId: idNumber }))).toBe('not-found');
    expect(await outcome(findHousehold(reviewer, { secretId: idNumber }))).toBe('forbidden');
  });
});

describe('what a household sent in itself', () => {
  it('is completed by its village: with the people, the line of the year and days that run', async () => {
    const id = await received();
    const typed = { ...unregistered(), id, version: 1 };
    expect(await outcome(complete(neighbour, typed))).toBe('not-found');
    expect(await outcome(complete(reviewer, typed))).toBe('forbidden');
    const both = await Promise.all([outcome(complete(clerk, typed)), outcome(complete(clerk, typed))]);
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await rowOf(sql`select state, version, round, head_name as head, year, origin, amount::float8 as amount, due_at is not null as due, (select count(*)::int from relief_people where case_id = ${id}) as people from relief_cases where id = ${id}`))
      .toEqual({ state: 'applied', version: 2, round: 1, head: '赵大山', year: 2017, origin: 'household', amount: 2 * (await line()) - NET, due: true, people: 2 });
    expect(await refusal(complete(clerk, { ...typed, version: 2 }))).toMatchObject({ code: 'conflict', happened: { who: '村文书甲', deed: 'relief.complete' } });
    expect(await trailOf(id)).not.toContain(fingerprint(typed.people[0].idNumber));
  });

  it('becomes a registered household’s when it is found in the registry, and no other village’s', async () => {
    const id = await received();
    const home = await household();
    const foreign = await making((tx) => makeHousehold(tx, neighbour.home));
    expect(await outcome(complete(clerk, { ...registered(foreign), id, version: 1 }))).toBe('not-found');
    expect(await outcome(complete(clerk, { ...registered(home.id), id, version: 1 }))).toBe('done');
    expect(await rowOf(sql`select household_id as home, subject_key as key from relief_cases where id = ${id}`)).toEqual({ home: home.id, key: `h:${home.id}` });
  });

  it('is written down as the village checked it: a misspelt name is corrected, and whoever sent it in need not be the head', async () => {
    const [misspelt, wife] = [unregistered(), unregistered()];
    const id = await received(`i:${fingerprint(misspelt.people[0].idNumber)}`);
    const people = { ...misspelt.people, 0: { ...misspelt.people[0], name: '赵大珊' } };
    expect(await problemOf(complete(clerk, { ...unregistered(), id, version: 1 }))).toEqual(['people.0.idNumber applicant-missing']);
    expect(await outcome(complete(clerk, { ...misspelt, id, version: 1, people, account: { ...misspelt.account, holder: '赵大珊' } }))).toBe('done');
    expect(await rowOf(sql`select c.head_name as head, p.name, k.holder from relief_cases c join relief_people p on p.case_id = c.id and p.relation = 'head' join relief_cards k on k.case_id = c.id where c.id = ${id}`)).toEqual({ head: '赵大珊', name: '赵大珊', holder: '赵大珊' });
    const sentByWife = await received(`i:${fingerprint(wife.people[1].idNumber)}`);
    const { no } = await rowOf<{ no: string }>(sql`select no from relief_cases where id = ${sentByWife}`);
    expect(await problemOf(apply(clerk, { ...wife, year: 2018, insist: 'on' }))).toEqual([`people.1.idNumber person-counted ${no}`]);
    expect(await outcome(complete(clerk, { ...wife, id: sentByWife, version: 1 }))).toBe('done');
    expect(await rowOf(sql`select string_agg(relation, ' ' order by id) as relations from relief_people where case_id = ${sentByWife}`)).toEqual({ relations: 'head spouse' });
  });

  it('whose applicant was written down before stands with the same name and relation', async () => {
    const id = await received();
    const typed = unregistered();
    const [head, wife] = [typed.people[0], typed.people[1]];
    await making((tx) => tx.execute(sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${id}, ${village}, '赵大山', 'head', ${fingerprint(head.idNumber)}, 'x')`));
    const people = { 0: { ...head, name: '赵大珊' }, 1: wife };
    expect(await problemOf(complete(clerk, { ...typed, id, version: 1, people }))).toEqual(['people.0.name applicant-other']);
    expect(await problemOf(complete(clerk, { ...typed, id, version: 1, people: { 0: { ...wife, relation: 'head' }, 1: { ...head, relation: 'spouse' } } }))).toEqual(['people.1.relation applicant-other']);
    expect(await outcome(complete(clerk, { ...typed, id, version: 1 }))).toBe('done');
  });

  it('whose applicant is not among the people is another household’s', async () => {
    const id = await received();
    const { id: idNumber } = numbers();
    await making((tx) => tx.execute(sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${id}, ${village}, '赵大山', 'head', ${fingerprint(idNumber)}, 'x')`));
    const typed = unregistered();
    expect(await problemOf(complete(clerk, { ...typed, id, version: 1 }))).toEqual(['people.0.idNumber applicant-missing']);
    await complete(clerk, { ...typed, id, version: 1, people: { ...typed.people, 0: { ...typed.people[0], idNumber } } });
    expect(await rowOf(sql`select count(*)::int as count from relief_people where case_id = ${id}`)).toEqual({ count: 2 });
  });
});

describe('a returned application', () => {
  it('is corrected and handed in again: a new round with its own worksheet', async () => {
    const { id } = await apply(clerk, unregistered());
    const correction = { ...cause, id, evidence: [], note: '按走访更正了工资收入', worksheet: { ...worksheet, wage: '1200' } };
    expect(await outcome(resubmit(clerk, { ...correction, version: 1 }))).toBe('conflict');
    await sendBack(id);
    expect(await caseForEdit(clerk, id)).toMatchObject({ state: 'returned', version: 2, returned: { note: '收入与走访不符' } });
    expect(await outcome(resubmit(neighbour, { ...correction, version: 2 }))).toBe('not-found');
    for (const viewer of [reviewer, ...others]) expect(await outcome(resubmit(viewer, { ...correction, version: 2 }))).toBe('forbidden');
    expect(await outcome(resubmit(clerk, { ...correction, version: 1 }))).toBe('conflict');
    expect(await problemOf(resubmit(clerk, { ...correction, version: 2, worksheet: { ...worksheet, wage: '99999' } }))).toEqual(['insist not-eligible']);
    const both = await Promise.all([outcome(resubmit(clerk, { ...correction, version: 2 })), outcome(resubmit(clerk, { ...correction, version: 2 }))]);
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await rowOf(sql`select c.state, c.round, c.version, c.amount::float8 as amount, w.wage::float8 as wage, w.explanation from relief_cases c join relief_worksheets w on w.case_id = c.id and w.round = c.round where c.id = ${id}`))
      .toEqual({ state: 'applied', round: 2, version: 3, amount: 2 * (await line()) - NET - 20_000, wage: 120_000, explanation: '按走访更正了工资收入' });
  });

  it('cannot become what is applied for already', async () => {
    const home = await household();
    const first = await apply(clerk, registered(home.id));
    const { id } = await apply(clerk, registered(home.id, { cause: 'accident' }));
    await sendBack(id);
    expect(await problemOf(resubmit(clerk, { ...cause, id, version: 2, note: '改为因病申请' }))).toEqual([`cause relief-again ${first.no}`]);
    expect((await caseForEdit(clerk, id))?.others).toMatchObject([{ no: first.no, cause: 'illness', year: 2017, state: 'applied', amount: first.amount }]);
  });

  it('cannot count somebody for a cause whom another household’s application counts', async () => {
    const [one, two] = [unregistered(), unregistered()];
    const first = await apply(clerk, one);
    const { id } = await apply(clerk, { ...two, cause: 'accident', people: { ...two.people, 1: one.people[1] } });
    await sendBack(id);
    expect(await problemOf(resubmit(clerk, { ...cause, id, version: 2, note: '改为因病申请' }))).toEqual([`cause person-counted ${first.no}`]);
    expect((await findCase(reviewer, id))?.others).toMatchObject([{ no: first.no, cause: 'illness', amount: first.amount }]);
    expect((await findCase(reviewer, first.id))?.others).toMatchObject([{ id, cause: 'accident' }]);
    expect(await outcome(resubmit(clerk, { ...cause, cause: 'accident', id, version: 2, note: '更正了收入' }))).toBe('done');
  });
});

describe('evidence and withdrawal', () => {
  it('a file is added until the village has reviewed, by the village’s clerk', async () => {
    const { id } = await apply(clerk, unregistered());
    expect(await addEvidence(clerk, { id, ...file })).toMatchObject({ id, size: file.content.length });
    expect(await outcome(addEvidence(neighbour, { id, ...file }))).toBe('not-found');
    expect(await outcome(addEvidence(reviewer, { id, ...file }))).toBe('forbidden');
    for (let n = 0; n < 6; n++) await addEvidence(clerk, { id, ...file });
    expect(await problemOf(addEvidence(clerk, { id, ...file }))).toEqual(['file file-many']);
    await withdraw(clerk, { id, version: 1, reason: '农户改为申请临时救助' });
    expect(await outcome(addEvidence(clerk, { id, ...file }))).toBe('conflict');
    expect(await trailOf(id)).not.toContain('canary-file');
  });

  it('a withdrawn application says why, once, and the household may apply again', async () => {
    const typed = unregistered();
    const { id } = await apply(clerk, typed);
    expect(await outcome(withdraw(neighbour, { id, version: 1, reason: '农户要求撤回' }))).toBe('not-found');
    for (const viewer of [reviewer, ...others]) expect(await outcome(withdraw(viewer, { id, version: 1, reason: '农户要求撤回' }))).toBe('forbidden');
    expect(await outcome(withdraw(clerk, { id, version: 1, reason: '撤' }))).toBe('invalid');
    const both = await Promise.all([outcome(withdraw(clerk, { id, version: 1, reason: '农户要求撤回' })), outcome(withdraw(clerk, { id, version: 1, reason: '农户要求撤回' }))]);
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await rowOf(sql`select c.state, s.note from relief_cases c join relief_steps s on s.case_id = c.id and s.verb = 'withdraw' where c.id = ${id}`)).toEqual({ state: 'withdrawn', note: '农户要求撤回' });
    const { rows } = await fenced(auditor, (tx) => tx.execute<{ before: object; after: object }>(sql`select before, after from audits where command = 'relief.withdraw' and subject_id = ${String(id)}`));
    expect(rows).toMatchObject([{ before: { state: 'applied' }, after: { state: 'withdrawn' } }]);
    expect(await outcome(apply(clerk, typed))).toBe('done');
  });

  it('takes its notice down, and nothing is added to what was reviewed', async () => {
    const { id } = await apply(clerk, unregistered());
    await hangOut(id, others[0] as Viewer);
    expect(await outcome(addEvidence(clerk, { id, ...file }))).toBe('conflict');
    expect(await refusal(resubmit(clerk, { ...cause, id, version: 3, note: '补正收入数字' }))).toMatchObject({ code: 'conflict', happened: { deed: 'relief.recheck' } });
    await withdraw(clerk, { id, version: 3, reason: '农户要求撤回' });
    expect(await rowOf(sql`select c.state, n.taken_down_at is not null as down from relief_cases c join relief_notices n on n.case_id = c.id where c.id = ${id}`)).toEqual({ state: 'withdrawn', down: true });
  });
});

describe('a declared relative', () => {
  it('is kept as a print, shown to nobody else, and nobody’s application to act on', async () => {
    const typed = unregistered();
    const secretId = typed.people[1].idNumber;
    expect(await declareKinship(reviewer, { relation: 'sibling', name: '赵秀英', secretId })).toMatchObject({ relation: 'sibling' });
    expect(await problemOf(declareKinship(reviewer, { relation: 'sibling', name: '赵秀英', secretId }))).toEqual(['secretId declared-before']);
    expect(await myKinships(reviewer)).toMatchObject([{ relation: 'sibling', name: '赵秀英' }]);
    expect(await myKinships(clerk)).toEqual([]);
    const { id } = await apply(clerk, typed);
    expect(await sendBack(id).then(() => 'done', (failure: { constraint?: string }) => failure.constraint)).toBe('relief_relative');
    const text = await rowOf<{ text: string }>(sql`select json_agg(k)::text as text from kinships k`);
    const { rows: trail } = await fenced(auditor, (tx) => tx.execute(sql`select * from audits where command = 'kinship.declare'`));
    expect(trail).toHaveLength(1);
    expect(text.text + JSON.stringify(trail)).not.toContain(secretId);
    await declareKinship(clerk, { relation: 'self', name: '村文书甲', secretId: typed.people[0].idNumber });
    expect(await outcome(withdraw(clerk, { id, version: 1, reason: '农户要求撤回' }))).toBe('forbidden');
    const nobody = await making((tx) => makePerson(tx, 'cadre', { division: village })).then(viewerOf);
    expect(await outcome(declareKinship(nobody, { relation: 'self', name: '张三', secretId }))).toBe('forbidden');
  });
});
