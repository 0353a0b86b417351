import pg from 'pg';
import { startCluster } from './cluster.mjs';
import { openPostgres } from '../engine/postgres';
import { migrate } from '../migrate';
import { loadCounty } from '../seed/load';
import { TEST_PASSWORD } from './county-template';

/** Makes the two roles of docs/postgresql.md and an empty, migrated database of the owner's. */
export async function prepareDatabase(superuser: string, owner: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query('create role guatu_owner login createrole');
  await client.query('create role guatu_app login');
  await client.query('grant guatu_app to guatu_owner');
  await client.query(`create database ${pg.escapeIdentifier(database)} owner guatu_owner`);
  await client.end();
  const engine = await openPostgres(owner);
  await migrate(engine);
  await engine.close();
}

/** A private cluster whose database `county` holds the whole demonstration county. */
export async function startCounty(options: { durable?: boolean } = {}) {
  const cluster = await startCluster(options);
  await prepareDatabase(cluster.url('postgres', 'postgres'), cluster.url('guatu_owner', 'county'), 'county');
  const owner = await openPostgres(cluster.url('guatu_owner', 'county'));
  await owner.unhurried((engine) => loadCounty(engine, { password: TEST_PASSWORD, progress: () => {} }));
  await owner.close();
  return { superuser: cluster.url('postgres', 'postgres'), pattern: cluster.url('ROLE', 'county'), url: cluster.url, stop: cluster.stop };
}
