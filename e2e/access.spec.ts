import { type APIRequestContext, expect, test } from '@playwright/test';
import { TEST_PASSWORD } from '../db/testing/county-template';
import { pagesWithRights } from './rights';
import { signedIn } from './session';

const TOWNSHIP = '510823100';
const PAGES = pagesWithRights().map(([path]) => path);

const status = async (request: APIRequestContext, path: string) => (await request.get(path, { maxRedirects: 0 })).status();

test.describe.configure({ mode: 'parallel' });

test('a place or household outside one\'s ground answers exactly as one that does not exist', async ({ browser }) => {
  const { request } = await signedIn(browser, `township-${TOWNSHIP}`);
  expect(await status(request, `/divisions/${TOWNSHIP}`)).toBe(200);
  const text = async (path: string) => {
    const answer = await request.get(path);
    return [answer.status(), /<main[^>]*>.*<\/main>/s.exec(await answer.text())?.[0]];
  };
  const nothing = await text('/divisions/510823999');
  expect(nothing[0]).toBe(404);
  for (const path of ['/divisions/510823101', '/divisions/510823', '/households/2000000000', '/zones/9', '/admin/audit']) expect(await text(path), path).toEqual(nothing);
});

test('signed out: every page leads to the sign-in page and back, the API answers 401', async ({ request }) => {
  for (const path of PAGES) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location).toContain(path === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  for (const path of ['/api/v1/indicators', '/api/live']) expect(await status(request, path), path).toBe(401);
});

test('every answer carries its protection', async ({ browser, request }) => {
  const { request: mine } = await signedIn(browser, 'office');
  for (const [asked, path] of [[request, '/sign-in'], [mine, '/households'], [mine, '/api/v1/indicators'], [mine, '/no-such-page']] as const) {
    const headers = (await asked.get(path)).headers();
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'permissions-policy': expect.stringContaining('camera=()'), 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy'], path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'/);
    expect(headers['cache-control'], path).toMatch(/no-store/);
    expect(headers['x-powered-by']).toBeUndefined();
  }
  const page = await (await mine.get('/households')).text();
  for (const [script] of page.matchAll(/<script(?![^>]*nonce=)[^>]*>/g)) expect(script, 'a script without a nonce').toBe('');
});

test('a session that was closed is nobody on the next request', async ({ browser }) => {
  const { request } = await signedIn(browser, 'inspector');
  const cookies = (await request.storageState()).cookies;
  expect(await status(request, '/households')).toBe(200);
  expect((await request.post('/sign-out', { headers: { origin: 'https://elsewhere.example' }, maxRedirects: 0 })).status()).toBe(403);
  expect(await status(request, '/households')).toBe(200);
  const origin = new URL((await request.get('/sign-in')).url()).origin;
  expect((await request.post('/sign-out', { headers: { origin }, maxRedirects: 0 })).status()).toBe(303);
  const thief = await browser.newContext({ storageState: { cookies, origins: [] } });
  expect(await status(thief.request, '/households')).toBe(307);
});

test('the sign-in form keeps the name, leads back, and signs out', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()));
  await page.goto('/households?state=remaining');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel('用户名').fill('specialist-01');
  await page.getByLabel('密码').fill('not-the-password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '用户名或密码不对' })).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue('specialist-01');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/households\?state=remaining$/);
  await page.getByRole('button', { name: '退出' }).first().click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goBack();
  // Going back may already be on its way to the sign-in page, which cuts a reload short.
  await expect(async () => {
    await page.reload();
    expect(page.url()).toMatch(/\/sign-in/);
  }).toPass();
  expect(violations).toEqual([]);
});

test('the sign-in form works without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in?callbackUrl=https://elsewhere.example/');
  await page.getByLabel('用户名').fill('evaluator-2');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await context.close();
});

test('a full number is shown only with a reason, and the auditor sees who looked', async ({ browser }) => {
  const context = await signedIn(browser, 'office-2');
  const page = await context.newPage();
  await page.goto('/households/1');
  // In the page, its data and its scripts: masks only.
  expect(await page.content()).toMatch(/5199\*{10}/);
  expect(await page.content()).not.toMatch(/5199\d{13}[\dX]/);
  await page.getByRole('button', { name: '看全号' }).first().click();
  await page.getByLabel('查看理由').fill('核对银行卡户名');
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('dialog').locator('output')).toHaveText(/^(?:\d{11,19}|\d{17}[\dX])$/);
  const auditor = await signedIn(browser, 'auditor');
  const trail = await auditor.newPage();
  await trail.goto('/admin/audit?command=household.unmask&subject=1&kind=household');
  await expect(trail.getByText('核对银行卡户名').first()).toBeVisible();
  expect(await trail.content()).not.toMatch(/5199\d{13}[\dX]/);
});

test('behind a proxy with TLS the session cookie is secure, for programs and for the form', async ({ request, browser, baseURL }) => {
  const headers = { 'x-forwarded-proto': 'https' };
  const asked = await request.get('/api/auth/csrf', { headers });
  expect(asked.headers()['strict-transport-security']).toBe('max-age=31536000');
  // A cookie jar keeps no secure cookie of a plain address: this is what the browser behind the proxy would send.
  const cookie = asked.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value.split(';')[0]).join('; ');
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/credentials', { headers: { ...headers, cookie }, form: { username: 'leader', password: TEST_PASSWORD, csrfToken, json: 'true' } });
  const session = answer.headersArray().find(({ name, value }) => name.toLowerCase() === 'set-cookie' && value.includes('session-token'))?.value ?? '';
  expect(session).toMatch(/^__Secure-next-auth\.session-token=.*; Secure/);
  expect((await request.get('/households', { headers: { ...headers, cookie: session.split(';')[0] ?? '' }, maxRedirects: 0 })).status()).toBe(200);

  const context = await browser.newContext({ extraHTTPHeaders: headers, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/sign-in`);
  await page.getByLabel('用户名').fill('leader');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  const posted = page.waitForResponse((each) => each.request().method() === 'POST');
  await page.getByRole('button', { name: '登录' }).click();
  expect(await (await posted).headerValue('set-cookie')).toMatch(/^__Secure-next-auth\.session-token=.*; Secure/);
  await context.close();
});
