import type { TestProject } from 'vitest/node';
import { startCounty } from './county-cluster';
import { TEST_KEYS } from './keys';

/** A private cluster with the whole county for the run. */
export default async function setup(project: TestProject) {
  Object.assign(process.env, TEST_KEYS);
  const county = await startCounty();
  project.provide('cluster', { superuser: county.superuser, pattern: county.pattern });
  return () => county.stop();
}
