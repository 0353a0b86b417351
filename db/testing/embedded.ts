import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { closeEngine } from '../engine/engine';
import { TEST_KEYS } from './keys';

/** A data folder of its own for each test file, copied from the template. */
const folder = mkdtempSync(path.join(tmpdir(), 'guatu-test-'));
cpSync(inject('folder'), folder, { recursive: true });
delete process.env.DATABASE_URL;
Object.assign(process.env, TEST_KEYS, { DATA_DIR: folder });

afterAll(async () => {
  await closeEngine();
  rmSync(folder, { recursive: true, force: true });
});
