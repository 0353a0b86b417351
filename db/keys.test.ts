import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { authSecret, dataKey, kept } from './keys';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'guatu-keys-'));
  vi.stubEnv('DATA_DIR', path.join(home, 'data'));
  vi.stubEnv('AUTH_SECRET', '');
  vi.stubEnv('DATA_KEY', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

test('keys are made once, for their owner alone, and leave no draft', () => {
  expect(authSecret()).toBe(authSecret());
  expect(dataKey()).toEqual(dataKey());
  expect(dataKey()).toHaveLength(32);
  expect(readdirSync(path.join(home, 'data')).sort()).toEqual(['auth.secret', 'data.key']);
  expect(statSync(path.join(home, 'data/data.key')).mode & 0o777).toBe(0o600);
});

test('of two starting processes the first wins', () => {
  expect(kept('race', () => {
    kept('race', () => 'first');
    return 'second';
  })).toBe('first');
});

test('the environment comes first, and a key of the wrong length is refused', () => {
  vi.stubEnv('AUTH_SECRET', 'given');
  expect(authSecret()).toBe('given');
  vi.stubEnv('DATA_KEY', 'short');
  expect(dataKey).toThrow('DATA_KEY 须为 32 字节');
});

test('a folder that cannot be written is said in one sentence', () => {
  writeFileSync(path.join(home, 'file'), '');
  vi.stubEnv('DATA_DIR', path.join(home, 'file'));
  expect(authSecret).toThrow('无法读写数据目录');
});
