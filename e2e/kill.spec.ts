import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { copyOfCounty, TEST_PASSWORD } from '../db/testing/county-template';
import { ended, healthy, killAll, startProduct } from './product';

const home = mkdtempSync(path.join(tmpdir(), 'guatu-kill-'));
test.afterAll(() => {
  killAll();
  rmSync(home, { recursive: true, force: true });
});

test('a sign-in survives kill -9; a signal ends the product within two seconds with a live stream open', async ({ playwright }) => {
  test.setTimeout(180_000);
  await copyOfCounty(home);
  const first = await startProduct({ DATA_DIR: home, DEMO_PASSWORD: TEST_PASSWORD });
  await healthy(first);
  const baseURL = `http://127.0.0.1:${first.port}`;
  const browser = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const { csrfToken } = (await (await browser.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await browser.post('/api/auth/callback/credentials', { form: { csrfToken, username: 'leader', password: TEST_PASSWORD }, maxRedirects: 0 });
  // The session is a row: the killed process had acknowledged it.
  first.child.kill('SIGKILL');
  await ended(first);

  const second = await startProduct({ DATA_DIR: home, PORT: String(first.port) });
  await healthy(second);
  const cookie = (await browser.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const stream = await fetch(`${baseURL}/api/live`, { headers: { cookie } });
  expect(stream.status).toBe(200);
  const reader = stream.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('retry');

  const began = Date.now();
  second.child.kill('SIGTERM');
  expect(await ended(second)).toBe(0);
  expect(Date.now() - began).toBeLessThan(2_500);
  for (let part = await reader.read(); !part.done; ) part = await reader.read();
  await browser.dispose();
});
