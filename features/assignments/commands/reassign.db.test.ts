import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { fenced } from '@/db/fence';
import { differences, measureAll } from '@/db/measure';
import { assign, type MadePerson, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { readCoverage } from '../queries/coverage';
import { gapRows } from '../queries/gap-rows';
import { handoverSheet } from '../queries/handover-sheet';
import { householdCadres } from '../queries/household-cadres';
import { listHandovers } from '../queries/list-handovers';
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

const viewerOf = async (person: MadePerson): Promise<Viewer> => {
  const viewer = await viewerFor(person.accountId);
  if (!viewer) throw new Error('no viewer');
  return viewer;
};
const seen = async (viewer: Viewer, ids: number[]) => (await reassignable(viewer, { households: ids, cadre: null })).rows.map((row) => `${row.id}:${row.assignmentId ?? 0}`);
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
    await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, demand, outcome)
      values (${households[0]!}, ${made.old.personId}, ${village}, '2018-02-10', 'housing', '屋顶漏雨', 'promised'), (${households[0]!}, ${made.old.personId}, ${village}, '2018-01-10', 'well', '要种苗', 'solved')`);
    await measureAll(tx);
    return made;
  });
  office = await viewerOf(people.office);
  here = await viewerOf(people.here);
});

describe('re-assigning households', () => {
  it('closes the old assignments, opens new ones, makes a sheet, tells the history and measures again', async () => {
    const done = await reassign(here, { households: await seen(here, households.slice(0, 2)), to: String(people.next.personId), reason: '原帮扶干部调离' });
    expect(await open(households[0]!)).toEqual([people.next.personId]);
    expect(await householdCadres(office, households[0]!)).toMatchObject([{ startsOn: '2018-03-01', handoverId: done.id }, { name: '旧干部', endsOn: '2018-03-01' }]);
    const sheet = await handoverSheet(here, done.id);
    expect(sheet?.handover).toMatchObject({ fromName: '旧干部', toName: '新干部', givenAt: null, takenAt: null, giverLeft: false, reason: '原帮扶干部调离' });
    expect(sheet?.households).toMatchObject([{ headName: '张一', lastVisit: '2018-02-10', demands: [{ on: '2018-02-10', text: '屋顶漏雨' }] }, { headName: '张二', lastVisit: null, demands: [] }]);
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
    const done = await reassign(office, { households: await seen(office, [households[2]!]), to: people.member.personId, reason: '新安排' });
    expect((await handoverSheet(office, done.id))?.handover).toMatchObject({ fromName: null, giverLeft: false });
    expect((await candidates(here, village, '队员'))[0]).toMatchObject({ load: 1, duties: ['cadre', 'team-member'] });
    const coverage = await readCoverage(here, areaOf(township), '2018-03');
    expect(coverage).toMatchObject({ registered: 3, assigned: 3 });
    await making(async (tx) => expect((await differences(tx)).filter((each) => each.division.startsWith(township))).toEqual([]));
  });

  it('needs no confirmation from a giver who left', async () => {
    await making((tx) => tx.execute(sql`update appointments set ends_on = '2018-02-15' where id = ${people.old.appointmentId}`));
    expect((await gapRows(here, areaOf(township), 'cadre-left')).rows).toMatchObject([{ personId: people.old.personId, count: 2, since: '2018-02-15' }]);
    const done = await reassign(here, { households: await seen(here, households.slice(0, 2)), to: people.next.personId, reason: '离岗' });
    expect((await handoverSheet(here, done.id))?.handover.giverLeft).toBe(true);
    expect((await gapRows(here, areaOf(township), 'cadre-left')).rows).toEqual([]);
  });

  it('tells whoever comes second: a double submission, the back button, a colleague at the same time', async () => {
    const input = { households: await seen(here, [households[0]!]), to: people.next.personId, reason: '调离' };
    const outcomes = await Promise.allSettled([reassign(here, input), reassign(office, { ...input, to: people.member.personId })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    await expect(reassign(here, input)).rejects.toMatchObject({ code: 'conflict' });
    expect(await open(households[0]!)).toHaveLength(1);
  });

  it('is refused to the wrong person, for the wrong household, to the wrong cadre', async () => {
    const input = { households: await seen(here, [households[0]!]), to: people.next.personId, reason: '调离' };
    const sibling = await viewerOf(people.sibling);
    const cadre = await viewerOf(people.old);
    await expect(reassign(sibling, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(reassign(cadre, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reassign(here, { ...input, to: people.old.personId })).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-same-cadre' });
    await expect(reassign(here, { ...input, to: people.office.personId })).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-not-serving' });
    await expect(reassign(here, { ...input, households: await seen(here, [households[0]!, households[2]!]) })).rejects.toMatchObject({ code: 'invalid', reason: 'reassign-other-cadre' });
    expect((await reassignable(sibling, { households, cadre: null })).rows).toEqual([]);
    expect(await open(households[0]!)).toEqual([people.old.personId]);
  });

  it('does not take nonsense', async () => {
    const input = { households: await seen(here, [households[0]!]), to: people.next.personId, reason: '调离' };
    for (const wrong of [{ households: [] }, { households: ['1'] }, { households: ['1:1; drop table'] }, { households: Array(41).fill('1:0') }, { to: '-1' }, { to: 'x' }, { to: '9'.repeat(30) }, { reason: ' ' }, { reason: '长'.repeat(301) }])
      await expect(reassign(here, { ...input, ...wrong })).rejects.toMatchObject({ code: 'invalid' });
    await expect(reassign(here, { ...input, households: ['2000000000:0'] })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a hand-over', () => {
  it('is confirmed by each side for itself, once', async () => {
    const { id } = await reassign(here, { households: await seen(here, [households[0]!]), to: people.next.personId, reason: '调离' });
    const [giver, taker] = [await viewerOf(people.old), await viewerOf(people.next)];
    await expect(takeOver(giver, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(giveOver(here, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await giveOver(giver, { id: String(id) });
    await takeOver(taker, { id });
    await expect(takeOver(taker, { id })).rejects.toMatchObject({ code: 'conflict' });
    expect((await handoverSheet(taker, id))?.households).toHaveLength(1);
    expect((await handoverSheet(giver, id))?.households).toEqual([]);
    expect(await handoverSheet(await viewerOf(people.sibling), id)).toBeNull();
    expect((await listHandovers(here, areaOf(township)))[0]).toMatchObject({ given: true, taken: true });
  });
});

describe('gaps', () => {
  it('are what the rows say, in the area asked', async () => {
    const area = areaOf(township);
    expect((await gapRows(here, area, 'no-cadre')).rows).toMatchObject([{ householdId: households[2], name: '张三' }]);
    expect((await gapRows(here, area, 'no-first-secretary')).rows).toHaveLength(1);
    expect((await gapRows(here, area, 'no-technician')).rows).toHaveLength(1);
    expect((await gapRows(here, area, 'overloaded')).rows).toEqual([]);
    expect((await gapRows(here, area, 'double-post')).rows).toEqual([]);
    await making(async (tx) => {
      for (let no = 0; no < 4; no++) await assign(tx, people.old, await makeHousehold(tx, village));
      await tx.execute(sql`with post as (insert into posts (kind, name, division, established_on) values ('squad', '督导', '510823', '2014-01-01') returning id)
        insert into appointments (person_id, post_id, duty, division, starts_on) select ${people.next.personId}, id, 'squad-leader', '510823', '2015-01-01' from post`);
    });
    expect((await gapRows(here, area, 'overloaded')).rows).toMatchObject([{ personId: people.old.personId, count: 6 }]);
    expect((await gapRows(here, area, 'double-post')).rows).toMatchObject([{ personId: people.next.personId, count: 2 }]);
    expect((await gapRows(await viewerOf(people.sibling), area, 'no-cadre')).rows).toEqual([]);
  });
});
