import { expect, type Page, test } from '@playwright/test';
import { answerAll } from './checklist';
import { signedIn } from './session';

const MONTH = '2017-12';
const numberIn = (text: string) => Number(text.replace(/[^\d.-]/g, ''));
const headline = (page: Page, name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

interface Measurement { value: number; numerator: number | null; denominator: number | null }

test('a leader’s headline figures are the API’s, and a figure leads to its rows and to one household', async ({ browser }) => {
  const context = await signedIn(browser, 'leader', { viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.goto(`/command?month=${MONTH}`);
  const figures = { 累计脱贫户: 'poverty.households_lifted', 退出贫困村: 'poverty.villages_exited', 贫困发生率: 'poverty.incidence', 未脱贫户: 'poverty.remaining_households' };
  for (const [name, id] of Object.entries(figures)) {
    const answer = await context.request.get(`/api/v1/measurements?indicator=${id}&division=510823&month=${MONTH}`);
    const { value } = (await answer.json()) as Measurement;
    const shown = numberIn(await headline(page, name).getByRole('link', { name: /^查看明细/ }).innerText());
    expect(shown, name).toBe(Number(value.toFixed(id === 'poverty.incidence' ? 1 : 0)));
  }
  await expect(page.locator('[data-painted=true]')).toHaveCount(3);
  await headline(page, '累计脱贫户').getByRole('link', { name: /^查看明细/ }).click();
  await expect(page).toHaveURL(new RegExp(`/indicators/poverty.households_lifted\\?month=${MONTH}`));
  await expect(page.getByText('19,354').first()).toBeVisible();
  await page.locator('a[href^="/households/"]').first().click();
  await expect(page).toHaveURL(/\/households\/\d+/);
  await expect(page.locator('h1')).toBeVisible();
  await context.close();
});

test('the map opens a township, arrows change the view, and no screen needs a scroll bar', async ({ browser }) => {
  const context = await signedIn(browser, 'leader', { viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  for (const [width, height] of [[1920, 1080], [3840, 1080], [1366, 768]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('/command');
    const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
    expect(overflow.every((beyond) => beyond <= 0), `${width}×${height}: ${overflow}`).toBe(true);
  }
  // Upright the screens flow, and what they draw keeps its height.
  await page.setViewportSize({ width: 820, height: 1180 });
  for (const drawn of await page.locator('[data-painted], .county-map').all()) expect((await drawn.boundingBox())?.height).toBeGreaterThan(150);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820);
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(page.locator('[data-live=live]')).toBeVisible();
  const controls = page.locator('[data-shown]');
  await expect(controls).toHaveAttribute('data-shown', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(controls).toHaveAttribute('data-shown', 'true');
  await expect(page).toHaveURL(/view=zones/);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/view=overview/);
  const township = page.locator('.county-map a').first();
  await township.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/divisions\/510823\d{3}/);
  await context.close();
});

test('what is written elsewhere shows on the wall within two seconds, and the task is gone from the filer’s list', async ({ browser }) => {
  const leader = await signedIn(browser, 'leader', { viewport: { width: 1920, height: 1080 } });
  const wall = await leader.newPage();
  await wall.goto('/command');
  await expect(wall.locator('[data-live=live]')).toBeVisible();
  const filed = async () => numberIn(await headline(wall, '已报清单').getByRole('link').innerText());
  const before = await filed();

  const filer = await signedIn(browser, 'post-12', { viewport: { width: 390, height: 844 } });
  const page = await filer.newPage();
  await page.goto('/');
  const task = page.getByRole('link', { name: /填报2018年2月实绩清单/ });
  await task.click();
  await expect(page.getByRole('button', { name: '提交清单' })).toBeVisible();
  await answerAll(page);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: '提交清单' }).click();
  await answered;
  await expect.poll(filed, { timeout: 2_000, intervals: [50] }).toBe(before + 1);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(task).toHaveCount(0);

  await leader.clearCookies();
  expect((await leader.request.get('/api/live')).status()).toBe(401);
  await Promise.all([leader.close(), filer.close()]);
});
