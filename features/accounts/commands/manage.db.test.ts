import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { quickHash } from '@/db/testing/quick-hash';
import { makePerson, type MadePerson, making } from '@/db/testing/fixtures';
import { may, type Right, RIGHTS } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import { auditTrail } from '@/features/audit/queries/trail';
import { parseAuditSearch } from '@/domain/audit-search';
import { authenticate, openSession } from '@/server/sign-in';
import { viewerFor, viewerOfSession } from '@/server/viewer';
import { outcome, viewerOf } from '@/server/testing/asking';
import { changePassword } from './change-password';
import { disable } from './disable';
import { enable } from './enable';
import { endSessions } from './end-sessions';
import { openAccount } from './open-account';
import { resetPassword } from './reset-password';

const RIGHTS_LIST = Object.keys(RIGHTS) as Right[];
const SECRET = 'Xin-mi-ma-2018-ok';
let admin: Viewer;
let office: Viewer;
let auditor: Viewer;
let auditAdmin: Viewer;
let target: MadePerson;
let hash: string;

const reason = '离岗停用';

beforeAll(async () => {
  hash = await quickHash(SECRET);
  const people = await making(async (tx) => [
    await makePerson(tx, 'security-administrator'), await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'auditor'), await makePerson(tx, 'audit-administrator'), await makePerson(tx, 'county-leader'),
  ] as const);
  [admin, office, auditor, auditAdmin] = [await viewerOf(people[0]), await viewerOf(people[1]), await viewerOf(people[2]), await viewerOf(people[3])];
  target = people[4];
});

describe('managing accounts', () => {
  it('is for the security administrator alone, and never of the own account', async () => {
    for (const run of [disable, enable, endSessions]) {
      expect(await outcome(run(office, { id: target.accountId, reason }))).toBe('forbidden');
      expect(await outcome(run(auditAdmin, { id: target.accountId, reason }))).toBe('forbidden');
      expect(await outcome(run(admin, { id: admin.accountId, reason }))).toBe('forbidden');
      expect(await outcome(run(admin, { id: 2_000_000_000, reason }))).toBe('not-found');
      expect(await outcome(run(admin, { id: target.accountId, reason: ' ' }))).toBe('invalid');
    }
  });

  it('closes an account with its sessions at once; twice is a conflict; opens it again', async () => {
    const sid = await openSession(target.accountId, null);
    expect(await outcome(disable(admin, { id: target.accountId, reason }))).toBe('done');
    expect(await viewerOfSession(sid)).toBeNull();
    expect(await outcome(disable(admin, { id: target.accountId, reason }))).toBe('conflict');
    expect(await outcome(enable(admin, { id: target.accountId, reason }))).toBe('done');
    expect(await viewerOfSession(sid)).toBeNull();
    expect(await viewerFor(target.accountId)).not.toBeNull();
  });

  it('gives a new password, ends the sessions and the lock', async () => {
    const sid = await openSession(target.accountId, null);
    await asSystem('job', (tx) => tx.execute(sql`insert into sign_in_failures (username) select ${target.username} from generate_series(1, 5)`));
    expect(await authenticate(target.username, SECRET, null)).toEqual({ refused: 'locked' });
    await resetPassword(admin, { id: target.accountId, reason, hash, secret: SECRET });
    expect(await viewerOfSession(sid)).toBeNull();
    expect(await authenticate(target.username, SECRET, null)).toMatchObject({ accountId: target.accountId });
  });

  it('a password handed out allows nothing until it is changed', async () => {
    const given = await making((tx) => makePerson(tx, 'office-reviewer'));
    await resetPassword(admin, { id: given.accountId, reason, hash, secret: SECRET });
    const held = await viewerOf(given);
    expect([held.passwordIssued, held.roles, RIGHTS_LIST.filter((right) => may(held, right))]).toEqual([true, ['office'], []]);
    await changePassword(held, { hash });
    const own = await viewerOf(given);
    expect([own.passwordIssued, may(own, 'checklists.review')]).toEqual([false, true]);
  });

  it('changing one\'s own password ends every session', async () => {
    const sid = await openSession(target.accountId, null);
    await changePassword(await viewerOf(target), { hash });
    expect(await viewerOfSession(sid)).toBeNull();
  });

  it('opens an account for a person without one: once, under a name nobody has, for whoever administers security', async () => {
    const [held, bare] = await making(async (tx) => {
      const made = [await makePerson(tx, 'evaluator'), await makePerson(tx, 'evaluator')] as const;
      await tx.execute(sql`delete from accounts where id = ${made[1].accountId}`);
      return made;
    });
    const ask = (over: object = {}) => ({ person: bare.personId, username: `new-${bare.personId}`, reason: '新到岗人员', hash, secret: SECRET, ...over });
    for (const viewer of [office, auditAdmin]) expect(await outcome(openAccount(viewer, ask()))).toBe('forbidden');
    expect(await outcome(openAccount(admin, ask({ person: admin.personId })))).toBe('forbidden');
    expect(await outcome(openAccount(admin, ask({ person: 2_000_000_000 })))).toBe('not-found');
    for (const wrong of [{ username: 'Ab' }, { username: '王伟' }, { reason: ' ' }, { username: held.username }]) expect(await outcome(openAccount(admin, ask(wrong))), JSON.stringify(wrong)).toBe('invalid');
    const raced = await Promise.all([outcome(openAccount(admin, ask())), outcome(openAccount(admin, ask({ username: `also-${bare.personId}` })))]);
    expect(raced.sort()).toEqual(['conflict', 'done']);
    expect(await outcome(openAccount(admin, ask({ person: held.personId, username: `held-${held.personId}` })))).toBe('conflict');
    const { rows: [opened] } = await making((tx) => tx.execute<{ id: number; username: string }>(sql`select id, username from accounts where person_id = ${bare.personId}`));
    expect(await authenticate(opened!.username, SECRET, null)).toMatchObject({ accountId: opened!.id });
    expect((await viewerFor(opened!.id))?.passwordIssued).toBe(true);
    const { search } = parseAuditSearch({ kind: 'account', subject: String(opened!.id) });
    const seen = await auditTrail(auditAdmin, search);
    expect(seen.rows.map((row) => row.command)).toEqual(['account.open']);
    expect(JSON.stringify(seen)).not.toMatch(/Xin-mi-ma|scrypt\$/);
  });

  it('is in the trail, for auditor and audit administrator, without password or hash', async () => {
    const { search } = parseAuditSearch({ kind: 'account', subject: String(target.accountId) });
    const seen = await auditTrail(auditAdmin, search);
    expect(seen.rows.map((row) => row.command)).toEqual(['account.change-password', 'account.reset-password', 'account.enable', 'account.disable']);
    expect(JSON.stringify(seen)).not.toMatch(/Xin-mi-ma|scrypt\$/);
    expect((await auditTrail(auditor, search)).rows).toEqual(seen.rows);
    expect((await auditTrail(office, search)).rows).toEqual([]);
    expect((await auditTrail(admin, search)).rows).toEqual([]);
  });

  it('shows the audit administrator nothing of a household', async () => {
    await asSystem('job', (tx) => tx.execute(sql`insert into audits (person_id, actor, command, subject_kind, subject_id, division) values (0, 'x', 'household.unmask', 'household', '1', '510823100201')`));
    const { search } = parseAuditSearch({ kind: 'household' });
    expect((await auditTrail(auditAdmin, search)).rows).toEqual([]);
    expect((await auditTrail(auditor, search)).rows).toHaveLength(1);
  });
});
