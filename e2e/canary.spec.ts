import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { TEST_PASSWORD } from '../db/testing/county-template';
import { may, type Role } from '../domain/access';
import { markedCounty, MARKED_VILLAGE, type Marked } from './marked-county';
import { healthy, killAll, startProduct, type Started } from './product';
import { pagesWithRights, rightOf } from './rights';

/**
 * Fifty marked households: every page as everybody, as HTML and as the router's data, the scripts, the exports and the log. A whole
 * ID number, card or telephone stands nowhere; a name on no public page. And the matrix over HTTP: what app/matrix.db.test.ts proves
 * of each page, here through the whole server.
 */
const WHO: [Role, string][] = [
  ['leader', 'leader'], ['office', 'office'], ['zone', 'zone-1'], ['sub-command', 'post-01'], ['township', 'township-510823105'], ['first-secretary', `secretary-${MARKED_VILLAGE}`],
  ['team-leader', `team-${MARKED_VILLAGE}`], ['cadre', 'cadre-00001'], ['squad', 'squad-01'], ['inspector', 'inspector'], ['specialist', 'specialist-01'], ['evaluator', 'evaluator-1'],
  ['auditor', 'auditor'], ['finance', 'finance'], ['department', 'department-002'], ['relief-district', 'relief-district'], ['relief-township', 'relief-township-510823105'],
  ['relief-village', `relief-village-${MARKED_VILLAGE}`], ['admin-system', 'admin-system'], ['admin-security', 'admin-security'], ['admin-audit', 'admin-audit'],
];
/** Pages of one kind (numbers left out) that are followed to; those of the marked people are asked for by themselves. */
const OF_A_KIND = 1;
const MOST_PAGES = 60;
const PAGES = pagesWithRights();

const home = mkdtempSync(path.join(tmpdir(), 'guatu-canary-'));
let product: Started;
let marked: Marked[];
let notice: number;
let baseURL: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  ({ marked, notice } = await markedCounty(home));
  product = await startProduct({ DATA_DIR: home, DEMO_PASSWORD: TEST_PASSWORD });
  baseURL = `http://127.0.0.1:${product.port}`;
  await healthy(product);
});
test.afterAll(() => {
  killAll();
  rmSync(home, { recursive: true, force: true });
});

const numbers = () => marked.flatMap(({ id, card, phone }) => [id, card, phone]);
/** What of these stands in a text. */
const found = (text: string, sought: readonly string[]) => sought.filter((each) => text.includes(each));
/** Kinds of pages that were asked for as the router's data too: it is what the page carries itself, so once is enough for all. */
const asData = new Set<string>();
const kindOf = (address: string) => address.replace(/\d+/g, '#').replace(/=[^&]+/g, '=');

/** Follows links from these pages on, a few of each kind; calls `saw` with what came as a page, and for the first of a kind that anybody sees as the router's data. The status of each that was asked for. */
async function crawl(request: APIRequestContext, from: readonly string[], saw: (address: string, text: string) => void): Promise<Map<string, number>> {
  const queue = [...from];
  const seen = new Set(queue);
  const kinds = new Map<string, number>();
  const statuses = new Map<string, number>();
  let shown = 0;
  for (let address = queue.shift(); address !== undefined && shown < MOST_PAGES; address = queue.shift()) {
    const answer = await request.get(address, { maxRedirects: 0 });
    const text = await answer.text();
    saw(address, text);
    statuses.set(address, answer.status());
    if (answer.status() !== 200) continue;
    shown += 1;
    if (text.includes('<script') && !asData.has(kindOf(address))) saw(`${address} (data)`, await (await request.get(address, { headers: { RSC: '1' }, maxRedirects: 0 })).text());
    asData.add(kindOf(address));
    for (const [, raw = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const link = raw.replaceAll('&amp;', '&');
      const kind = kindOf(link);
      if (seen.has(link) || link.startsWith('/_next') || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue;
      seen.add(link);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      queue.push(link);
    }
  }
  return statuses;
}

async function signedInAt(playwright: { request: { newContext: (options: object) => Promise<APIRequestContext> } }, username: string): Promise<APIRequestContext> {
  const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/credentials', { form: { username, password: TEST_PASSWORD, csrfToken, json: 'true' } });
  expect(answer.ok(), username).toBe(true);
  return request;
}

test('nobody reads a name or a number without signing in', async ({ playwright }) => {
  test.setTimeout(120_000);
  const request = await playwright.request.newContext({ baseURL });
  const sought = [...numbers(), ...marked.map(({ name }) => name)];
  const leaks: string[] = [];
  const shown = await crawl(request, ['/public', '/public/notices', `/public/notices/${notice}`, '/public/fund', '/public/donate', '/public/apply', '/public/apply?township=510823105', '/public/follow', '/sign-in', '/', '/households'], (address, text) =>
    leaks.push(...found(text, sought).map((each) => `${address}: ${each}`)));
  for (const path of ['/public/notices', `/public/notices/${notice}`, '/public/fund', '/public/follow']) expect(shown.get(path), path).toBe(200);
  expect(leaks).toEqual([]);
  await request.dispose();
});

for (const [role, username] of WHO) {
  test(`${username}: every page that is theirs and no other, and links to no other; no whole number on any, in its data, or in an export`, async ({ playwright }) => {
    test.setTimeout(240_000);
    const request = await signedInAt(playwright, username);
    const leaks: string[] = [];
    const astray = new Set<string>();
    const saw = (address: string, text: string) => {
      leaks.push(...found(text, numbers()).map((each) => `${address}: ${each}`));
      for (const [, link = ''] of text.matchAll(/href="(\/[^"]*)/g)) {
        const right = rightOf(link);
        if (right && !may({ roles: [role] }, right)) astray.add(`${kindOf(address)} → ${kindOf(link)}`);
      }
    };
    const own = marked.slice(0, 2).flatMap(({ household, name }) => [`/households/${household}`, `/households?q=${encodeURIComponent(name)}`, `/visits/new?household=${household}`]);
    const relief = ['/relief/1', '/relief/2', '/relief/7', '/relief/days?step=village&decided=2018-02', '/relief/batches/1'];
    const api = ['/api/visits/households', '/api/v1/indicators', '/api/v1/measurements?indicator=poverty.remaining_households', '/api/v1/filings'];
    const statuses = await crawl(request, [...PAGES.map(([path]) => path), ...own, ...relief, ...api], saw);
    for (const [path, right] of PAGES) expect(statuses.get(path), `${role} on ${path}`).toBe(may({ roles: [role] }, right) ? 200 : 404);
    for (const id of ['poverty.remaining_households', 'poverty.households_lifted', 'poverty.registered_persons']) {
      const answer = await request.post(`/indicators/${id}/export?division=${MARKED_VILLAGE}`, { maxRedirects: 0 });
      saw(`export ${id}`, await answer.text());
    }
    expect(leaks).toEqual([]);
    expect([...astray], 'links to a page that is not theirs').toEqual([]);
    await request.dispose();
  });
}

test('the marks are there to be found: whoever may, sees the name', async ({ playwright }) => {
  const request = await signedInAt(playwright, `secretary-${MARKED_VILLAGE}`);
  const first = marked[0]!;
  const page = await (await request.get(`/households/${first.household}`)).text();
  expect(page).toContain(first.name);
  expect(page).toContain(first.phone.slice(-4));
  await request.dispose();
});

test('neither the scripts nor the log know anybody', async () => {
  const sought = [...numbers(), ...marked.map(({ name }) => name)];
  for (const file of readdirSync('.next/static', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|json)$/.test(name))) {
    expect(found(readFileSync(path.join('.next/static', file), 'utf8'), sought), file).toEqual([]);
  }
  expect(found(product.said(), sought)).toEqual([]);
});
