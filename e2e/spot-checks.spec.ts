import { expect, test } from '@playwright/test';
import { signedIn } from './session';

/** January was locked on 10 February; the demonstration's first day is 1 March. */
test('a squad draws a sample of a locked month and challenges one: a finding opens, the filer answers in the days it opened', async ({ browser }) => {
  test.setTimeout(120_000);
  const squad = await (await signedIn(browser, 'squad-12')).newPage();
  await squad.goto('/checklists/spot-checks?month=2018-01');
  await squad.getByLabel('抽查份数').fill('40');
  await squad.getByRole('button', { name: '抽取' }).click();
  await expect(squad.getByText(/从 \d+ 份已核定清单中抽取 40 份，已查 0 份/)).toBeVisible();
  await expect(squad.getByRole('button', { name: '抽取' })).toHaveCount(0);

  const row = squad.getByRole('row').filter({ hasText: '工作队长' }).filter({ hasText: '待抽查' }).first();
  const filer = (await row.getByRole('link').innerText()).trim();
  await row.getByRole('link').click();
  await squad.waitForURL(/checklists\/\d+/);
  const path = new URL(squad.url()).pathname;
  const division = /\d{12}/.exec((await squad.locator('main a[href^="/divisions/5"]').first().getAttribute('href')) ?? '')?.[0];
  await squad.getByLabel('抽查质疑').check();
  await squad.getByLabel('发现的问题').fill('不实');
  await squad.getByRole('button', { name: '登记结论' }).click();
  await expect(squad.getByText('请写明原因', { exact: false }).first()).toBeVisible();
  await expect(squad.getByLabel('发现的问题')).toHaveValue('不实');
  await squad.getByLabel('抽查质疑').check();
  await squad.getByLabel('发现的问题').fill('入户三户，均说一月没有人来过');
  await squad.getByRole('button', { name: '登记结论' }).click();
  await expect(squad.getByRole('definition').filter({ hasText: '已退回' })).toBeVisible();
  await expect(squad.getByRole('listitem').filter({ hasText: '抽查质疑后退回，可重报至2018年3月6日24时（生效中）' })).toBeVisible();
  await squad.goto('/checklists/spot-checks?month=2018-01');
  await expect(squad.getByRole('row').filter({ has: squad.locator(`a[href^="${path}"]`) })).toContainText('入户三户，均说一月没有人来过');

  const page = await (await signedIn(browser, `team-${division}`, { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto('/inbox');
  await page.getByRole('link', { name: '督导抽查质疑了您已核定的2018年1月实绩清单', exact: false }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(filer);
  await expect(page.getByText('请在2018年3月6日24时前改正重报', { exact: false })).toBeVisible();
  await expect(page.getByRole('status').or(page.getByRole('alert')).or(page.locator('main')).filter({ hasText: '入户三户，均说一月没有人来过' }).first()).toBeVisible();
  // Whatever was drawn, also one that said "nothing" throughout: its numbers are those of the records now.
  for (const recorded of await page.locator('[data-entry] input[value=recorded]').all()) await recorded.check();
  await page.getByRole('button', { name: '提交清单' }).click();
  await expect(page.getByRole('definition').filter({ hasText: '待复验' })).toBeVisible();

  const office = await (await signedIn(browser, 'office-2')).newPage();
  await office.goto(path);
  await office.getByRole('button', { name: '核定', exact: true }).click();
  await office.waitForURL(/\/checklists\/review/);
  await squad.goto(path);
  await expect(squad.getByRole('listitem').filter({ hasText: '复核属实，问题销号' })).toBeVisible();
});
