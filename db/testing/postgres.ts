import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeEngine } from '../engine/engine';
import { TEST_KEYS } from './keys';

/** A database of its own for each test file, cloned from the template. */
const { superuser, pattern } = inject('cluster');
const name = `test_${randomBytes(6).toString('hex')}`;
const url = (role: string) => pattern.replace('ROLE', role).replace('DATABASE', name);

async function run(statement: string) {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

Object.assign(process.env, TEST_KEYS, { DATABASE_URL: url('guatu_app'), DATABASE_OWNER_URL: url('guatu_owner') });

beforeAll(() => run(`create database ${name} template template_guatu owner guatu_owner strategy file_copy`));
afterAll(async () => {
  await closeEngine();
  await run(`drop database ${name} with (force)`);
});
