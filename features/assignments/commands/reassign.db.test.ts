import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { fenced } from '@/db/fence';
import { violations } from '@/db/invariants';
import { differences, measureAll } from '@/db/measure';
import { assign, type MadePerson, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Gap } from '@/domain/assignment';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';
import { readCoverage, readGaps } from '../queries/coverage';
import { gapList } from '../queries/gap-list';
import { handoverSheet } from '../queries/handover-sheet';
import { householdCadres } from '../queries/household-cadres';
import { listHandovers } from '../queries/list-handovers';
import { spreadPlan } from '../queries/spread-plan';
import { candidates, reassignable } from '../queries/reassignable';
import { giveOver } from './give-over';
import { reassign } from './reassign';
import { takeOver } from './take-over';

let township: string;
let village: string;
let households: number[];
let people: Record<'office' | 'here' | 'sibling' | 'old' | 'next' | 'member', MadePerson>;
let office: Viewer;
let here: Viewer;

const moves = async (viewer: Viewer, ids: number[], to: number) => (await reassignable(viewer, { households: ids, cadre: null })).rows.map((row) => `${row.id}:${row.assignmentId ?? 0}:${to}`);
const gap = (which: Gap, viewer = here) => gapList(viewer, which, { area: areaOf(township), month: '2018-03', after: null });
const open = async (household: number) => (await householdCadres(office, household)).filter((row) => row.endsOn === null).map((row) => row.personId);

beforeEach(async () => {
  people = await making(async (tx) => {
    await setClock(tx, '2018-03-01T09:00:00+08');
    township = await makeTownship(tx);
    village = await makeVillage(tx, township);
    households = [await makeHousehold(tx, village, '张一'), await makeHousehold(tx, village, '张二'), await makeHousehold(tx, village, '张三')];
    const team = await makePerson(tx, 'team-member', { division: village, name: '队员甲' });
    const made = {
      office: await makePerson(tx, 'office-reviewer'), here: await makePerson(tx, 'township-secretary', { division: township }),
      sibling: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx) }),
      old: await makePerson(tx, 'cadre', { division: village, name: '旧干部', postId: team.postId }),
      next: await makePerson(tx, 'cadre', { division: village, name: '新干部', postId: team.postId }), member: team,
    };
    await assign(tx, made.old, households[0]!);
    await assign(tx, made.old, households[1]!);
    await tx.execute(sql`
      with visited as (
        insert into visits (household_id, person_id, division, visited_on, seen, outcome)
        values (${households[0]!}, ${made.old.personId}, ${village}, '2018-02-10', 'housing', 'promised'), (${households[0]!}, ${made.old.personId}, ${village}, '2018-01-10', 'well', 'solved') returning *
      )
      insert into demands (visit_id, household_id, division, kind, text, raised_on, promise, due_on, answered_on, answered_by, answer)
      select id, household_id, division, 'housing', case outcome when 'promised' then '屋顶漏雨' else '要种苗' end, visited_on,
        case outcome when 'promised' then '春节前修好' end, case outcome when 'promised' then date '2018-02-15' end,
        case outcome when 'solved' then visited_on end, case outcome when 'solved' then person_id end, case outcome when 'solved' then 'solved' end
      from visited`);
    await measureAll(tx);
    return made;
  });
  office = await viewerOf(people.office);
  here = await viewerOf(people.here);
});

describe('re-assigning households', () => {
  it('closes the old assignments, opens new ones, makes a sheet, tells the history and measures again', async () => {
    const done = await reassign(here, { moves: await moves(here, households.slice(0, 2), people.next.personId), reason: '原帮扶干部调离' });
    expect(await open(households[0]!)).toEqual([people.next.personId]);
    expect(await householdCadres(office, households[0]!)).toMatchObject([{ startsOn: '2018-03-01', handoverId: done.id }, { name: '旧干部', endsOn: '2018-03-01' }]);
    const sheet = await handoverSheet(here, done.id);
    expect(sheet?.handover).toMatchObject({ fromName: '旧干部', toName: '新干部', givenAt: null, takenAt: null, giverLeft: false, reason: '原帮扶干部调离' });
    expect(sheet?.households).toMatchObject([{ headName: '张一', lastVisit: '2018-02-10', demands: [{ on: '2018-02-10', kind: 'housing', text: '屋顶漏雨', promise: '春节前修好', dueOn: '2018-02-15' }] }, { headName: '张二', lastVisit: null, demands: [] }]);
    await making(async (tx) => {
      expect((await differences(tx)).filter((each) => each.division.startsWith(township))).toEqual([]);
    });
    const auditor = await viewerOf(await making((tx) => makePerson(tx, 'auditor')));
    const audits = await fenced(auditor, (tx) => tx.execute<{ kind: string }>(sql`select subject_kind as kind from audits where command = 'assignment.reassign' and division = ${village}`));
    expect(audits.rows.map((row) => row.kind).sort()).toEqual(['handover', 'household', 'household']);
    expect((await listHandovers(here, areaOf(township)))[0]).toMatchObject({ id: done.id, given: false, taken: false });
  });

  it('gives a household without a cadre one, who becomes the cadre of the village', async () => {
    const pick = (await candidates(here, village, '队员')).find((each) => each.id === people.member.personId);
    expect(pick).toMatchObject({ load: 0, duties: ['team-member'] });
    const done = await reassign(office, { moves: await moves(office, [households[2]!], people.member.personId), reason: '新安排' });
    expect((await handoverSheet(office, done.id))?.handover).toMatchObject({ fromName: null, giverLeft: false });
    expect((await candidates(here, village, '队员'))[0]).toMatchObject({ load: 1, duties: ['cadre', 'team-member'] });
    const coverage = await readCoverage(here, areaOf(township), '2018-03');
    expect(coverage).toMatchObject({ registered: 3, gaps: { orphaned: 0 }, places: [{ code: village, registered: 3, gaps: { orphaned: 0, vacancy: 2 } }] });
    await making(async (tx) => expect((await differences(tx)).filter((each) => each.division.startsWith(township))).toEqual([]));
  });

  it('needs no confirmation from a giver who left', async () => {
    await making(async (tx) => {
      await tx.execute(sql`update appointments set ends_on = '2018-02-15' where id = ${people.old.appointmentId}`);
      await measureAll(tx);
    });
    expect(await gap('orphaned')).toMatchObject({ count: 3, rows: [{ name: '张一', cadre: '旧干部', since: '2018-02-15' }, { name: '张二', cadre: '旧干部' }, { name: '张三', cadre: null, since: '2014-03-01' }] });
    const done = await reassign(here, { moves: await moves(here, households.slice(0, 2), people.next.personId), reason: '离岗' });
    expect((await handoverSheet(here, done.id))?.handover.giverLeft).toBe(true);
    expect(await gap('orphaned')).toMatchObject({ count: 1, rows: [{ name: '张三' }] });
  });

  it('tells whoever comes second: a double submission, the back button, a colleague at the same time', async () => {
    const input = { moves: await moves(here, [households[0]!], people.next.personId), reason: '调离' };
    const other = { ...input, moves: await moves(office, [households[0]!], people.member.personId) };
    const outcomes = await Promise.allSettled([reassign(here, input), reassign(office, other)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    await expect(reassign(here, input)).rejects.toMatchObject({ code: 'conflict' });
    expect(await open(households[0]!)).toHaveLength(1);
  });

  it('gives many households at once: one sheet per pair, all or none', async () => {
    const both = [...(await moves(here, [households[0]!, households[2]!], people.next.personId)), ...(await moves(here, [households[1]!], people.member.personId))];
    await expect(reassign(here, { moves: [...both.slice(0, 2), `${households[1]}:0:${people.member.personId}`], reason: '调整' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await Promise.all(households.map(open))).toEqual([[people.old.personId], [people.old.personId], []]);
    const { sheets } = await reassign(here, { moves: both, reason: '调整', cap: '1' });
    expect(sheets).toBe(3);
    expect(await Promise.all(households.map(open))).toEqual([[people.next.personId], [people.member.personId], [people.next.personId]]);
    expect((await listHandovers(here, areaOf(township))).map(({ fromName, toName }) => [fromName, toName]).sort()).toEqual([[null, '新干部'], ['旧干部', '新干部'], ['旧干部', '队员甲']].sort());
    await making(async (tx) => {
      expect((await differences(tx)).filter((each) => each.division.startsWith(township))).toEqual([]);
      expect(await violations(tx)).toEqual([]);
    });
  });

  it('spreads a village by rule: the plan is what is done, and nothing is left to do', async () => {
    await making(async (tx) => {
      for (let no = 0; no < 4; no++) await assign(tx, people.old, await makeHousehold(tx, village));
    });
    const plan = await spreadPlan(here, village);
    expect(plan.rows.map(({ headName, orphaned, to }) => [orphaned, to, headName])).toEqual([[true, people.next.personId, '张三'], [false, people.next.personId, '王测试']]);
    expect(plan.helpers.map(({ name, load, after }) => [name, load, after])).toEqual([['旧干部', 6, 5], ['新干部', 0, 2]]);
    const choice = Object.fromEntries(plan.rows.map((row) => [row.id, `${row.id}:${row.assignmentId}:${row.to}`]));
    await reassign(here, { choice: { ...choice, 0: '' }, reason: '按规则均衡', cap: '1' });
    expect((await spreadPlan(here, village)).rows).toEqual([]);
    await expect(reassign(here, { choice, reason: '按规则均衡', cap: '1' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('with a cap leaves nobody with more than five', async () => {
    const more = await making(async (tx) => {
      for (let no = 0; no < 4; no++) await assign(tx, people.next, await makeHousehold(tx, village));
      return true;
    });
    expect(more).toBe(true);
    const input = { moves: await moves(here, households.slice(0, 2), people.next.personId), reason: '调整' };
    await expect(reassign(here, { ...input, cap: '1' })).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-full' });
    expect(await open(households[0]!)).toEqual([people.old.personId]);
    await reassign(here, input);
  });

  it('of a squad leader who is township secretary elsewhere goes no further than the own township', async () => {
    await making((tx) => tx.execute(sql`with post as (insert into posts (kind, name, division, zone_no, established_on) values ('squad', '督导', '510823', 1, '2014-01-01') returning id)
      insert into appointments (person_id, post_id, duty, division, starts_on) select ${people.sibling.personId}, id, 'squad-leader', '510823', '2014-01-01' from post`));
    const wide = await viewerOf(people.sibling);
    await expect(reassign(wide, { moves: await moves(wide, [households[0]!], people.next.personId), reason: '调离' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused to the wrong person, for the wrong household, to the wrong cadre', async () => {
    const input = { moves: await moves(here, [households[0]!], people.next.personId), reason: '调离' };
    const sibling = await viewerOf(people.sibling);
    const cadre = await viewerOf(people.old);
    await expect(reassign(sibling, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(reassign(cadre, input)).rejects.toMatchObject({ code: 'forbidden' });
    const to = async (person: MadePerson) => ({ ...input, moves: await moves(here, [households[0]!], person.personId) });
    await expect(reassign(here, await to(people.old))).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-same-cadre' });
    await expect(reassign(here, await to(people.office))).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-not-serving' });
    expect((await reassignable(sibling, { households, cadre: null })).rows).toEqual([]);
    expect(await open(households[0]!)).toEqual([people.old.personId]);
  });

  it('does not take nonsense', async () => {
    const input = { moves: await moves(here, [households[0]!], people.next.personId), reason: '调离' };
    for (const wrong of [{ moves: [] }, { moves: ['1:0'] }, { moves: ['1:1:1; drop table'] }, { moves: Array.from({ length: 121 }, (_, no) => `${no + 1}:0:1`) }, { moves: '1:0:-1' }, { moves: `1:0:${'9'.repeat(30)}` }, { moves: undefined }, { reason: ' ' }, { reason: '长'.repeat(301) }])
      await expect(reassign(here, { ...input, ...wrong })).rejects.toMatchObject({ code: 'invalid' });
    await expect(reassign(here, { ...input, moves: ['2000000000:0:1'] })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a hand-over', () => {
  it('is confirmed by each side for itself, once', async () => {
    const { id } = await reassign(here, { moves: await moves(here, [households[0]!], people.next.personId), reason: '调离' });
    const [giver, taker] = [await viewerOf(people.old), await viewerOf(people.next)];
    await expect(takeOver(giver, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(giveOver(here, { id })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await handoverSheet(await viewerOf(people.old), id))?.households).toHaveLength(1);
    await giveOver(giver, { id: String(id) });
    await takeOver(taker, { id });
    await expect(takeOver(taker, { id })).rejects.toMatchObject({ code: 'conflict' });
    expect((await handoverSheet(taker, id))?.households).toHaveLength(1);
    expect((await handoverSheet(await viewerOf(people.old), id))?.households).toEqual([]);
    expect(await handoverSheet(await viewerOf(people.sibling), id)).toBeNull();
    expect((await listHandovers(here, areaOf(township)))[0]).toMatchObject({ given: true, taken: true });
  });
});

describe('gaps', () => {
  it('are what the rows say, in the area asked, and count the same on every screen', async () => {
    expect(await gap('orphaned')).toMatchObject({ count: 1, rows: [{ householdId: households[2], name: '张三' }] });
    expect((await gap('vacancy')).rows.map((row) => row.duty).sort()).toEqual(['first-secretary', 'team-leader']);
    expect(await gap('no-technician')).toMatchObject({ count: 1, rows: [{ postId: people.member.postId }] });
    expect((await gap('overloaded')).count + (await gap('double-post')).count).toBe(0);
    await making(async (tx) => {
      for (let no = 0; no < 4; no++) await assign(tx, people.old, await makeHousehold(tx, village));
      await tx.execute(sql`with post as (insert into posts (kind, name, division, established_on) values ('squad', '督导', '510823', '2014-01-01') returning id)
        insert into appointments (person_id, post_id, duty, division, starts_on) select ${people.next.personId}, id, 'squad-leader', '510823', '2013-01-01' from post`);
      await measureAll(tx);
    });
    expect(await gap('overloaded')).toMatchObject({ count: 1, rows: [{ personId: people.old.personId, load: 6, since: '2015-01-01' }] });
    expect(await gap('double-post')).toMatchObject({ count: 1, rows: [{ personId: people.next.personId, posts: [{}, { name: '督导' }] }] });
    expect((await readGaps(here, areaOf(township), '2018-03')).gaps).toEqual({ orphaned: 1, vacancy: 2, 'no-technician': 1, overloaded: 1, 'double-post': 1 });
    expect((await gap('orphaned', await viewerOf(people.sibling))).rows).toEqual([]);
  });
});
