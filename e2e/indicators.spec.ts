import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signedIn } from './session';

test('a figure opens its cuts, its rows page by page, a household, and a sheet that is on record', async ({ browser }) => {
  const context = await signedIn(browser, 'leader');
  const page = await context.newPage();
  await page.goto('/indicators/poverty.incidence?month=2018-01');
  await page.getByRole('link', { name: '第一战区(北)', exact: true }).click();
  await expect(page).toHaveURL(/zone=1/);
  const trend = page.locator('figure').filter({ hasText: '贫困发生率' });
  await expect(trend.getByRole('img', { name: /2018年1月为\d+\.\d%/ })).toBeVisible();
  await trend.getByRole('group').focus();
  await page.keyboard.press('t');
  await expect(trend.locator('tbody tr').first()).toContainText('2018年1月');
  for (const part of ['poverty.remaining_persons', 'poverty.rural_population']) {
    for (const link of await page.locator(`main a[href^="/indicators/${part}"]`).all()) expect(await link.getAttribute('href')).toContain('?month=2018-01&zone=1');
  }
  const rows = page.locator('#rows');
  const first = await rows.locator('tbody tr').first().innerText();
  await rows.getByRole('link', { name: '下一页' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows.locator('tbody tr').first()).not.toHaveText(first);
  const [download] = await Promise.all([page.waitForEvent('download'), rows.getByRole('button', { name: '导出明细' }).click()]);
  const sheet = readFileSync(await download.path(), 'utf8');
  expect(sheet.charCodeAt(0)).toBe(0xfeff);
  expect(sheet.split('\r\n')[0]).toContain('leader');
  await rows.locator('tbody a').first().click();
  await expect(page).toHaveURL(/\/households\/\d+$/);
  await context.close();
});

test('a closed month that was corrected says so and shows what changed', async ({ browser }) => {
  const context = await signedIn(browser, 'office');
  const page = await context.newPage();
  await page.goto('/indicators/poverty.remaining_persons?month=2017-12&asOf=known');
  await expect(page.getByText('封账时为')).toBeVisible();
  await expect(page.locator('#changed tbody tr')).not.toHaveCount(0);
  await context.close();
});

test('the API tells a figure, its cuts, and what was wrong with a question', async ({ browser }) => {
  const context = await signedIn(browser, 'township-510823100');
  const ask = async (query: string) => {
    const answer = await context.request.get(`/api/v1/measurements?${query}`);
    return [answer.status(), await answer.json()] as const;
  };
  const [status, figure] = await ask('indicator=poverty.incidence&month=2017-12&division=510823100');
  expect(status).toBe(200);
  expect(figure.value).toBeCloseTo((figure.numerator / figure.denominator) * 100, 9);
  const [, cut] = await ask('indicator=poverty.remaining_persons&month=2017-12&division=510823100&by=village');
  expect(cut.rows.reduce((sum: number, row: { value: number }) => sum + row.value, 0)).toBe(figure.numerator);
  expect(await ask('indicator=poverty.incidence&division=510823101')).toMatchObject([404, { error: { code: 'unknown', field: 'division' } }]);
  expect(await ask('indicator=poverty.incidence&month=2031-01')).toMatchObject([400, { error: { code: 'out-of-range', field: 'month' } }]);
  expect(await ask('indicator=poverty.incidence&month=soon')).toMatchObject([400, { error: { code: 'malformed', field: 'month' } }]);
  expect(await ask('indicator=no.such')).toMatchObject([404, { error: { code: 'unknown', field: 'indicator' } }]);
  expect((await context.request.get('/api/v1/openapi.json')).status()).toBe(200);
  await context.close();
});
