import { sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealedUntil, sealNext } from './audit-seals';
import { engine } from './engine/engine';
import { asSystem, type Tx } from './fence';
import { violations } from './invariants';

const { DATABASE_OWNER_URL } = process.env;

/** Somebody who owns the database and stops at nothing. */
async function asOwner(statements: string): Promise<void> {
  const through = `alter table audits no force row level security; ${statements}; alter table audits force row level security`;
  if (!DATABASE_OWNER_URL) return void (await (await engine()).pool.query(through));
  const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
  await client.connect();
  await client.query(through).finally(() => client.end());
}

const write = (tx: Tx, subject: string) => tx.execute(sql`insert into audits (person_id, actor, command, subject_kind, subject_id, after) values (0, 'somebody', 'test.write', 'test', ${subject}, '{"value": 1}')`);
const writes = async (...subjects: string[]) => {
  for (const subject of subjects) await asSystem('job', (tx) => write(tx, subject));
};
const broken = async () => (await asSystem('job', (tx) => violations(tx, ['audit-chain-broken']), 'read')).map(({ subject, detail }) => `${subject} ${detail}`);
const sealed = () => asSystem('job', sealedUntil, 'read');

beforeAll(() => asSystem('job', async () => {}), 120_000);
beforeEach(async () => {
  await asOwner(`truncate audits restart identity; truncate audit_seals; delete from installation where key = 'audit_seal'`);
  await writes('a', 'b', 'c');
  await sealNext();
  await writes('d', 'e');
  await sealNext();
});

describe('the chain of the audit trail', () => {
  it('takes in what was written since, once, whoever seals', async () => {
    expect(await sealed()).toMatchObject({ no: 2 });
    expect(await sealNext()).toBe(0);
    await writes('f');
    const both = await Promise.all([sealNext(), sealNext()]);
    expect(both.reduce((sum, rows) => sum + rows, 0)).toBe(1);
    expect(await broken()).toEqual([]);
  });

  it.each([
    ['a changed row', `update audits set after = '{"value": 2}' where subject_id = 'b'`, /^seal 1 a row from 1 to 3/],
    ['a row taken out', `delete from audits where subject_id = 'b'`, /^seal 1 of its 3 rows 2 are there/],
    ['a seal made anew', `update audits set actor = 'nobody' where subject_id = 'a'; update audit_seals set hash = 'x' where no = 1`, /^seal 1 /],
    ['a seal taken out', `delete from audit_seals where no = 1`, /^seal 2 seal 1 is gone/],
    ['a cut tail', `delete from audits where id > 3; delete from audit_seals where no = 2`, /^seal 2 was the last one/],
  ])('tells of %s', async (_, deed, told) => {
    expect(await broken()).toEqual([]);
    await asOwner(deed);
    expect(await broken()).toContainEqual(expect.stringMatching(told));
  });

  it('tells of a row put in where a number was passed over, once no writer can be behind it', async () => {
    await asOwner(`select setval('audits_id_seq', 6)`);
    await writes('g');
    await sealNext();
    await asOwner(`insert into audits (id, person_id, actor, command, subject_kind, subject_id) overriding system value values (6, 0, 'x', 'test.write', 'test', 'x')`);
    expect(await broken()).toEqual([]);
    await asOwner(`update audit_seals set at = at - interval '2 hours'`);
    expect(await broken()).toEqual(['audit 6 was put in after seal 3']);
  });

  it('cannot be rewritten by the application', async () => {
    for (const deed of [sql`update audit_seals set hash = 'x'`, sql`delete from audit_seals`]) await expect(asSystem('job', (tx) => tx.execute(deed))).rejects.toMatchObject({ code: '42501' });
  });

  // The embedded engine has one connection: there no write is under way while another one ends.
  it.skipIf(!DATABASE_OWNER_URL)('neither waits for a writer nor loses one', async () => {
    let finish = () => {};
    const held = new Promise<void>((done) => (finish = done));
    let slow: Promise<void> | undefined;
    await new Promise<void>((wrote) => {
      slow = asSystem('job', async (tx) => {
        await write(tx, 'slow');
        wrote();
        await held;
      });
    });
    await writes('fast');
    expect(await sealNext()).toBe(1);
    finish();
    await slow;
    expect(await broken()).toEqual([]);
    expect(await sealNext()).toBe(1);
    expect(await broken()).toEqual([]);
    await asOwner(`update audits set actor = 'nobody' where subject_id = 'slow'`);
    expect(await broken()).toHaveLength(1);
  });
});
