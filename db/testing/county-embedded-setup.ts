import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { copyOfCounty } from './county-template';
import { TEST_KEYS } from './keys';

/** One copy of the whole county for the run. */
export default async function setup(project: TestProject) {
  Object.assign(process.env, TEST_KEYS);
  const folder = mkdtempSync(path.join(tmpdir(), 'guatu-county-'));
  await copyOfCounty(folder);
  project.provide('folder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
