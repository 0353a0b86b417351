import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../engine/embedded';
import { migrate } from '../migrate';
import { TEST_KEYS } from './keys';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated data folder to copy. */
    folder: string;
  }
}

/** One migrated data folder for the run. */
export default async function setup(project: TestProject) {
  Object.assign(process.env, TEST_KEYS);
  const folder = mkdtempSync(path.join(tmpdir(), 'guatu-template-'));
  const engine = await openEmbedded(path.join(folder, 'pg'));
  await migrate(engine);
  await engine.close();
  project.provide('folder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
