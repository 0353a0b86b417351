import { type Browser, expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { answerAll } from './checklist';
import { signedIn } from './session';

const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

/** A first secretary of a township who has not filed February yet, signed in, at the form. */
async function unfiled(browser: Browser, township: string): Promise<{ code: string; page: Page }> {
  const office = await (await signedIn(browser, 'office')).newPage();
  await office.goto(`/posts?kind=team&division=${township}`);
  const codes = (await office.locator('a[href^="/divisions/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(11, 23) ?? ''))).filter((code) => code.length === 12);
  await office.context().close();
  for (const code of new Set(codes)) {
    const page = await (await signedIn(browser, `secretary-${code}`)).newPage();
    await page.goto('/checklists');
    const link = page.getByRole('row').filter({ hasText: '2018年2月' }).getByRole('link', { name: '填报' }).first();
    if ((await link.count()) > 0) {
      await link.click();
      return { code, page };
    }
    await page.context().close();
  }
  throw new Error('every first secretary has filed');
}

test('the office replaces a first secretary: the old one is refused at the next click, the new one files, the post tells who was when', async ({ browser }) => {
  test.setTimeout(180_000);
  const { code, page: old } = await unfiled(browser, '510823110');
  await expect(old.getByRole('button', { name: '提交清单' })).toBeVisible();
  const checklist = new URL(old.url()).pathname;

  const office = await (await signedIn(browser, 'office')).newPage();
  await office.goto(`/divisions/${code}`);
  await office.getByRole('row').filter({ hasText: '第一书记' }).getByRole('link').click();
  await expect(office.getByRole('heading', { name: '历任时间线' })).toBeVisible();
  await axe(office);
  const post = office.url();
  await office.getByRole('row').filter({ hasText: '第一书记' }).getByRole('link', { name: /^接任 / }).first().click();
  await office.getByLabel('姓名或用户名').fill('cadre-00900');
  await office.getByRole('button', { name: '查找' }).click();
  const successor = await office.getByRole('rowheader').getByRole('link').innerText();
  await office.getByRole('rowheader').getByRole('link').click();
  await expect(office.getByRole('status').filter({ hasText: '兼任岗位' })).toBeVisible();
  await axe(office);
  await office.getByLabel('任职日期').fill('2014-01-01');
  await office.getByRole('textbox', { name: '原因' }).fill('轮换期满');
  await office.getByRole('button', { name: '确认接任' }).click();
  await expect(office.getByText('不能早于任职日期。')).toBeVisible();
  await expect(office.getByRole('textbox', { name: '原因' })).toHaveValue('轮换期满');
  await office.getByLabel('任职日期').fill('2018-03-01');
  await office.getByRole('button', { name: '确认接任' }).click();
  await expect(office.getByRole('heading', { level: 1, name: `${successor} · 第一书记` })).toBeVisible();
  await axe(office);

  await old.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '实绩清单' }).click();
  await expect(old).toHaveURL(/\/sign-in/);

  const next = await (await signedIn(browser, 'cadre-00900')).newPage();
  await next.goto(checklist);
  await answerAll(next);
  await next.getByRole('button', { name: '提交清单' }).click();
  await expect(next.getByRole('definition').filter({ hasText: '待复验' }).first()).toBeVisible();

  await office.goto(`${post.split('?')[0]}?month=2018-02`);
  await expect(office.getByRole('heading', { name: '2018年2月任职' })).toBeVisible();
  await expect(office.getByRole('region', { name: '2018年2月任职' }).getByText(successor)).toHaveCount(0);
  await office.getByLabel('查看月份').selectOption('2016-11');
  await office.getByRole('button', { name: '查看' }).click();
  await expect(office.getByRole('heading', { name: '2016年11月任职' })).toBeVisible();
});

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
  await office.goto('/assignments/spread');
  await axe(office);
  await fits(office);
  await office.getByRole('region', { name: '哪里需要分派' }).locator(`a[href$="division=${village?.slice(0, 9)}"]`).click();
  await office.getByRole('region', { name: '哪里需要分派' }).locator(`a[href$="division=${village}"]`).click();
  await expect(office.getByRole('heading', { name: /分派方案/ })).toBeVisible();
  await axe(office);
  await fits(office);
  const other = await office.context().newPage();
  await other.goto(office.url());
  await office.bringToFront();
  await office.getByLabel('更换原因').fill('按规则均衡包户');
  await office.getByRole('button', { name: '按以上方案办理' }).click();
  await expect(office).toHaveURL(/\/assignments/);
  await expect(office.getByText('本村没有需要分派的户')).toHaveCount(0);

  // A colleague with the old plan is told, and keeps what was chosen.
  await other.getByRole('combobox').first().selectOption({ index: 0 });
  await other.getByLabel('更换原因').fill('重复办理');
  await other.getByRole('button', { name: '按以上方案办理' }).click();
  await expect(other.getByRole('region', { name: /分派方案/ }).getByRole('alert')).toBeVisible();
  await expect(other.getByLabel('更换原因')).toHaveValue('重复办理');
  await expect(other.getByRole('combobox').first()).toHaveValue('');

  await office.goto(`/assignments?division=${village}`);
  await office.locator('a[href^="/assignments/handovers/"]').first().click();
  await expect(office.getByRole('heading', { level: 1, name: '帮扶工作交接单' })).toBeVisible();
  await axe(office);
  await office.emulateMedia({ media: 'print' });
  await expect(office.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await expect(office.getByText('签字').first()).toBeVisible();
  const pdf = await office.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1);
});

test('somebody who is not on record is entered on a phone and appointed; the security administrator opens the account, and they sign in', async ({ browser }) => {
  test.setTimeout(120_000);
  const office = await (await signedIn(browser, 'office', { viewport: { width: 390, height: 844 } })).newPage();
  await office.goto('/posts?kind=team&division=510823110');
  const post = new URL((await office.locator('a[href^="/posts/"]').first().getAttribute('href')) ?? '', 'http://x').pathname.split('/').at(-1);
  await office.goto(`/admin/appointments/new?post=${post}&duty=technician&q=${encodeURIComponent('欧阳 新来')}`);
  await office.getByRole('link', { name: '登记新人员“欧阳新来”' }).click();
  await expect(office.getByRole('heading', { name: '登记新人员' })).toBeVisible();
  const other = await office.context().newPage();
  await other.goto(office.url());
  await office.getByText('女', { exact: true }).click();
  await office.getByLabel('电话').fill('1390');
  await office.getByRole('button', { name: '登记并选用' }).click();
  await expect(office.getByText('请填 11 位手机号，或带区号的座机号。')).toBeVisible();
  await expect(office.getByLabel('电话')).toHaveValue('1390');
  await office.getByLabel('电话').fill('139 0000 8888');
  await axe(office);
  await fits(office);
  await office.getByRole('button', { name: '登记并选用' }).click();
  await expect(office.getByText('此人还没有登录账号').first()).toBeVisible();
  await office.getByRole('textbox', { name: '原因' }).fill('新招录技术员');
  await office.getByRole('button', { name: '确认任命' }).click();
  await expect(office.getByRole('heading', { level: 1, name: '欧阳新来 · 驻村农技员' })).toBeVisible();

  await other.bringToFront();
  // A colleague who had the same form open is told who was faster, sees whom they entered, and keeps what was chosen.
  await other.getByText('男', { exact: true }).click();
  await other.getByRole('button', { name: '登记并选用' }).click();
  await expect(other.getByRole('region', { name: '登记新人员' }).getByRole('alert')).toContainText('登记了同名人员');
  await expect(other.getByText('已有 1 名“欧阳新来”').first()).toBeVisible();
  await expect(other.getByRole('radio', { name: '男' })).toBeChecked();
  await fits(other);
  await axe(other);

  const security = await (await signedIn(browser, 'admin-security', { viewport: { width: 390, height: 844 } })).newPage();
  await security.goto(`/admin/people?q=${encodeURIComponent('欧阳新来')}`);
  await security.getByRole('rowheader').getByRole('link').click();
  await security.getByRole('button', { name: '开通账号' }).click();
  await security.getByLabel('用户名').fill('office');
  await security.getByLabel('理由').fill('新招录，已核实身份');
  await security.getByRole('dialog').getByRole('button', { name: '开通账号' }).click();
  await expect(security.getByText('这个用户名已有人使用')).toBeVisible();
  await axe(security);
  await security.getByLabel('用户名').fill('ouyang-xl');
  await security.getByRole('dialog').getByRole('button', { name: '开通账号' }).click();
  const secret = (await security.locator('output').last().innerText()).trim();
  const hers = await (await browser.newContext()).newPage();
  await hers.goto('/sign-in');
  await hers.getByLabel('用户名').fill('ouyang-xl');
  await hers.getByLabel('密码').fill(secret);
  await hers.getByRole('button', { name: '登录' }).click();
  await expect(hers.getByText('请先设置自己的密码').first()).toBeVisible();
});
