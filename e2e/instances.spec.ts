import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type net from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { issueChecklists } from '../db/checklist-issue';
import { startCluster } from '../db/testing/cluster.mjs';
import { closeEngine } from '../db/engine/engine';
import { measureAll } from '../db/measure';
import { hashPassword } from '../db/password';
import { prepareDatabase } from '../db/testing/county-cluster';
import { assign, makeHousehold, type MadePerson, makePerson, makeTownship, makeVillage, making, setClock } from '../db/testing/fixtures';
import { TEST_KEYS } from '../db/testing/keys';
import { ended, healthy, killAll, startProduct, type Started } from './product';
import { INSTANCE, startProxy } from './proxy';

/** Two instances on one PostgreSQL behind a proxy that lets them take turns: they must be one product. */
const PASSWORD = 'Guatu-two-2018';
const home = mkdtempSync(path.join(tmpdir(), 'guatu-two-'));
const posted: string[] = [];
const TOLD = ['filing.reminder', 'month.issued', 'month.issued'];
const messenger = http.createServer((request, response) => {
  let body = '';
  request.on('data', (text) => (body += text)).on('end', () => {
    posted.push((JSON.parse(body) as { event: string }).event);
    response.end();
  });
});
let cluster: Awaited<ReturnType<typeof startCluster>>;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let instances: Started[] = [];
let made: { office: MadePerson; secretary: MadePerson; cadre: MadePerson; household: number; village: string };

const counted = (query: ReturnType<typeof sql>) => making(async (tx) => (await tx.execute<{ n: number }>(query)).rows[0]!.n);

test.beforeAll(async () => {
  test.setTimeout(120_000);
  cluster = await startCluster();
  const urls = { DATABASE_URL: cluster.url('guatu_app', 'two'), DATABASE_OWNER_URL: cluster.url('guatu_owner', 'two') };
  Object.assign(process.env, TEST_KEYS, urls);
  await prepareDatabase(cluster.url('postgres', 'postgres'), urls.DATABASE_OWNER_URL, 'two');
  const hash = await hashPassword(PASSWORD);
  made = await making(async (tx) => {
    // The first day on which a reminder of February goes out.
    await setClock(tx, '2018-03-06 09:00+08');
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
    const village = await makeVillage(tx, await makeTownship(tx));
    const [office, secretary, cadre] = [await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'first-secretary', { division: village }), await makePerson(tx, 'cadre', { division: village })];
    const household = await makeHousehold(tx, village);
    await assign(tx, cadre, household);
    await tx.execute(sql`update accounts set password_hash = ${hash}`);
    await issueChecklists(tx, '2018-02');
    await measureAll(tx);
    return { office, secretary, cadre, household, village };
  });
  await once(messenger.listen(0, '127.0.0.1'), 'listening');
  const hook = { WEBHOOK_URL: `http://127.0.0.1:${(messenger.address() as net.AddressInfo).port}/`, WEBHOOK_SECRET: 'a-secret-of-this-test-alone' };
  instances = await Promise.all(['one', 'two'].map((name) => startProduct({ ...urls, ...hook, DEMO: 'off', PROXIES: '1', DATA_DIR: path.join(home, name) })));
  await Promise.all(instances.map(healthy));
  proxy = await startProxy(instances.map(({ port }) => port));
});

test.afterAll(async () => {
  await proxy?.stop();
  for (const started of instances) {
    started.child.kill('SIGTERM');
    await ended(started);
  }
  killAll();
  messenger.close();
  await closeEngine();
  await cluster?.stop();
  // The next journeys of this worker have databases of their own.
  delete process.env.DATABASE_URL;
  delete process.env.DATABASE_OWNER_URL;
  rmSync(home, { recursive: true, force: true });
});

/** Signed in over the form, whose page one instance makes and the other answers. */
async function signedIn(page: Page, { username }: MadePerson): Promise<string> {
  await page.goto(`${proxy.url}/sign-in`);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').last().click();
  await expect(page).toHaveURL(`${proxy.url}/`);
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

const ask = (instance: number, where: string, cookie: string, more: RequestInit = {}) =>
  fetch(`${proxy.url}${where}`, { redirect: 'manual', ...more, headers: { cookie, [INSTANCE]: String(instance), origin: proxy.url, ...more.headers } });
const statuses = (where: string, cookie: string) => Promise.all([0, 1].map(async (instance) => (await ask(instance, where, cookie)).status));

/** A live stream of an instance: what it says from now on. */
async function listen(instance: number, cookie: string): Promise<{ said: () => string; ended: Promise<void> }> {
  const answer = await ask(instance, '/api/live', cookie);
  expect(answer.status).toBe(200);
  const reader = answer.body!.getReader();
  let said = '';
  const reading = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) said += new TextDecoder().decode(part.value);
  })().catch(() => {});
  await expect.poll(() => said, { timeout: 20_000 }).toContain('retry');
  return { said: () => said, ended: reading };
}

test.describe.configure({ mode: 'serial', timeout: 90_000 });

test('the calendar is worked once, and the messenger told once, by two that started together', async () => {
  await expect.poll(() => posted.toSorted(), { timeout: 30_000 }).toEqual(TOLD);
  const worked = async () => (await making((tx) => tx.execute<{ job: string; occasion: string }>(sql`select job, occasion from job_runs order by job, occasion`))).rows.map(({ job, occasion }) => `${job} ${occasion}`);
  await expect.poll(worked).toEqual(['issue 2018-02', 'issue 2018-03', 'newcomers 2018-03-06', 'remind 2018-02 before', 'remind 2018-02 due', 'remind 2018-02 overdue']);
  expect(await counted(sql`select count(*)::int as n from checklists where month = '2018-03'`)).toBe(1);
  expect(await counted(sql`select count(*)::int as n from (select from inbox_messages group by person_id, kind, month, moment having count(*) > 1) as twice`)).toBe(0);
});

test('a session is one on both: a visit sent to both at once is one, both streams hear of it, signing out of one ends the other', async ({ browser }) => {
  const office = await signedIn(await (await browser.newContext({ javaScriptEnabled: false })).newPage(), made.office);
  const cadre = await signedIn(await (await browser.newContext({ javaScriptEnabled: false })).newPage(), made.cadre);
  const streams = await Promise.all([0, 1].map((instance) => listen(instance, office)));
  const visit = JSON.stringify({ key: randomUUID(), household: made.household, visitedOn: '2018-03-06', seen: 'well' });
  const sent = await Promise.all([0, 1, 0, 1].map(async (instance) => {
    const answer = await ask(instance, '/api/visits', cadre, { method: 'POST', body: visit, headers: { 'content-type': 'application/json' } });
    return { status: answer.status, ...((await answer.json()) as { id: number }) };
  }));
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await counted(sql`select count(*)::int as n from visits where household_id = ${made.household}`)).toBe(1);
  for (const stream of streams) await expect.poll(stream.said, { timeout: 20_000 }).toContain('"kind":"visit"');

  expect(await statuses('/api/v1/indicators', office)).toEqual([200, 200]);
  expect((await ask(1, '/sign-out', office, { method: 'POST' })).status).toBe(303);
  expect(await statuses('/api/v1/indicators', office)).toEqual([401, 401]);
});

test('an appointment ended over one instance ends the rights on both at the next request, and the open stream with them', async ({ browser }) => {
  const secretary = await signedIn(await (await browser.newContext({ javaScriptEnabled: false })).newPage(), made.secretary);
  const stream = await listen(1, secretary);
  expect(await statuses('/checklists', secretary)).toEqual([200, 200]);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signedIn(page, made.office);
  await page.goto(`${proxy.url}/admin/appointments/${made.secretary.appointmentId}`);
  await page.locator('input[name=endsOn]').fill('2018-03-06');
  await page.locator('input[name=reason]').fill('调离本县');
  await page.getByRole('button', { name: '确认免职' }).click();
  await expect(page.getByText('调离本县')).toBeVisible();
  expect(await statuses('/checklists', secretary)).toEqual([307, 307]);
  await stream.ended;
  expect(posted.toSorted(), 'still told once').toEqual(TOLD);
});
