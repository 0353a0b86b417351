import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asSystem } from '@/db/fence';
import { makeHousehold, makePerson, makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { command } from './command';
import { Refusal } from './errors';
import { viewerFor } from './viewer';

interface Household extends Record<string, unknown> {
  id: number;
  division: string;
  groupNo: number;
  version: number;
}

const COLUMNS = sql`id, division, group_no as "groupNo", version`;

/** A write as the product makes them, on a table every engine has. */
const move = command('household.move-group')
  .input(z.object({ id: z.coerce.number().int().positive(), version: z.coerce.number().int(), group: z.coerce.number().int().min(1).max(99) }))
  .load(async ({ tx, input }) => (await tx.execute<Household>(sql`select ${COLUMNS} from households where id = ${input.id}`)).rows[0])
  .can((viewer) => viewer.roles.includes('township'))
  .run(async ({ tx, input }) => {
    const { rows } = await tx.execute<Household>(sql`
      update households set group_no = ${input.group}, version = version + 1 where id = ${input.id} and version = ${input.version} returning ${COLUMNS}`);
    return rows[0];
  });

const failing = command('household.fail').input(z.object({ id: z.number() }))
  .load(async ({ input }) => ({ id: input.id })).can(() => true)
  .run(async ({ tx, input }) => {
    await tx.execute(sql`update households set group_no = 77 where id = ${input.id}`);
    await tx.execute(sql`insert into zones (no, name) values (1, 'again')`);
    return { id: input.id };
  });

let secretary: Viewer;
let sibling: Viewer;
let wrongRole: Viewer;
let household: number;

beforeAll(async () => {
  const people = await making(async (tx) => {
    const [mine, other] = [await makeTownship(tx), await makeTownship(tx)];
    const village = await makeVillage(tx, mine);
    household = await makeHousehold(tx, village);
    return [await makePerson(tx, 'township-secretary', { division: mine }), await makePerson(tx, 'township-secretary', { division: other }), await makePerson(tx, 'team-leader', { division: village })] as const;
  });
  [secretary, sibling, wrongRole] = (await Promise.all(people.map((person) => viewerFor(person.accountId)))) as [Viewer, Viewer, Viewer];
});

const row = () => asSystem('job', async (tx) => (await tx.execute<Household>(sql`select ${COLUMNS} from households where id = ${household}`)).rows[0] as Household);
const trail = () => asSystem('job', async (tx) => {
  await tx.execute(sql`select set_config('app.audit', 'all', true)`);
  return (await tx.execute(sql`select person_id, actor, command, subject_kind, subject_id, division, address, before, after from audits where subject_id = ${String(household)} order by id`)).rows;
});
const code = (result: Promise<unknown>) => result.then(() => 'done', (failure: unknown) => (failure instanceof Refusal ? failure.code : failure));

describe('a command', () => {
  it('refuses input that is none before it touches the database', async () => {
    for (const raw of [null, undefined, 'x', {}, { id: -1, version: 1, group: 1 }, { id: 'x', version: 1, group: 1 }, { id: household, version: 1, group: 1e9 }, { id: 2 ** 60, version: 1, group: 1 }]) {
      expect(await code(move(secretary, raw))).toMatch(/invalid|not-found/);
    }
  });

  it('says which field is wrong, and how', async () => {
    const refusal = await move(secretary, { id: household, version: 1, group: 100 }).catch((failure: unknown) => failure);
    expect(refusal).toMatchObject({ code: 'invalid', fields: [{ field: 'group', problem: 'big', limit: 99 }] });
  });

  it('finds nothing outside the viewer\'s ground, exactly as for a row that does not exist', async () => {
    const outside = await move(sibling, { id: household, version: 1, group: 2 }).catch((failure: unknown) => failure);
    const missing = await move(secretary, { id: 2_000_000_000, version: 1, group: 2 }).catch((failure: unknown) => failure);
    expect(outside).toEqual(missing);
    expect(outside).toMatchObject({ code: 'not-found' });
  });

  it('refuses the wrong role', async () => {
    expect(await code(move(wrongRole, { id: household, version: 1, group: 2 }))).toBe('forbidden');
    expect(await trail()).toEqual([]);
  });

  it('writes old → new, who and from where, in the same transaction; of two at once one is told of the conflict', async () => {
    const results = await Promise.all([2, 3].map((group) => code(move(secretary, { id: household, version: 1, group }, '10.1.1.1'))));
    expect(results.sort()).toEqual(['conflict', 'done']);
    const now = await row();
    expect(await trail()).toEqual([{
      person_id: secretary.personId, actor: secretary.username, command: 'household.move-group', subject_kind: 'household', subject_id: String(household),
      division: now.division, address: '10.1.1.1', before: { groupNo: 1, version: 1 }, after: { groupNo: now.groupNo, version: 2 },
    }]);
  });

  it('leaves nothing behind when it fails, and calls a broken constraint a conflict', async () => {
    const before = await row();
    expect(await code(failing(secretary, { id: household }))).toBe('conflict');
    expect(await row()).toEqual(before);
    expect(await trail()).toHaveLength(1);
  });
});
