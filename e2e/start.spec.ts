import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { startCluster } from '../db/testing/cluster.mjs';
import { ended, freePort, healthy, killAll, startProduct, type Started } from './product';

/** Starting, refusing, stopping. DEMO=off: an empty county starts in seconds. */
const home = mkdtempSync(path.join(tmpdir(), 'guatu-start-'));
test.afterAll(() => {
  killAll();
  rmSync(home, { recursive: true, force: true });
});

const start = (environment: Record<string, string>): Promise<Started> => startProduct({ DEMO: 'off', ...environment });

/** It ends by itself, non-zero, and says one sentence: no stack trace. */
async function refuses(environment: Record<string, string>, sentence: RegExp): Promise<void> {
  const started = await start(environment);
  expect(await ended(started)).toBe(1);
  expect(started.said()).toMatch(sentence);
  expect(started.said()).not.toMatch(/^\s+at /m);
}

test('a port in use', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  await refuses({ PORT: String((taken.address() as net.AddressInfo).port), DATA_DIR: path.join(home, 'port') }, /端口 \d+ 已被占用/);
  taken.close();
});

test('a data folder that cannot be written', async () => {
  const file = path.join(home, 'a-file');
  writeFileSync(file, '');
  await refuses({ DATA_DIR: path.join(file, 'below') }, /无法写入数据目录/);
});

test('a database that cannot be reached', async () => {
  await refuses({ DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/nowhere`, DATA_DIR: path.join(home, 'unreachable') }, /无法连接 DATABASE_URL/);
});

test('a database newer than the code', async () => {
  const cluster = await startCluster();
  const url = cluster.url('postgres', 'postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema drizzle; create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`);
  await client.end();
  await refuses({ DATABASE_URL: url, DATA_DIR: path.join(home, 'newer') }, /请升级程序/);
  await cluster.stop();
});

test('a second process on the same data folder is refused; after kill -9 the next starts on it; a signal ends that within two seconds, with a request left open, and it serves once more', async () => {
  test.setTimeout(120_000);
  const DATA_DIR = path.join(home, 'shared');
  const first = await start({ DATA_DIR });
  await healthy(first);
  await refuses({ DATA_DIR }, /正被另一个挂图进程使用/);
  first.child.kill('SIGKILL');
  await ended(first);

  const second = await start({ DATA_DIR, PORT: String(first.port) });
  await healthy(second);
  const hanging = net.connect(second.port, '127.0.0.1');
  await once(hanging, 'connect');
  hanging.on('error', () => {});
  hanging.write('POST /api/auth/callback/credentials HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf');
  const began = Date.now();
  second.child.kill('SIGINT');
  expect(await ended(second)).toBe(0);
  expect(Date.now() - began).toBeLessThan(2_500);

  const third = await start({ DATA_DIR });
  await healthy(third);
  third.child.kill('SIGTERM');
  expect(await ended(third)).toBe(0);
});
