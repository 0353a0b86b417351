import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { TEST_PASSWORD } from '../db/testing/county-template';
import { axe } from './axe';
import { markedCounty, type Marked } from './marked-county';
import { healthy, killAll, startProduct } from './product';

/** The public pages as an old phone opens them: no script, a small screen, a slow line. */
const PHONE = { width: 390, height: 844 };
const PC = { width: 1366, height: 768 };
const BUDGET = 60 * 1024;
const VILLAGE = { township: '510823105', code: '510823105201' };

const home = mkdtempSync(path.join(tmpdir(), 'guatu-public-'));
let baseURL: string;
let marked: Marked[];
let notice: number;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  ({ marked, notice } = await markedCounty(home));
  const product = await startProduct({ DATA_DIR: home, DEMO_PASSWORD: TEST_PASSWORD });
  baseURL = `http://127.0.0.1:${product.port}`;
  await healthy(product);
});
test.afterAll(() => {
  killAll();
  rmSync(home, { recursive: true, force: true });
});

const opened = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  (await browser.newContext({ baseURL, viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN', ...options })).newPage();

test('somebody reads the list, opens a notice and objects without a name', async ({ browser }) => {
  const page = await opened(browser);
  await page.goto('/public');
  await expect(page).toHaveURL(/\/public\/notices$/);
  await page.getByLabel('乡镇').selectOption(VILLAGE.township);
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(new RegExp(`township=${VILLAGE.township}`));
  await page.locator(`a[href="/public/notices/${notice}"]`).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('防返贫基金救助公示');
  await expect(page.locator('main')).toContainText(`${marked[0]!.name[0]}**`);
  await expect(page.locator('main')).not.toContainText(marked[0]!.name);

  await page.getByLabel('异议内容').fill('他家收入不实');
  await page.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByText('至少 10 个字')).toBeVisible();
  await expect(page.getByLabel('异议内容')).toHaveValue('他家收入不实');
  await page.getByLabel('异议内容').fill('他家儿子在外务工，工资没有算进家庭收入。');
  await page.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('status')).toContainText('异议已收到');
  await page.context().close();
});

test('a household applies, follows its receipt and takes the application back', async ({ browser }) => {
  const page = await opened(browser);
  await page.goto('/public/apply');
  await page.getByLabel('所在乡镇').selectOption(VILLAGE.township);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('所在村').selectOption(VILLAGE.code);
  await page.getByLabel('户主姓名').fill('赵新来');
  await page.getByLabel('户主身份证号').fill('519999197203030042');
  await page.getByLabel('联系电话').fill('13900004321');
  await page.getByLabel('原因').selectOption('illness');
  await page.getByLabel('情况说明').fill('家里老人住院，自己付了四万多元，今年收入不够。');
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('身份证号不对', { exact: false })).toBeVisible();
  await expect(page.getByLabel('情况说明')).toHaveValue('家里老人住院，自己付了四万多元，今年收入不够。');

  // A number that is one, of somebody who is in the village's own registry.
  await page.getByLabel('户主姓名').fill(marked[15]!.name);
  await page.getByLabel('户主身份证号').fill(marked[15]!.id);
  await page.getByLabel('原因').selectOption('accident');
  await page.getByRole('button', { name: '提交申请' }).click();
  const receipt = (await page.locator('.receipt').innerText()).trim();
  expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(page.locator('main')).not.toContainText(marked[15]!.id);

  await page.getByRole('link', { name: '查询进度' }).click();
  await page.getByLabel('回执码').fill('ABCD-EFGH-JKMN');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('alert')).toContainText('没有找到');
  await page.getByLabel('回执码').fill(receipt.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByText('待村补录')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(marked[15]!.name);
  await page.locator('summary').click();
  await page.getByLabel('撤回原因').fill('病已经治好，不用了');
  await page.getByRole('button', { name: '撤回申请' }).click();
  await expect(page.getByRole('status')).toHaveText('申请已撤回');
  await expect(page.getByRole('definition').filter({ hasText: '已撤回' }).first()).toBeVisible();
  await page.context().close();
});

const PAGES = () => ['/public/notices', `/public/notices/${notice}`, '/public/fund', '/public/donate', '/public/apply', `/public/apply?township=${VILLAGE.township}`, '/public/follow'];

test('every public page is small, fits a phone, says nothing to the console, and has nothing for axe', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await opened(browser, { javaScriptEnabled: true });
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('response', (answer) => answer.status() >= 400 && heard.push(`${answer.status()} ${answer.url()}`));
  for (const at of PAGES()) {
    await test.step(at, async () => {
      const fresh = await opened(browser);
      let bytes = 0;
      const session = await fresh.context().newCDPSession(fresh);
      await session.send('Network.enable');
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await fresh.goto(at, { waitUntil: 'networkidle' });
      expect(bytes, `${at} over the wire`).toBeGreaterThan(500);
      expect(bytes, `${at} over the wire`).toBeLessThan(BUDGET);
      await fresh.context().close();
      for (const size of [PC, PHONE]) {
        await page.setViewportSize(size);
        await page.goto(at);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page.locator('script')).toHaveCount(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'wider than the screen').toBeLessThanOrEqual(0);
        await axe(page);
      }
    });
  }
  expect(heard).toEqual([]);
  await page.context().close();
});

test('the other language says all of it, and comes back to the same page', async ({ browser }) => {
  const page = await opened(browser);
  await page.goto(`/public/notices/${notice}`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(new RegExp(`/public/notices/${notice}$`));
  for (const at of PAGES()) {
    await page.goto(at);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const own = await page.locator('h1, h2, label, th, dt, button:not([lang=zh-CN]), nav a, legend').allInnerTexts();
    expect(own.filter((text) => /[。，：；]|查看|提交|公示|申请|捐赠|收支/.test(text)), at).toEqual([]);
  }
  await page.context().close();
});

test('a notice prints on one sheet of A4, without the form', async ({ browser }) => {
  const page = await opened(browser, { viewport: PC });
  await page.goto(`/public/notices/${notice}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '提交异议' })).toBeHidden();
  await expect(page.locator('.seal')).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  await page.context().close();
});
