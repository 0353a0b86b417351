import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { book } from '@/db/ledger';
import { makeFailedCase } from '@/db/testing/approved-case';
import { madeCard } from '@/db/testing/numbers';
import { appoint, assign, COUNTY, makeHousehold, makePerson, makeTownship, makeVillage, makeReliefRules, making, setClock } from '@/db/testing/fixtures';
import { deadlines } from '@/domain/deadline';
import type { Viewer } from '@/domain/viewer';
import { changeCard } from '@/features/relief-reviews/commands/change-card';
import { confirmCard } from '@/features/relief-reviews/commands/confirm-card';
import { drawSpotChecks } from '@/features/spot-checks/commands/draw';
import { viewerFor } from '@/server/viewer';
import { readHome } from './home';
import { readOwnPeople } from './people';
import { readToDo } from './to-do';

const MONTH = '2018-02';
let township: string;
let village: string;
const seen = async (accountId: number): Promise<Viewer> => (await viewerFor(accountId))!;

/** A checklist of the month for an appointment. */
const issue = (person: { personId: number; appointmentId: number; postId: number }, division: string, kind: string, month = MONTH) =>
  making(async (tx) => {
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values (${kind}, '2014-01') on conflict do nothing`);
    const { rows } = await tx.execute<{ id: number }>(sql`
      insert into checklists (month, template_id, filer_kind, appointment_id, person_id, post_id, division)
      select ${month}, min(id), ${kind}, ${person.appointmentId}, ${person.personId}, ${person.postId}, ${division} from checklist_templates where filer_kind = ${kind} returning id`);
    return rows[0]!.id;
  });

beforeAll(async () => {
  await making(async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    township = await makeTownship(tx);
    village = await makeVillage(tx, township);
  });
});

describe('to do', () => {
  test('a checklist waits for its filer with its day, and leaves when it is submitted', async () => {
    const secretary = await making((tx) => makePerson(tx, 'first-secretary', { division: village }));
    const id = await issue(secretary, village, 'first-secretary');
    await issue(secretary, village, 'first-secretary', '2018-01');
    const viewer = await seen(secretary.accountId);
    expect((await readToDo(viewer)).toFile).toMatchObject([{ id, month: MONTH, dueAt: deadlines(MONTH, { dueDay: 5, lockDay: 10 }).dueAt, late: false, state: 'open' }]);
    await making((tx) => tx.execute(sql`update checklists set state = 'submitted', submitted_at = county_now(), first_submitted_at = county_now() where id = ${id}`));
    expect((await readToDo(viewer)).toFile).toEqual([]);
    await making((tx) => tx.execute(sql`update checklists set state = 'returned' where id = ${id}`));
    expect((await readToDo(viewer)).toFile).toMatchObject([{ id, state: 'returned', dueAt: deadlines(MONTH, { dueDay: 5, lockDay: 10 }).lockAt }]);
  });

  test('the finance officer has the top-up with its day, what is to be paid and what to be closed; nobody else', async () => {
    const { finance, leader } = await making(async (tx) => {
      await tx.execute(sql`
        insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法')`);
      await book(tx, { deed: 'donation', key: 'home', amount: 100, madeBy: null });
      return { finance: await makePerson(tx, 'finance-officer'), leader: await makePerson(tx, 'county-leader') };
    });
    await makeFailedCase(village, finance.personId);
    expect((await readToDo(await seen(finance.accountId))).fund).toMatchObject({ approved: 0, failed: 1, batches: 1, topUp: { shortfall: 99_999_900, due: Date.parse('2018-04-01T00:00+08:00'), overdue: false } });
    expect((await readToDo(await seen(leader.accountId))).fund).toBeNull();
  });

  test('an account that the bank sent back waits for who changes it, then for a second person who confirms it', async () => {
    const { place, clerk, neighbour, officer, finance } = await making(async (tx) => {
      await makeReliefRules(tx);
      const there = await makeVillage(tx, township);
      return {
        place: there, clerk: await makePerson(tx, 'relief-village-clerk', { division: there }), neighbour: await makePerson(tx, 'relief-village-clerk', { division: await makeVillage(tx, township) }),
        officer: await makePerson(tx, 'relief-township-officer', { division: township }), finance: await makePerson(tx, 'finance-officer'),
      };
    });
    const { failed: id } = await makeFailedCase(place, finance.personId);
    const waiting = async () => Promise.all([clerk, officer, neighbour, finance].map(async ({ accountId }) => {
      const { change, confirm } = (await readToDo(await seen(accountId))).cards;
      return `${change.filter((each) => each.id === id).length} ${confirm.filter((each) => each.id === id).length}`;
    }));
    expect(await waiting()).toEqual(['1 0', '1 0', '0 0', '0 0']);
    const { rows: [person] } = await making((tx) => tx.execute<{ id: number }>(sql`select id from relief_people where case_id = ${id}`));
    await changeCard(await seen(clerk.accountId), { id, holder: person!.id, bank: '四川农信', secretCard: madeCard(7), reason: '原账户已注销' });
    expect(await waiting()).toEqual(['0 0', '0 1', '0 0', '0 0']);
    const { rows: [card] } = await making((tx) => tx.execute<{ id: number }>(sql`select max(id) as id from relief_cards where case_id = ${id}`));
    await confirmCard(await seen(officer.accountId), { id, card: card!.id });
    expect(await waiting()).toEqual(['0 0', '0 0', '0 0', '0 0']);
  });

  test('somebody else’s checklist is not mine', async () => {
    const [mine, other] = await making(async (tx) => [await makePerson(tx, 'team-leader', { division: village }), await makePerson(tx, 'team-leader', { division: village })] as const);
    await issue(other, village, 'team-leader');
    expect((await readToDo(await seen(mine.accountId))).toFile).toEqual([]);
  });

  test('a household waits until it was visited this calendar month, the longest unseen first', async () => {
    const { cadre, first, second } = await making(async (tx) => {
      const person = await makePerson(tx, 'cadre', { division: village });
      const [a, b] = [await makeHousehold(tx, village, '甲'), await makeHousehold(tx, village, '乙')];
      await makeHousehold(tx, village, '别人的');
      await assign(tx, person, a);
      await assign(tx, person, b);
      await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome) values (${a}, ${person.personId}, ${village}, '2018-02-20', 'well', 'noted')`);
      return { cadre: person, first: a, second: b };
    });
    const viewer = await seen(cadre.accountId);
    expect((await readToDo(viewer)).toVisit).toMatchObject({ count: 2, of: 2, rows: [{ id: second, lastVisit: null }, { id: first, lastVisit: '2018-02-20' }] });
    await making((tx) => tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome)
      select id, ${cadre.personId}, division, '2018-03-01', 'well', 'noted' from households where id in (${first}, ${second})`));
    expect((await readToDo(viewer)).toVisit).toEqual({ count: 0, of: 2, rows: [] });
  });

  test('what a household sent in itself waits for its village’s clerk alone', async () => {
    const [clerk, neighbour, team] = await making(async (tx) => {
      const rules = await makeReliefRules(tx);
      await tx.execute(sql`
        insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash)
        values ('JZ2018-0001', ${village}, '甲', 'r:1', 'household', 'illness', '住院', 2018, ${rules}, 'received', 'r1')`);
      return [await makePerson(tx, 'relief-village-clerk', { division: village }), await makePerson(tx, 'relief-village-clerk', { division: await makeVillage(tx, township) }), await makePerson(tx, 'first-secretary', { division: village })] as const;
    });
    const waiting = await Promise.all([clerk, neighbour, team].map(async ({ accountId }) => (await readToDo(await seen(accountId))).relief));
    expect(waiting).toEqual([{ received: 1, returned: 0 }, { received: 0, returned: 0 }, null]);
  });

  test('a squad is asked to draw from the month that was locked last, then to check what it drew', async () => {
    const zoneNo = 4;
    const { squad, team, place } = await making(async (tx) => {
      const there = await makeVillage(tx, await makeTownship(tx, zoneNo));
      return { squad: await makePerson(tx, 'squad-leader', { zoneNo }), team: await makePerson(tx, 'first-secretary', { division: there }), place: there };
    });
    const viewer = await seen(squad.accountId);
    expect((await readToDo(viewer)).spots).toEqual([]);
    const id = await issue(team, place, 'first-secretary', '2018-01');
    await making((tx) => tx.execute(sql`update checklists set state = 'verified', submitted_at = county_now(), first_submitted_at = county_now() where id = ${id}`));
    expect((await readToDo(viewer)).spots).toEqual([{ month: '2018-01', drawn: false, left: 1 }]);
    await drawSpotChecks(viewer, { month: '2018-01', size: 1 });
    const waiting = [{ month: '2018-01', drawn: true, left: 1 }];
    expect((await readToDo(viewer)).spots).toEqual(waiting);
    // What was drawn waits to be checked also when the next month has been locked.
    await making((tx) => setClock(tx, '2018-03-12 09:00+08'));
    expect((await readToDo(viewer)).spots).toEqual(waiting);
    await making((tx) => setClock(tx, '2018-03-01 09:00+08'));
    await making((tx) => tx.execute(sql`update spot_checks set result = 'confirmed', checked_by = ${squad.personId}, checked_at = county_now() where checklist_id = ${id}`));
    expect((await readToDo(viewer)).spots).toEqual([]);
    expect((await readToDo(await seen(team.accountId))).spots).toEqual([]);
  });

  test('the office sees its queue by state, a township who has not filed', async () => {
    const place = await making((tx) => makeTownship(tx));
    const there = await making((tx) => makeVillage(tx, place));
    const [office, secretary, team] = await making(async (tx) => [await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'township-secretary', { division: place }), await makePerson(tx, 'first-secretary', { division: there })] as const);
    await issue(team, there, 'first-secretary');
    const before = (await readToDo(await seen(office.accountId))).queue?.open ?? 0;
    expect(before).toBeGreaterThan(0);
    const viewer = await seen(secretary.accountId);
    expect((await readToDo(viewer)).trailing).toMatchObject({ count: 1, rows: [{ code: there, missing: 1, expected: 1 }] });
    await making((tx) => tx.execute(sql`update checklists set state = 'submitted', first_submitted_at = county_now(), submitted_at = county_now() where person_id = ${team.personId}`));
    expect((await readToDo(viewer)).trailing).toEqual({ count: 0, rows: [] });
    expect((await readToDo(await seen(office.accountId))).queue).toMatchObject({ open: before - 1 });
    expect((await readToDo(await seen(office.accountId))).earlier).toEqual([]);
    await making((tx) => setClock(tx, '2018-03-11 09:00+08'));
    expect((await readToDo(await seen(office.accountId))).earlier).toEqual([{ month: MONTH, count: 1 }]);
    expect((await readToDo(viewer)).earlier).toEqual([]);
    await making((tx) => setClock(tx, '2018-03-01 09:00+08'));
  });
});

describe('people', () => {
  test('one step up and one step down the line of command', async () => {
    const { secretary, leader, cadre } = await making(async (tx) => {
      const above = await makePerson(tx, 'township-secretary', { division: township, name: '书记' });
      const team = await makePerson(tx, 'first-secretary', { division: village, name: '第一' });
      await tx.execute(sql`update posts set parent_id = ${above.postId} where id = ${team.postId}`);
      return { secretary: above, leader: team, cadre: await makePerson(tx, 'cadre', { division: village, postId: team.postId, name: '干部' }) };
    });
    const names = (list: { person: string }[]) => list.map(({ person }) => person);
    const [top, middle, low] = await Promise.all([secretary, leader, cadre].map(async ({ accountId }) => readOwnPeople(await seen(accountId))));
    expect(names(top!.below)).toEqual(['第一']);
    expect([names(middle!.above), names(middle!.below), middle!.belowCount]).toEqual([['书记'], ['干部'], 1]);
    expect(names(low!.above)).toEqual(expect.arrayContaining(['书记', '第一']));
    expect(low!.below).toEqual([]);
  });
});

test('figures of a month that is not over stand beside none of the month before; what stands at its end does', async () => {
  const person = await making((tx) => makePerson(tx, 'township-secretary', { division: township }));
  const { own } = await readHome(await seen(person.accountId));
  expect(own).toMatchObject({ month: MONTH, openUntil: '2018-03-10' });
  const beside = Object.fromEntries(own!.figures.map(({ now, before }) => [now.indicator, before]));
  expect([beside['support.visit_rate'], beside['checklists.completeness'], beside['poverty.remaining_households']]).toEqual([null, null, 0]);
});

test('an administrator has neither figures nor people, and no household', async () => {
  const admin = await making(async (tx) => {
    const person = await makePerson(tx, 'security-administrator', { division: COUNTY });
    await appoint(tx, person, 'cadre', village);
    return person;
  });
  const home = await readHome(await seen(admin.accountId));
  expect(home).toMatchObject({ own: null, people: { above: [], below: [] }, toDo: { toFile: [], toVisit: null, queue: null, trailing: null } });
});
