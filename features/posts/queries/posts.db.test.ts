import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { servesOn } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';
import { findPeople } from './find-people';
import { findPost } from './find-post';
import { commandChain, countPosts, postsOfKind } from './list-posts';

let township: string;
let secretary: MadePerson;
let here: Viewer;
let sibling: Viewer;


beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01T09:00:00+08');
    township = await makeTownship(tx);
    const village = await makeVillage(tx, township);
    secretary = await makePerson(tx, 'first-secretary', { division: village, name: '龙书记' });
    await tx.execute(sql`update appointments set starts_on = '2017-02-01' where id = ${secretary.appointmentId}`);
    const { rows } = await tx.execute<{ id: number }>(sql`insert into people (name, gender) values ('龙前任', 'male') returning id`);
    await tx.execute(sql`insert into appointments (person_id, post_id, duty, division, starts_on, ends_on, reason) values (${rows[0]!.id}, ${secretary.postId}, 'first-secretary', ${village}, '2015-05-01', '2016-12-20', '轮换期满')`);
    return { here: await makePerson(tx, 'township-secretary', { division: township }), sibling: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx) }) };
  });
  [here, sibling] = [await viewerOf(made.here), await viewerOf(made.sibling)];
});

describe('posts', () => {
  it('say who serves, what is vacant, and who was first secretary in November 2016', async () => {
    const post = await findPost(here, secretary.postId);
    const names = (day: string) => post?.appointments.filter((each) => servesOn(day, each)).map((each) => each.name);
    expect([names('2016-11-15'), names('2017-01-15'), names('2018-03-01')]).toEqual([['龙前任'], [], ['龙书记']]);
    const { rows, total } = await postsOfKind(here, areaOf(township), 'team', true, 1);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: secretary.postId, vacant: ['team-leader'], holders: [{ name: '龙书记', duty: 'first-secretary' }] });
    expect((await countPosts(here, areaOf(township))).find((count) => count.kind === 'team')).toEqual({ kind: 'team', posts: 1, vacant: 1 });
    expect((await commandChain(here, areaOf(township))).map((each) => each.kind)).toContain('township-command');
  });

  it('are found by a person’s name', async () => {
    expect((await findPeople(here, '龙')).rows.map((row) => row.name)).toEqual(['龙书记', '龙前任']);
    expect((await findPeople(here, "龙' or")).rows).toEqual([]);
  });

  it('above one’s own ground open, with what hangs on them elsewhere left out', async () => {
    const village = await viewerOf(secretary);
    const { rows } = await making((tx) => tx.execute<{ id: number }>(sql`select id from posts where division = ${township} and kind = 'township-command'`));
    expect(await findPost(village, rows[0]!.id)).toMatchObject({ facts: { kind: 'township-command' }, children: [], opens: { place: false, zone: false } });
    expect((await findPost(village, secretary.postId))?.opens).toEqual({ place: true, zone: false });
    expect(await findPost(sibling, rows[0]!.id)).toBeNull();
  });

  it('of another township are not found', async () => {
    expect(await findPost(sibling, secretary.postId)).toBeNull();
    expect(await findPost(here, 2_000_000_000)).toBeNull();
    expect((await findPeople(sibling, '龙')).rows).toEqual([]);
  });
});
