import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signedIn } from './session';

const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

test('a wall alarm opens its rows; a village is spread by rule, and both sides confirm the sheet that prints', async ({ browser }) => {
  test.setTimeout(180_000);
  const leader = await (await signedIn(browser, 'leader')).newPage();
  await leader.goto('/command');
  const alarm = leader.getByRole('link', { name: /无人帮扶户/ });
  const figure = (await alarm.innerText()).match(/[\d,]+/)?.[0] ?? '';
  await alarm.click();
  await expect(leader.getByText(`共 ${figure} 条`)).toBeVisible();
  await axe(leader);

  const office = await (await signedIn(browser, 'office', { viewport: { width: 390, height: 844 } })).newPage();
  await office.goto('/assignments?gap=orphaned');
  await fits(office);
  const household = await office.getByRole('rowheader').getByRole('link').first().getAttribute('href');
  await office.goto(household ?? '');
  const village = (await office.locator('a[href^="/divisions/510823"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))).map((href) => /\d{12}/.exec(href)?.[0]).find(Boolean);
  await office.goto(`/assignments/spread?division=${village}`);
  await expect(office.getByRole('heading', { name: /分派方案/ })).toBeVisible();
  await axe(office);
  await fits(office);
  const other = await office.context().newPage();
  await other.goto(office.url());
  await office.getByLabel('更换原因').fill('按规则均衡包户');
  await office.getByRole('button', { name: '按以上方案办理' }).click();
  await expect(office).toHaveURL(/\/assignments/);
  await expect(office.getByText('本村没有需要分派的户')).toHaveCount(0);

  // A colleague with the old plan is told, and keeps what was chosen.
  await other.getByRole('combobox').first().selectOption({ index: 0 });
  await other.getByLabel('更换原因').fill('重复办理');
  await other.getByRole('button', { name: '按以上方案办理' }).click();
  await expect(other.getByRole('alert')).toBeVisible();
  await expect(other.getByLabel('更换原因')).toHaveValue('重复办理');
  await expect(other.getByRole('combobox').first()).toHaveValue('');

  await office.goto(`/assignments?division=${village}`);
  await office.locator('a[href^="/assignments/handovers/"]').first().click();
  await expect(office.getByRole('heading', { level: 1, name: '帮扶工作交接单' })).toBeVisible();
  await axe(office);
  await office.emulateMedia({ media: 'print' });
  await expect(office.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await expect(office.getByText('签字').first()).toBeVisible();
});
