import { expect, test } from '@playwright/test';
import { axe } from './axe';
import { signedIn } from './session';

const OWN_PASSWORD = 'Xiangcun-2018-wode';


test('the office finds a household, gives it to another cadre and reads the sheet; nobody does it twice', async ({ browser }) => {
  const context = await signedIn(browser, 'office');
  const page = await context.newPage();
  await page.goto('/households?division=510823100200');
  await axe(page);
  await page.getByRole('rowheader').getByRole('link').nth(1).click();
  await expect(page.getByRole('heading', { name: '一超六有' })).toBeVisible();
  await axe(page);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: '安排或更换帮扶干部' }).click();
  await expect(page.getByRole('heading', { name: '选择新的帮扶干部' })).toBeVisible();
  await page.getByRole('link', { name: /^选择 / }).first().click();
  await expect(page.getByRole('heading', { name: '核对' })).toBeVisible();
  await axe(page);
  const preview = page.url();
  const other = await context.newPage();
  await other.goto(preview);
  await page.getByLabel('更换原因').fill('原帮扶干部调离');
  await page.getByRole('button', { name: '确认更换' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '帮扶工作交接单' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
  await expect(page.getByText('原帮扶干部调离')).toBeVisible();
  await axe(page);

  // A second tab that still shows the old assignment is told, and keeps what was typed.
  await other.getByLabel('更换原因').fill('重复提交');
  await other.getByRole('button', { name: '确认更换' }).click();
  await expect(other.getByRole('alert').filter({ hasText: '刚才已有人先改了' })).toBeVisible();
  await expect(other.getByLabel('更换原因')).toHaveValue('重复提交');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await context.close();
});

test('an ID number finds its household without standing in the address; a wrong one finds nobody', async ({ browser }) => {
  const context = await signedIn(browser, 'office');
  const page = await context.newPage();
  await page.goto('/households');
  await page.getByText('按身份证号查找').click();
  await page.getByLabel('身份证号').fill('519999190001010011');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByText('您的范围内没有这个身份证号的在册人员')).toBeVisible();
  expect(page.url()).not.toContain('519999');
  await page.getByLabel('身份证号').fill('123');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByText('格式不对。')).toBeVisible();
  await context.close();
});

test('a township does not find a sibling’s household: the same page as for one that does not exist', async ({ browser }) => {
  const office = await signedIn(browser, 'office');
  const list = await office.newPage();
  await list.goto('/households?division=510823101');
  const href = await list.getByRole('rowheader').getByRole('link').first().getAttribute('href');
  await office.close();
  const context = await signedIn(browser, 'township-510823100');
  const page = await context.newPage();
  const read = async (path: string) => {
    const answer = await page.goto(path);
    return { status: answer?.status(), text: await page.locator('body').innerText() };
  };
  const sibling = await read(href ?? '');
  expect(sibling).toEqual(await read('/households/2000000000'));
  expect(sibling.status).toBe(404);
  for (const path of ['/households/abc', '/households/-1', '/households/99999999999', '/posts/0', '/assignments/handovers/2000000000']) expect((await read(path)).status).toBe(404);
  // A malformed filter is said, not obeyed.
  await page.goto(`/households?month=2018-13&division=510823101&cause=x&page=-1&q=${'9'.repeat(18)}`);
  await expect(page.getByText('月份：格式不对')).toBeVisible();
  await expect(page.getByText('乡镇、村：没有这一项')).toBeVisible();
  // The back button leads to the list as it was narrowed.
  await page.goto('/households?month=2017-12&cause=illness');
  const narrowed = await page.locator('main').innerText();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/households\/\d+/);
  await page.goBack();
  await expect(page).toHaveURL(/\/households\?month=2017-12&cause=illness$/);
  await expect(page.getByLabel('主要致贫原因')).toHaveValue('illness');
  await expect.poll(() => page.locator('main').innerText()).toBe(narrowed);
  await page.goto('/checklists?month=2031-01');
  await expect(page.getByText('月份：不在可查的月份之内')).toBeVisible();
  await context.close();
});

test('posts tell who served in a month, and what is vacant', async ({ browser }) => {
  const context = await signedIn(browser, 'leader');
  const page = await context.newPage();
  await page.goto('/posts');
  await axe(page);
  await page.goto('/posts?kind=team&division=510823100');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByLabel('查看月份').selectOption('2016-11');
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('heading', { name: '2016年11月任职' })).toBeVisible();
  await expect(page).toHaveURL(/month=2016-11/);
  await axe(page);
  await page.goto('/assignments');
  await axe(page);
  await context.close();
});

test('a password that an administrator hands out opens one page, until it is changed', async ({ browser }) => {
  const admin = await signedIn(browser, 'admin-security');
  const people = await admin.newPage();
  await people.goto('/admin/people?q=cadre-00031');
  await people.getByRole('rowheader').getByRole('link').first().click();
  await people.getByRole('button', { name: '重置密码' }).click();
  await people.getByLabel('理由').fill('本人忘记密码，已核实身份');
  await people.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  const shown = people.getByRole('status').or(people.locator('output')).last();
  const secret = (await shown.innerText()).trim();
  // The old password is void by now: a stray Escape does not take the new one away.
  await people.keyboard.press('Escape');
  await expect(people.getByRole('dialog')).toHaveCount(0);
  await people.getByRole('button', { name: '重置密码' }).click();
  await expect(shown).toHaveText(secret);
  await admin.close();

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/sign-in?callbackUrl=/households');
  await page.getByLabel('用户名').fill('cadre-00031');
  await page.getByLabel('密码').fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/account\/password$/);
  await expect(page.getByText('请先设置自己的密码')).toBeVisible();
  await axe(page);
  for (const path of ['/', '/households', '/checklists', '/posts']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/account\/password$/);
  }
  expect((await context.request.get('/api/v1/indicators')).status()).toBe(404);

  await page.getByLabel('现用密码').fill(secret);
  await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('再输一次新密码').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改')).toBeVisible();
  await expect(page.getByText('请先设置自己的密码')).toHaveCount(0);
  await page.goto('/households');
  await expect(page).toHaveURL(/\/households$/);
  await context.close();
});

test('the system administrator corrects a poverty line with its source; a wrong amount is told beside the field', async ({ browser }) => {
  const context = await signedIn(browser, 'admin-system');
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: '核对扶贫标准' }).click();
  await page.getByRole('link', { name: '修改 2020 四川省标准' }).click();
  await expect(page).toHaveURL(/year=2020/);
  const form = page.getByRole('form', { name: '修改标准' });
  await form.getByLabel('标准（元/人·年）').fill('-4100');
  await form.getByLabel('依据').fill('川扶贫发〔2020〕1号');
  await form.getByRole('button', { name: '修改标准' }).click();
  await expect(form.locator('#yuan[aria-invalid=true]')).toHaveValue('-4100');
  await expect(form.getByLabel('依据')).toHaveValue('川扶贫发〔2020〕1号');
  await form.getByLabel('标准（元/人·年）').fill('4100');
  await form.getByRole('button', { name: '修改标准' }).click();
  await expect(page.getByRole('row').filter({ hasText: '川扶贫发〔2020〕1号' })).toContainText('¥4,100.00');
  const auditor = await signedIn(browser, 'auditor');
  const trail = await auditor.newPage();
  await trail.goto('/admin/audit?command=line.set');
  await expect(trail.getByRole('row').filter({ hasText: '2020 Sichuan' })).toContainText('410000');
  await Promise.all([context.close(), auditor.close()]);
});
