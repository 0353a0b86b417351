import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.mjs';
import { prepareDatabase } from './county-cluster';
import { TEST_KEYS } from './keys';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings of the template database: by the superuser, for cloning; and a role and a database to fill in. */
    cluster: { superuser: string; pattern: string };
  }
}

/** One private cluster for the run, with the two roles of docs/postgresql.md and a migrated template to clone. */
export default async function setup(project: TestProject) {
  Object.assign(process.env, TEST_KEYS);
  const cluster = await startCluster();
  const superuser = cluster.url('postgres', 'postgres');
  await prepareDatabase(superuser, cluster.url('guatu_owner', 'template_guatu'), 'template_guatu');
  project.provide('cluster', { superuser, pattern: cluster.url('ROLE', 'DATABASE') });
  return () => cluster.stop();
}
