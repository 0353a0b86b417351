import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { type Call, deskCalls, DESKS, nextCall } from '../bin/relief-proofs/calls';
import { letDaysPass, makeReliefCounty, type Person, type ReliefCounty } from '../bin/relief-proofs/county';
import { sendBad } from '../bin/relief-proofs/bad-requests';
import { builtActions, type Heard, sendCall, signIn } from '../bin/relief-proofs/over-http';
import { paidSoFar, wrongs } from '../bin/relief-proofs/proof';
import { look } from '../bin/relief-proofs/sight';
import { closeEngine } from '../db/engine/engine';
import { startCluster } from '../db/testing/cluster.mjs';
import { prepareDatabase } from '../db/testing/county-cluster';
import { making } from '../db/testing/fixtures';
import { TEST_KEYS } from '../db/testing/keys';
import { quickHash } from '../db/testing/quick-hash';
import { type Luck, luckOf } from '../db/testing/relief-deeds';
import { ended, healthy, killAll, startProduct, type Started } from './product';

/** Random histories of the fund over HTTP: eight people at once, half of them on each of two instances that share a database. */
const PASSWORD = 'Guatu-relief-2018';
const AT_ONCE = 8;
const DAYS = 10;
/** The hundred thousand: npm run bench -- bodies. */
const BAD_EACH = 120;
const CALLS_A_DAY = 3;
const SEED = Number(process.env.RELIEF_SEED ?? 20_180_302);
const home = mkdtempSync(path.join(tmpdir(), 'guatu-relief-'));
const actions = () => (known ??= builtActions());
let known: ReturnType<typeof builtActions> | undefined;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let urls: Record<string, string>;
let instances: Started[] = [];
let county: ReliefCounty;
const cookies = new Map<number, string>();

const begin = (name: string, more: Record<string, string> = {}): Promise<Started> => startProduct({ ...urls, DEMO: 'off', PROXIES: '1', DATA_DIR: path.join(home, name), ...more });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  cluster = await startCluster({ written: true });
  urls = { DATABASE_URL: cluster.url('guatu_app', 'relief'), DATABASE_OWNER_URL: cluster.url('guatu_owner', 'relief') };
  Object.assign(process.env, TEST_KEYS, urls);
  await prepareDatabase(cluster.url('postgres', 'postgres'), urls.DATABASE_OWNER_URL!, 'relief');
  county = await makeReliefCounty({ passwordHash: await quickHash(PASSWORD) });
  instances = await Promise.all([begin('one'), begin('two')]);
  await Promise.all(instances.map(healthy));
  // A session is one on both.
  for (const person of Object.values(county.people).flat()) cookies.set(person.personId, await signIn(originOf(0), person.username, PASSWORD));
});

test.afterAll(async () => {
  for (const started of instances) {
    started.child.kill('SIGTERM');
    await ended(started);
  }
  killAll();
  await closeEngine();
  await cluster?.stop();
  rmSync(home, { recursive: true, force: true });
});

const originOf = (instance: number): string => `http://127.0.0.1:${instances[instance]!.port}`;
const heardOf = new Map<string, number>();

/** What was answered as done, to be found again after every kill. */
const acknowledged: { readonly call: Call; readonly led: string }[] = [];

async function send(call: Call, instance: number): Promise<Heard> {
  const who: Person | null = call.who;
  const { heard, body, led } = await sendCall(actions(), { origin: originOf(instance), cookie: who ? cookies.get(who.personId)! : '', address: `203.0.113.${1 + Math.floor(Math.random() * 250)}` }, call);
  const receipt = call.name === 'apply' && heard === 'done' ? /"id":(\d+),"no":"[^"]*","receipt":"([\w-]+)"/.exec(body) : null;
  if (receipt) county.receipts.set(Number(receipt[1]), receipt[2]!.replaceAll('-', ''));
  if (heard === 'done') acknowledged.push({ call, led });
  const said = `${call.name}: ${heard === 'done' ? 'done' : Object.keys(heard)[0] === 'refused' ? (heard as { refused: string }).refused : Object.keys(heard)[0]}`;
  heardOf.set(said, (heardOf.get(said) ?? 0) + 1);
  return heard;
}

test.describe.configure({ mode: 'serial' });

test(`eight at once on two instances for weeks: nobody is paid wrongly, and no answer is a fault (seed ${SEED})`, async () => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const act = async (luck: Luck, instance: number) => {
    const call = nextCall({ county, sight: await look(), luck });
    const heard = await send(call, instance);
    if (typeof heard === 'object' && !('refused' in heard)) faults.push(`${call.name}: ${JSON.stringify(heard)}`);
  };
  const luck = luckOf(SEED);
  for (const desk of DESKS) for (const [no, call] of deskCalls({ county, sight: await look(), luck }, desk).entries()) await send(call, no % 2);
  await letDaysPass(8);
  const people = Array.from({ length: AT_ONCE }, (_, no) => luckOf(SEED * 100 + no));
  for (let day = 0; day < DAYS; day++) {
    await Promise.all(people.map(async (own, no) => {
      for (let turn = 0; turn < CALLS_A_DAY; turn++) await act(own, no % 2);
    }));
    await letDaysPass(1 + luck.of(3));
  }
  if (process.env.HISTORIES) console.log(Object.fromEntries([...heardOf].sort()), await paidSoFar());
  expect(faults).toEqual([]);
  expect(await wrongs()).toEqual([]);
  expect(await paidSoFar()).toBeGreaterThan(0);
  expect([...heardOf.keys()].some((said) => said.endsWith('forbidden'))).toBe(true);
});

/** Acts that were acknowledged and are not there. */
async function lost(): Promise<string[]> {
  const there = async (query: ReturnType<typeof sql>): Promise<boolean> => (await making((tx) => tx.execute(query))).rows.length > 0;
  const missing: string[] = [];
  const passes = new Map<string, number>();
  for (const { call: { name, who, about, fields }, led } of acknowledged) {
    if (name === 'pass') passes.set(`${about} ${who!.personId}`, (passes.get(`${about} ${who!.personId}`) ?? 0) + 1);
    const found = name === 'make' ? await there(sql`select from relief_batches where id = ${Number(/batches\/(\d+)/.exec(led)?.[1])}`)
      : name === 'send' ? await there(sql`select from relief_batches where id = ${about} and state <> 'made'`)
      : name === 'import' ? await there(sql`select from bank_results where hash = ${createHash('sha256').update(fields.file ?? '').digest('hex')}`)
      : true;
    if (!found) missing.push(`${name} of ${about}`);
  }
  for (const [key, count] of passes) {
    const [about, person] = key.split(' ').map(Number);
    if (!(await there(sql`select from relief_steps where case_id = ${about} and person_id = ${person} and verb in ('review', 'recheck', 'approve') having count(*) >= ${count}`))) missing.push(`pass of ${about} by ${person}`);
  }
  return missing;
}

test('kill -9 of an instance and of the database while eight people work: what was acknowledged is there, once', async () => {
  test.setTimeout(180_000);
  const luck = luckOf(SEED + 1);
  // Whoever finds nobody waits here until the product is up again.
  let up: Promise<unknown> = Promise.resolve();
  for (const killed of ['one', 'database', 'two']) {
    let working = true;
    const work = Promise.all(Array.from({ length: AT_ONCE }, async (_, no) => {
      const own = luckOf(luck.of(1e9));
      while (working) {
        await up;
        const sight = await look().catch(() => null);
        if (sight) await send(nextCall({ county, sight, luck: own }), no % 2);
      }
    }));
    const from = acknowledged.length;
    await expect.poll(() => acknowledged.length - from, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(4 + luck.of(12));
    const again = async () => {
      if (killed === 'database') return cluster.crash();
      const at = killed === 'one' ? 0 : 1;
      const { port, child } = instances[at]!;
      child.kill('SIGKILL');
      await ended(instances[at]!);
      instances[at] = await begin(killed, { PORT: String(port) });
      await healthy(instances[at]!);
    };
    await (up = again());
    const after = acknowledged.length;
    await expect.poll(() => acknowledged.length - after, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(4);
    working = false;
    await work;
    expect(await lost()).toEqual([]);
    expect(await wrongs()).toEqual([]);
    await letDaysPass(3);
  }
  const checked = await promisify(execFile)(process.execPath, ['bin/run.mjs', 'bin/check-data.ts']);
  expect(checked.stdout).toContain('sound');
});

test(`bad requests by everybody to every action and handler: no answer is a fault, nothing is half-written (seed ${SEED})`, async () => {
  test.setTimeout(120_000);
  const everybody = [...cookies.values(), ''];
  const faults: string[] = [];
  const luck = luckOf(SEED + 2);
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, no) => {
    const own = luckOf(luck.of(1e9));
    for (let turn = 0; turn < BAD_EACH; turn++) {
      const { fault } = await sendBad(actions(), { origin: originOf(no % 2), cookie: own.pick(everybody) }, own);
      if (fault) faults.push(fault);
    }
  }));
  expect(faults).toEqual([]);
  expect(await wrongs()).toEqual([]);
});
