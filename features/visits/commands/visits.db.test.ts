import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { fenced } from '@/db/fence';
import { differences, measureAll } from '@/db/measure';
import { appoint, assign, makeHousehold, type MadePerson, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { daysAfter } from '@/domain/day';
import type { Viewer } from '@/domain/viewer';
import { Refusal } from '@/server/errors';
import { viewerOf } from '@/server/testing/asking';
import { cadreBoard } from '../queries/cadre-board';
import { findVisit } from '../queries/find-visit';
import { householdDemands, listDemands } from '../queries/list-demands';
import { cadreHouseholds, myHouseholds } from '../queries/my-households';
import { myVisits } from '../queries/my-visits';
import { photoContent } from '../queries/photo-content';
import { visitBoard } from '../queries/visit-board';
import { addPhoto } from './add-photo';
import { answerDemand } from './answer-demand';
import { correctVisit } from './correct';
import { recordVisit } from './record';

const TODAY = '2018-03-01';
let township: string;
let village: string;
let mine: number;
let others: number;
let people: Record<'cadre' | 'next' | 'secretary' | 'office', MadePerson>;
let cadre: Viewer;

const key = () => crypto.randomUUID();
const visit = (more: object = {}) => ({ key: key(), household: mine, visitedOn: TODAY, seen: 'well', ...more });
const refusal = (asked: Promise<unknown>) => asked.then(() => 'done', (failure: unknown) => (failure instanceof Refusal ? { code: failure.code, reason: failure.reason, fields: failure.fields.map(({ field, problem }) => `${field} ${problem}`) } : failure));
const count = (table: string) => making(async (tx) => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)} where division = ${village}`)).rows[0]!.n);
const unmeasured = () => making(async (tx) => (await differences(tx)).filter(({ division }) => division.startsWith(township)));
const audited = () => making(async (tx) => {
  await tx.execute(sql`select set_config('app.audit', 'all', true)`);
  return (await tx.execute<{ command: string; subject_kind: string }>(sql`select command, subject_kind from audits where division = ${village} order by id`)).rows.map((row) => `${row.command} ${row.subject_kind}`);
});

beforeEach(async () => {
  people = await making(async (tx) => {
    await setClock(tx, `${TODAY} 09:00+08`);
    township = await makeTownship(tx);
    village = await makeVillage(tx, township);
    [mine, others] = [await makeHousehold(tx, village, '张一'), await makeHousehold(tx, village, '张二')];
    const made = {
      cadre: await makePerson(tx, 'cadre', { division: village, name: '旧干部' }), next: await makePerson(tx, 'cadre', { division: village, name: '新干部' }),
      secretary: await makePerson(tx, 'first-secretary', { division: village }), office: await makePerson(tx, 'office-reviewer', { name: '办公室' }),
    };
    await assign(tx, made.cadre, mine);
    await assign(tx, made.next, others);
    await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome) values
      (${mine}, ${made.cadre.personId}, ${village}, '2017-06-10', 'well', 'noted'), (${mine}, ${made.cadre.personId}, ${village}, '2018-02-20', 'well', 'noted')`);
    await measureAll(tx);
    return made;
  });
  cadre = await viewerOf(people.cadre);
});

describe('recording a visit', () => {
  it('files it with its demand, into the trail and into every register it touches, months to come included', async () => {
    const { id } = await recordVisit(cadre, visit({ visitedOn: '2018-02-10', note: '屋顶漏雨', demand: 'housing', demandText: '修屋顶', outcome: 'promised', promise: '报危改', dueOn: '2018-03-20' }));
    expect(await findVisit(cadre, id)).toMatchObject({ householdId: mine, visitedOn: '2018-02-10', note: '屋顶漏雨', visitor: '旧干部', version: 1 });
    expect(await householdDemands(cadre, mine)).toMatchObject([{ kind: 'housing', text: '修屋顶', promise: '报危改', dueOn: '2018-03-20', answer: null, raisedBy: '旧干部' }]);
    expect(await audited()).toEqual(['visit.record visit']);
    expect(await unmeasured()).toEqual([]);
  });

  it('keeps every figure exact for visits of any day: today, before the first, the same day again', async () => {
    const first = await makeLate();
    for (const day of [TODAY, '2018-02-20', daysAfter(TODAY, -31), '2018-02-28']) {
      await recordVisit(cadre, visit({ visitedOn: day, again: true }));
      await recordVisit(await viewerOf(people.next), visit({ household: first, visitedOn: day, demand: 'water', outcome: 'solved' }));
    }
    expect(await unmeasured()).toEqual([]);
  });

  it('answers the same key with the same visit: sent again, sent twice at once, and after the household was handed over', async () => {
    const sent = visit();
    const [first, second] = await Promise.all([recordVisit(cadre, sent), recordVisit(cadre, sent)]);
    expect(second.id).toBe(first.id);
    await handOver();
    const later = await recordVisit(await viewerOf(people.cadre), sent);
    expect(later).toMatchObject({ id: first.id, already: true });
    expect(await count('visits')).toBe(3);
    expect(await audited()).toEqual(['visit.record visit']);
  });

  it('does not take a changed form under an old key for the old one', async () => {
    const sent = visit();
    await recordVisit(cadre, sent);
    expect(await refusal(recordVisit(cadre, { ...sent, note: '又写了一句' }))).toMatchObject({ code: 'conflict', reason: 'visit-sent-before' });
    expect(await count('visits')).toBe(3);
  });

  it('does not give one person the visit of another with the same key', async () => {
    const sent = visit();
    await recordVisit(cadre, sent);
    const secretary = await viewerOf(people.secretary);
    expect(await refusal(recordVisit(secretary, sent))).toMatchObject({ code: 'conflict' });
    expect(await count('visits')).toBe(3);
  });

  it('asks before a second visit of the day, from two devices at once too', async () => {
    const told = await Promise.all([refusal(recordVisit(cadre, visit())), refusal(recordVisit(cadre, visit()))]);
    expect(told.filter((each) => each === 'done')).toHaveLength(1);
    expect(told).toContainEqual({ code: 'conflict', reason: 'visit-same-day', fields: [] });
    await recordVisit(cadre, visit({ again: 'on' }));
    expect(await count('visits')).toBe(4);
  });

  it('is refused for a household of somebody else, and told who handed it over where it was one’s own', async () => {
    expect(await refusal(recordVisit(cadre, visit({ household: others })))).toMatchObject({ code: 'not-found' });
    await handOver();
    const failure = await recordVisit(await viewerOf(people.cadre), visit()).catch((each: Refusal) => each);
    expect(failure).toMatchObject({ code: 'conflict', reason: 'visit-handed-over', happened: { who: '办公室', deed: 'assignment.reassign' } });
    expect(await count('visits')).toBe(2);
  });

  it('is refused to the wrong role, the wrong account and the wrong day', async () => {
    expect(await refusal(recordVisit(await viewerOf(people.office), visit()))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(recordVisit(cadre, visit({ account: people.next.accountId })))).toMatchObject({ code: 'signed-out', reason: 'other-person' });
    expect(await refusal(recordVisit(cadre, visit({ visitedOn: '2018-03-02' })))).toMatchObject({ code: 'invalid', fields: ['visitedOn future-day'] });
    for (const wrong of [{ key: 'x' }, { seen: 'fine' }, { demand: 'gold' }, { note: '长'.repeat(501) }, { household: -1 }, { visitedOn: '2018-02-30' }]) {
      expect(await refusal(recordVisit(cadre, visit(wrong)))).toMatchObject({ code: 'invalid' });
    }
  });
});

describe('correcting a visit', () => {
  const correction = (id: number, more: object = {}) => ({ id, version: 1, visitedOn: '2018-02-25', seen: 'illness', note: '老人住院', reason: '记错日期', ...more });

  it('moves the first visit of a household into an earlier month', async () => {
    const next = await viewerOf(people.next);
    const { id } = await recordVisit(next, visit({ household: others }));
    await correctVisit(next, correction(Number(id)));
    expect(await unmeasured()).toEqual([]);
  });

  it('keeps what it said before, and every figure exact', async () => {
    const { id } = await recordVisit(cadre, visit({ demand: 'medical', outcome: 'solved' }));
    await correctVisit(cadre, correction(id));
    expect(await findVisit(cadre, id)).toMatchObject({ visitedOn: '2018-02-25', seen: 'illness', version: 2, corrections: [{ who: '旧干部', reason: '记错日期', visitedOn: TODAY, seen: 'well' }] });
    expect(await householdDemands(cadre, mine)).toMatchObject([{ raisedOn: '2018-02-25', answeredOn: '2018-02-25' }]);
    expect(await unmeasured()).toEqual([]);
    expect(await audited()).toEqual(['visit.record visit', 'visit.correct visit']);
  });

  it('tells whoever saw an older version, and refuses others, later days and days past a promise', async () => {
    const { id } = await recordVisit(cadre, visit({ visitedOn: '2018-02-20', again: true, demand: 'water', outcome: 'promised', promise: '接水管', dueOn: '2018-02-22' }));
    const told = await Promise.all([refusal(correctVisit(cadre, correction(id, { visitedOn: '2018-02-21' }))), refusal(correctVisit(cadre, correction(id, { visitedOn: '2018-02-19' })))]);
    expect(told.map((each) => (typeof each === 'string' ? each : (each as Refusal).code)).sort()).toEqual(['conflict', 'done']);
    expect(await refusal(correctVisit(cadre, correction(id, { version: 2 })))).toMatchObject({ fields: ['visitedOn after-demand'] });
    expect(await refusal(correctVisit(await viewerOf(people.secretary), correction(id, { version: 2 })))).toMatchObject({ code: 'forbidden' });
    await making((tx) => setClock(tx, '2018-03-09 00:00+08'));
    expect(await refusal(correctVisit(cadre, correction(id, { version: 2, visitedOn: '2018-02-20' })))).toMatchObject({ code: 'forbidden', reason: 'correction-over' });
  });
});

describe('a demand', () => {
  const ask = async () => {
    await recordVisit(cadre, visit({ visitedOn: '2018-01-31', demand: 'water', outcome: 'promised', promise: '接水管', dueOn: '2018-02-15' }));
    return (await householdDemands(cadre, mine))[0]!.id;
  };

  it('is open and overdue until one answers it; the second hears who was first', async () => {
    const id = await ask();
    const office = await viewerOf(people.office);
    expect((await listDemands(office, { area: areaOf(village), list: 'overdue', page: 1 })).rows).toMatchObject([{ id, cadre: '旧干部' }]);
    expect((await myHouseholds(cadre))[0]).toMatchObject({ id: mine, openDemands: 1, overdue: 1 });
    const answers = await Promise.allSettled([answerDemand(cadre, { id, answer: 'solved', text: '水管已接通' }), answerDemand(office, { id, answer: 'explained', text: '不符合条件' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict', happened: { deed: 'demand.answer' } } });
    expect((await listDemands(office, { area: areaOf(village), list: 'open', page: 1 })).rows).toEqual([]);
    expect((await listDemands(office, { area: areaOf(village), list: 'answered', page: 1 })).rows).toMatchObject([{ id, answeredOn: TODAY }]);
    expect(await unmeasured()).toEqual([]);
    expect(await audited()).toContain('demand.answer demand');
  });

  it('goes with the household to the next cadre, and is nobody else’s', async () => {
    const id = await ask();
    await handOver();
    expect(await refusal(answerDemand(await viewerOf(people.cadre), { id, answer: 'solved', text: '办好了' }))).toMatchObject({ code: 'not-found' });
    expect(await householdDemands(await viewerOf(people.next), mine)).toMatchObject([{ id, cadre: '新干部' }]);
    const elsewhere = await making(async (tx) => makePerson(tx, 'township-secretary', { division: await makeTownship(tx) }));
    expect(await refusal(answerDemand(await viewerOf(elsewhere), { id, answer: 'solved', text: '办好了' }))).toMatchObject({ code: 'not-found' });
    const leader = await viewerOf(await making((tx) => makePerson(tx, 'county-leader')));
    expect(await refusal(answerDemand(leader, { id, answer: 'solved', text: '办好了' }))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(answerDemand(await viewerOf(people.next), { id, answer: 'solved', text: ' ' }))).toMatchObject({ code: 'invalid' });
  });
});

describe('a photo', () => {
  const content = Buffer.from('picture');

  it('hangs on one’s own visit, once a key and six at most, and is seen by whoever sees the household', async () => {
    const { id: filed } = await recordVisit(cadre, visit());
    const sent = { key: key(), visit: filed, content };
    const [one, again] = await Promise.all([addPhoto(cadre, sent), addPhoto(cadre, sent)]);
    expect(again.id).toBe(one.id);
    for (let no = 2; no <= 6; no++) await addPhoto(cadre, { ...sent, key: key() });
    expect(await refusal(addPhoto(cadre, { ...sent, key: key() }))).toMatchObject({ fields: ['file file-many'] });
    expect(await count('visit_photos')).toBe(6);
    expect((await photoContent(await viewerOf(people.secretary), one.id))?.toString()).toBe('picture');
    expect(await photoContent(await viewerOf(people.next), one.id)).toBeNull();
    expect(await refusal(addPhoto(await viewerOf(people.secretary), { ...sent, key: key() }))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(addPhoto(await viewerOf(people.next), { ...sent, key: key() }))).toMatchObject({ code: 'not-found' });
  });
});

describe('who is visited', () => {
  it('adds up: the cadres to the village, the village to the township, and the longest unvisited come first', async () => {
    const office = await viewerOf(people.office);
    const month = '2018-02';
    const cadres = await cadreBoard(office, areaOf(village), month);
    const board = await visitBoard(office, areaOf(township), month);
    expect(board.places).toHaveLength(1);
    expect(board.places[0]!.counts).toEqual(board.total.counts);
    const sum = (of: 'unvisited1' | 'unvisited3' | 'unvisited6' | 'never') => cadres.reduce((all, row) => all + row[of], 0);
    expect([sum('unvisited1'), sum('unvisited3'), sum('unvisited6'), sum('never')]).toEqual([
      board.total.counts['support.households_unvisited_1m'], board.total.counts['support.households_unvisited_3m'],
      board.total.counts['support.households_neglected'], board.total.counts['support.households_never_visited'],
    ]);
    expect((await myHouseholds(await viewerOf(people.secretary))).map(({ id }) => id)).toEqual([others, mine]);
    expect((await myHouseholds(cadre)).map(({ id }) => id)).toEqual([mine]);
    expect(await cadreHouseholds(cadre, people.next.personId)).toEqual([]);
    expect(await myVisits(cadre)).toHaveLength(2);
  });

  it('is nobody’s business outside the village', async () => {
    const elsewhere = await viewerOf(await making(async (tx) => makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) })));
    expect((await listDemands(elsewhere, { area: areaOf(village), list: 'answered', page: 1 })).rows).toEqual([]);
    const { rows: [any] } = await fenced(cadre, (tx) => tx.execute<{ id: number }>(sql`select id from visits where household_id = ${mine} limit 1`));
    expect(await findVisit(elsewhere, any!.id)).toBeNull();
  });
});

/** A household registered a while ago that nobody came to, in the next cadre's care. */
const makeLate = () => making(async (tx) => {
  const id = await makeHousehold(tx, village, '李三');
  await assign(tx, people.next, id);
  await measureAll(tx);
  return id;
});

/** The office gives the cadre's household to the next one, and the giver has confirmed: until then it is still theirs to see. */
const handOver = () => making(async (tx) => {
  await appoint(tx, people.next, 'cadre', village);
  await tx.execute(sql`update assignments set ends_on = ${TODAY}::date where household_id = ${mine}`);
  await tx.execute(sql`
    with sheet as (insert into handovers (division, from_person_id, to_person_id, reason, made_by, given_at) values (${village}, ${people.cadre.personId}, ${people.next.personId}, '调离', ${people.office.personId}, county_now()) returning id)
    insert into assignments (household_id, person_id, division, starts_on, handover_id) select ${mine}, ${people.next.personId}, ${village}, ${TODAY}::date, id from sheet`);
});
