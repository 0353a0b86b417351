import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demonstrationHash } from '../db/demonstration-password';
import { engine } from '../db/engine/engine';
import { kept } from '../db/keys';
import { verifyPassword } from '../db/password';
import { makeTownship, making } from '../db/testing/fixtures';
import { quickHash } from '../db/testing/quick-hash';
import { loadDemonstration } from './demonstration';

let home: string;
const start = async () => loadDemonstration(await engine());
const opens = async (password: string) => verifyPassword(password, (await demonstrationHash(await engine()))!);

beforeEach(async () => {
  const hash = await quickHash('loaded');
  await making(async (tx) => {
    await makeTownship(tx);
    await tx.execute(sql`insert into installation (key, value) values ('demo_password_hash', ${hash}) on conflict (key) do update set value = excluded.value`);
  });
  home = mkdtempSync(path.join(tmpdir(), 'guatu-demonstration-'));
  vi.stubEnv('DATA_DIR', home);
  vi.stubEnv('DEMO_PASSWORD', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

it('tells the kept password, while it is the one that opens the accounts', async () => {
  kept('demo-password', () => 'loaded');
  expect(await start()).toContain('密码 · password: loaded)');
});

it('tells of a county that was loaded elsewhere where its password is from, and makes none up', async () => {
  expect(await start()).toContain('本机没有保存');
  expect(readdirSync(home)).toEqual([]);
  kept('demo-password', () => 'another');
  expect(await start()).not.toContain('another');
});

it('makes DEMO_PASSWORD the password that opens the accounts', async () => {
  kept('demo-password', () => 'loaded');
  vi.stubEnv('DEMO_PASSWORD', 'given');
  expect(await start()).toContain('密码 · password: given)');
  expect(await opens('given')).toBe(true);
});

it('says nothing of demonstration accounts where there are none', async () => {
  await making((tx) => tx.execute(sql`delete from installation where key = 'demo_password_hash'`));
  expect(await start()).toBeNull();
});
