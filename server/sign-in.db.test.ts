import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { quickHash } from '@/db/testing/quick-hash';
import { makePerson, type MadePerson, making } from '@/db/testing/fixtures';
import { authenticate, closeSession, openSession, openVerified } from './sign-in';
import { viewerOfSession } from './viewer';

const PASSWORD = 'Hao-lu-xiu-tong-7';
let hash: string;
let office: MadePerson;

const change = (query: ReturnType<typeof sql>) => asSystem('job', (tx) => tx.execute(query));
const made = (own = true) => making(async (tx) => {
  const person = await makePerson(tx, 'office-reviewer');
  if (own) await tx.execute(sql`update accounts set password_hash = ${hash} where id = ${person.accountId}`);
  return person;
});
const audited = async (accountId: number) => (await change(sql`select 1`), asSystem('job', async (tx) => {
  await tx.execute(sql`select set_config('app.audit', 'all', true)`);
  return (await tx.execute<{ command: string; address: string | null }>(sql`select command, address from audits where subject_kind = 'session' and subject_id = ${String(accountId)} order by id`)).rows;
}));

beforeAll(async () => {
  hash = await quickHash(PASSWORD);
  office = await made();
});

describe('signing in', () => {
  it('opens a session for the right password, and writes both into the trail', async () => {
    const result = await authenticate(` ${office.username} `, PASSWORD, '10.0.0.7');
    expect(result).toEqual({ accountId: office.accountId, hash });
    const sid = await openVerified({ accountId: office.accountId, hash }, '10.0.0.7');
    expect(await viewerOfSession(sid!)).toMatchObject({ accountId: office.accountId, roles: ['office'] });
    expect(await authenticate(office.username, `${PASSWORD}x`, '10.0.0.8')).toEqual({ refused: 'wrong' });
    await closeSession(sid!, '10.0.0.9');
    await closeSession(sid!, '10.0.0.9');
    expect(await audited(office.accountId)).toEqual([
      { command: 'session.open', address: '10.0.0.7' }, { command: 'session.refuse', address: '10.0.0.8' }, { command: 'session.close', address: '10.0.0.9' }]);
  });

  it('answers alike for an unknown name, a disabled account and one without a password', async () => {
    const disabled = await made();
    const without = await made(false);
    await change(sql`update accounts set disabled_at = now() where id = ${disabled.accountId}`);
    for (const name of ['nobody-of-that-name', disabled.username, without.username, '', "x' or 1=1 --", 'a\u0000']) {
      expect(await authenticate(name, PASSWORD, null)).toEqual({ refused: 'wrong' });
    }
  });

  it('opens nothing when the password was changed, or the account closed, while it was being checked', async () => {
    const person = await made();
    const verified = { accountId: person.accountId, hash };
    await change(sql`update accounts set password_hash = ${`${hash}x`} where id = ${person.accountId}`);
    expect(await openVerified(verified, null)).toBeNull();
    await change(sql`update accounts set password_hash = ${hash}, disabled_at = now() where id = ${person.accountId}`);
    expect(await openVerified(verified, null)).toBeNull();
    await change(sql`update accounts set disabled_at = null where id = ${person.accountId}`);
    expect(await openVerified(verified, null)).toEqual(expect.any(String));
  });

  it('locks a name after five failures, real or not, also for the right password, and opens when the time is over', async () => {
    const person = await made();
    for (const name of [person.username, 'nobody-at-all']) {
      await change(sql`insert into sign_in_failures (username, at) select ${name}, now() - interval '1 minute' from generate_series(1, 4)`);
      expect(await authenticate(name, 'wrong', null)).toEqual({ refused: 'wrong' });
      expect(await authenticate(name, PASSWORD, null)).toEqual({ refused: 'locked' });
    }
    await change(sql`update sign_in_failures set at = at - interval '31 minutes'`);
    expect(await authenticate(person.username, PASSWORD, null)).toMatchObject({ accountId: person.accountId });
    expect((await change(sql`select 1 from sign_in_failures where username = ${person.username}`)).rowCount).toBe(0);
  });

  it('says that there is no appointment only to who knows the password', async () => {
    const person = await made();
    await change(sql`update appointments set ends_on = '2018-01-01' where id = ${person.appointmentId}`);
    expect(await authenticate(person.username, 'wrong', null)).toEqual({ refused: 'wrong' });
    expect(await authenticate(person.username, PASSWORD, null)).toEqual({ refused: 'unappointed' });
  });

  it('cannot be outrun by many attempts at once', async () => {
    const person = await made();
    const results = await Promise.all(Array.from({ length: 8 }, () => authenticate(person.username, 'wrong', null)));
    expect(results.filter((result) => 'refused' in result && result.refused === 'wrong')).toHaveLength(5);
    expect(results.filter((result) => 'refused' in result && result.refused === 'locked')).toHaveLength(3);
  });

  it('from one network leave room for the others', async () => {
    const person = await made();
    const results = await Promise.all(Array.from({ length: 60 }, () => authenticate(person.username, 'wrong', '203.0.113.7')));
    expect(results.filter((result) => 'refused' in result && result.refused === 'busy')).toHaveLength(10);
  });
});

describe('demonstration accounts', () => {
  afterEach(() => void delete process.env.DEMO);

  it('open with the installation\'s password, and never when there is no demonstration', async () => {
    const person = await made(false);
    await change(sql`update accounts set demo = true where id = ${person.accountId}`);
    await change(sql`insert into installation (key, value) values ('demo_password_hash', ${hash}) on conflict (key) do update set value = excluded.value`);
    expect(await authenticate(person.username, PASSWORD, null)).toMatchObject({ accountId: person.accountId });
    const sid = await openSession(person.accountId, null);
    process.env.DEMO = 'off';
    expect(await authenticate(person.username, PASSWORD, null)).toEqual({ refused: 'wrong' });
    expect(await viewerOfSession(sid)).toBeNull();
  });
});

describe('a session', () => {
  const session = () => openSession(office.accountId, null);

  it('ends at once when it is closed, also for who still holds the cookie', async () => {
    const sid = await session();
    await closeSession(sid, null);
    expect(await viewerOfSession(sid)).toBeNull();
  });

  it.each([
    ['30 idle minutes', sql`seen_at = now() - interval '30 minutes'`, null],
    ['29 idle minutes: alive', sql`seen_at = now() - interval '29 minutes'`, 'alive'],
    ['8 hours, however busy', sql`created_at = now() - interval '8 hours'`, null],
  ])('ends after %s', async (_, set, expected) => {
    const sid = await session();
    await change(sql`update sessions set ${set} where sid = ${sid}`);
    expect((await viewerOfSession(sid)) && 'alive').toBe(expected);
  });

  it('ends with the account, and loses what the appointment gave', async () => {
    const person = await made();
    const sid = await openSession(person.accountId, null);
    await change(sql`update appointments set ends_on = (county_now() at time zone 'Asia/Shanghai')::date where id = ${person.appointmentId}`);
    expect(await viewerOfSession(sid)).toBeNull();
    await change(sql`update appointments set ends_on = null where id = ${person.appointmentId}`);
    expect(await viewerOfSession(sid)).not.toBeNull();
    await change(sql`update accounts set disabled_at = now() where id = ${person.accountId}`);
    expect(await viewerOfSession(sid)).toBeNull();
  });

  it('is not opened by a guessed or empty id', async () => {
    for (const sid of ['', 'x', "' or true --"]) expect(await viewerOfSession(sid)).toBeNull();
  });

  it('notes at most once a minute that it was used', async () => {
    const sid = await session();
    const seen = async () => (await change(sql`select seen_at = created_at as untouched from sessions where sid = ${sid}`)).rows[0];
    await viewerOfSession(sid);
    expect(await seen()).toEqual({ untouched: true });
    await change(sql`update sessions set seen_at = now() - interval '2 minutes' where sid = ${sid}`);
    await viewerOfSession(sid);
    expect((await change(sql`select 1 from sessions where sid = ${sid} and seen_at > now() - interval '1 minute'`)).rowCount).toBe(1);
  });
});
