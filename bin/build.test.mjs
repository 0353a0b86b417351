import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt } from './build.mjs';

let root;
const write = (file, at) => {
  writeFileSync(path.join(root, file), '');
  utimesSync(path.join(root, file), at, at);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'guatu-build-'));
  mkdirSync(path.join(root, '.next'));
  write('package-lock.json', 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a build that was killed before its end is none, though Next.js has named it', () => {
  write('.next/BUILD_ID', 200);
  expect(isBuilt(root)).toBe(false);
});

test('a whole build counts until a source is newer', () => {
  write('.next/whole', 200);
  expect(isBuilt(root)).toBe(true);
  write('package-lock.json', 300);
  expect(isBuilt(root)).toBe(false);
});
