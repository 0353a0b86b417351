import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/domain/viewer';
import { engine } from '@/db/engine/engine';
import { asSystem, fenced, type Tx, widened } from '@/db/fence';
import { appoint, assign, makeHousehold, makePerson, makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import { viewerOf } from './testing/asking';

// Two zones; zone 1 has two townships, the first of them two villages. Two households in each village.
let townships: readonly [string, string, string];
let villages: readonly [string, string, string, string];
const households: number[] = [];
beforeAll(() => making(async (tx) => {
  townships = [await makeTownship(tx, 1), await makeTownship(tx, 1), await makeTownship(tx, 2)] as const;
  villages = [await makeVillage(tx, townships[0]), await makeVillage(tx, townships[0]), await makeVillage(tx, townships[1]), await makeVillage(tx, townships[2])] as const;
  for (const village of villages) households.push(await makeHousehold(tx, village), await makeHousehold(tx, village));
}));
const home = (at: number) => households[at] ?? 0;

const seen = (viewer: Viewer) => fenced(viewer, async (tx) => (await tx.execute<{ id: number }>(sql`select id from households order by id`)).rows.map((row) => row.id));
const count = async (tx: Tx, table: string) => (await tx.execute<{ n: number }>(sql`select count(*) as n from ${sql.identifier(table)}`)).rows[0]?.n;

describe('what each role sees of the households', () => {
  const cases: [string, () => Promise<number[]>, number[]][] = [
    ['a county leader, all', () => making((tx) => makePerson(tx, 'county-leader')).then(viewerOf).then(seen), [0, 1, 2, 3, 4, 5, 6, 7]],
    ['a zone commander, the zone', () => making((tx) => makePerson(tx, 'zone-commander', { zoneNo: 1 })).then(viewerOf).then(seen), [0, 1, 2, 3, 4, 5]],
    ['the other zone\'s commander, that one', () => making((tx) => makePerson(tx, 'zone-commander', { zoneNo: 2 })).then(viewerOf).then(seen), [6, 7]],
    ['a squad, its zone', () => making((tx) => makePerson(tx, 'squad-leader', { zoneNo: 2 })).then(viewerOf).then(seen), [6, 7]],
    ['a township secretary, the township', () => making((tx) => makePerson(tx, 'township-secretary', { division: townships[0] })).then(viewerOf).then(seen), [0, 1, 2, 3]],
    ['a first secretary, the village', () => making((tx) => makePerson(tx, 'first-secretary', { division: villages[1] })).then(viewerOf).then(seen), [2, 3]],
    ['a cadre without a household, none', () => making((tx) => makePerson(tx, 'cadre', { division: villages[0] })).then(viewerOf).then(seen), []],
    ['an evaluator, none', () => making((tx) => makePerson(tx, 'evaluator')).then(viewerOf).then(seen), []],
    ['an administrator, none', () => making((tx) => makePerson(tx, 'system-administrator')).then(viewerOf).then(seen), []],
  ];
  it.each(cases)('%s', async (_, look, expected) => {
    expect(await look()).toEqual(expected.map(home));
  });

  it('a cadre, the own ones only, with all that hangs on them', async () => {
    const cadre = await making(async (tx) => {
      const person = await makePerson(tx, 'cadre', { division: villages[0] });
      await assign(tx, person, home(1));
      return person;
    });
    const viewer = await viewerOf(cadre);
    expect(await seen(viewer)).toEqual([home(1)]);
    expect(await fenced(viewer, (tx) => count(tx, 'members'))).toBe(1);
  });

  it('several appointments, exactly their union', async () => {
    const person = await making(async (tx) => {
      const made = await makePerson(tx, 'first-secretary', { division: villages[2] });
      await appoint(tx, made, 'cadre', villages[0]);
      await assign(tx, made, home(0));
      return made;
    });
    expect(await seen(await viewerOf(person))).toEqual([home(0), home(4), home(5)]);
  });

  it('an administrator who also serves elsewhere, nothing', async () => {
    const person = await making(async (tx) => {
      const made = await makePerson(tx, 'security-administrator');
      await appoint(tx, made, 'county-leader');
      return made;
    });
    const viewer = await viewerOf(person);
    expect(viewer.roles).toEqual(['admin-security']);
    expect(await seen(viewer)).toEqual([]);
  });

  it('who left the post yesterday or begins tomorrow, nothing', async () => {
    const person = await making(async (tx) => {
      const made = await makePerson(tx, 'township-secretary', { division: townships[0] });
      await tx.execute(sql`update appointments set ends_on = (county_now() at time zone 'Asia/Shanghai')::date where id = ${made.appointmentId}`);
      await tx.execute(sql`insert into appointments (person_id, post_id, duty, division, starts_on) values (${made.personId}, ${made.postId}, 'township-secretary', ${townships[0]}, (county_now() at time zone 'Asia/Shanghai')::date + 1)`);
      return made;
    });
    const viewer = await viewerOf(person);
    expect(viewer).toMatchObject({ roles: [], scope: { area: null } });
    expect(await seen(viewer)).toEqual([]);
  });
});

describe('the fence', () => {
  let mine: Viewer;
  let other: Viewer;
  beforeAll(async () => {
    mine = await viewerOf(await making((tx) => makePerson(tx, 'township-secretary', { division: townships[0] })));
    other = await viewerOf(await making((tx) => makePerson(tx, 'township-secretary', { division: townships[2] })));
  });

  it('runs as a role that is neither owner nor superuser nor above the policies', async () => {
    const { rows } = await fenced(mine, (tx) => tx.execute<{ rolsuper: boolean; rolbypassrls: boolean; owner: boolean; me: string }>(sql`
      select rolsuper, rolbypassrls, current_user as me, exists (select from pg_class where relname = 'households' and relowner = r.oid) as owner from pg_roles as r where rolname = current_user`));
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owner: false, me: 'guatu_app' }]);
  });

  it('stands on every table that has a division', async () => {
    const { rows } = await asSystem('job', (tx) => tx.execute<{ table_name: string }>(sql`
      select distinct table_name::text from information_schema.columns join pg_class on relname = table_name
      where table_schema = 'public' and column_name = 'division' and not (relrowsecurity and relforcerowsecurity) and relkind = 'r' order by 1`));
    expect(rows.map((row) => row.table_name)).toEqual(['appointments', 'donations', 'pairings', 'posts', 'relief_notices']);
  });

  it('gives no rows without settings', async () => {
    const client = await (await engine()).pool.connect();
    try {
      await client.query('begin; set local role guatu_app');
      for (const table of ['households', 'members', 'visits', 'measurements', 'audits']) {
        expect((await client.query(`select count(*)::int as n from ${table}`)).rows).toEqual([{ n: 0 }]);
      }
      await client.query('rollback');
    } finally {
      client.release();
    }
  });

  it('does not survive its transaction, also when that failed', async () => {
    await expect(fenced(mine, (tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
    await fenced(mine, (tx) => count(tx, 'households'));
    const { rows } = await (await engine()).pool.query(`select coalesce(current_setting('app.from', true), '') as f, coalesce(current_setting('app.households', true), '') as h`);
    expect(rows).toEqual([{ f: '', h: '' }]);
  });

  it('refuses rows outside on writing, and reads only unless it is a write', async () => {
    await expect(fenced(mine, (tx) => tx.execute(sql`update households set division = ${villages[3]}`), 'write')).rejects.toMatchObject({ code: '42501' });
    await expect(fenced(mine, (tx) => tx.execute(sql`update households set group_no = 2`))).rejects.toMatchObject({ code: '25006' });
    const { rowCount } = await fenced(mine, (tx) => tx.execute(sql`update households set group_no = 3 where division = ${villages[3]}`), 'write');
    expect(rowCount).toBe(0);
  });

  it('lets nested calls of the same viewer join, and nobody else', async () => {
    const ids = await fenced(mine, async (tx) => fenced(mine, async (inner) => {
      expect(inner).toBe(tx);
      return seen(mine);
    }));
    expect(ids).toHaveLength(4);
    await expect(fenced(mine, () => seen(other))).rejects.toThrow('somebody else');
    await expect(fenced(mine, () => asSystem('job', (tx) => count(tx, 'households')))).rejects.toThrow('somebody else');
    await expect(fenced(mine, () => fenced(mine, (tx) => count(tx, 'zones'), 'write'))).rejects.toThrow('a write inside a read');
  });

  it('widens for one step and narrows again', async () => {
    const counts = await fenced(mine, async (tx) => [await count(tx, 'households'), await widened(tx, () => count(tx, 'households')), await count(tx, 'households')]);
    expect(counts).toEqual([4, 8, 4]);
    await expect(fenced(mine, async (tx) => tx).then((tx) => widened(tx, async () => 1))).rejects.toThrow('outside its transaction');
  });

  it('keeps many at once apart', async () => {
    const counts = await Promise.all(Array.from({ length: 30 }, (_, at) => seen(at % 2 ? mine : other)));
    expect(counts.every((ids, at) => ids.length === (at % 2 ? 4 : 2))).toBe(true);
  });

  it('keeps the values of a failed query to itself', async () => {
    const failure = await fenced(mine, (tx) => tx.execute(sql`select ${'51999919800101002X'}::int`)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'QueryFailure', code: '22003' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('51999919800101002X');
  });

  it('lets nobody write in another\'s name, or change what was written', async () => {
    const write = (personId: number) => fenced(mine, (tx) => tx.execute(sql`
      insert into audits (person_id, actor, command, subject_kind, subject_id) values (${personId}, 'x', 'test.write', 'test', '1')`), 'write');
    await write(mine.personId);
    await expect(write(other.personId)).rejects.toMatchObject({ code: '42501' });
    await expect(fenced(mine, (tx) => tx.execute(sql`delete from audits`), 'write')).rejects.toMatchObject({ code: '42501' });
    await expect(asSystem('job', (tx) => tx.execute(sql`update audits set actor = 'y'`))).rejects.toMatchObject({ code: '42501' });
  });
});
