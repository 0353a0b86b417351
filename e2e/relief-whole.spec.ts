import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { copyOfCounty, TEST_PASSWORD } from '../db/testing/county-template';
import { madeCard, madeIdNumber } from '../db/testing/numbers';
import { TODAY } from '../db/seed/shape';
import { axe } from './axe';
import { picture } from './files';
import { ended, healthy, killAll, type Started, startProduct } from './product';
import { signedIn } from './session';

/** One household's case from its application to a reconciled payment, through the hands of six people, while the public follows it. */
const VILLAGE = '510823105201';
const NOTICE_OVER = '2018-03-12';
const PHOTO = picture('入户.png');
const CARD = madeCard(93);
const HEAD = '周小满';

const home = mkdtempSync(path.join(tmpdir(), 'guatu-whole-'));
let product: Started;
const as = async (browser: Browser, who: string, options: BrowserContextOptions = {}): Promise<Page> =>
  (await signedIn(browser, who, { baseURL: `http://127.0.0.1:${product.port}`, ...options })).newPage();
const state = (page: Page) => page.locator('dl').first();
/** A batch's page begins with its figures. */
const batchState = (page: Page) => page.locator('dl').nth(1);

async function start(environment: Record<string, string> = {}): Promise<void> {
  product = await startProduct({ DATA_DIR: home, DEMO_PASSWORD: TEST_PASSWORD, ...environment });
  await healthy(product);
}

async function passes(page: Page, review: string, day: string): Promise<void> {
  const form = page.getByRole('form', { name: review });
  await form.getByLabel('入户日期').fill(day);
  await form.getByLabel('入户照片').setInputFiles(PHOTO);
  await form.getByLabel('入户所见').fill('户主住院归来，自付三万余元，家中无其他收入。');
  await form.getByRole('button', { name: review }).click();
}

/** What the public reads of the case, without script. */
async function follows(browser: Browser, receipt: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: `http://127.0.0.1:${product.port}`, javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage();
  await page.goto('/public/follow');
  await page.getByLabel('回执码').fill(receipt);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.locator('main')).not.toContainText(HEAD);
  return page;
}

/** The bank's answer to a payment file, as docs/bank-file.md has it: everything arrived but this one case. */
function answerTo(file: string, failed: string): Buffer {
  const [head, , ...rest] = file.trimEnd().split('\r\n').map((line) => line.split(','));
  const lines = rest.slice(0, -1).map(([no, , , amount, caseNo]) => ({ no, amount: amount!, caseNo: caseNo!, paid: caseNo !== failed }));
  const sum = (of: typeof lines) => (of.reduce((fen, { amount }) => fen + Math.round(Number(amount) * 100), 0) / 100).toFixed(2);
  const paid = lines.filter((line) => line.paid);
  return Buffer.from([
    `H,${head![1]},${createHash('sha256').update(file).digest('hex')}`, '序号,案件编号,金额,结果,原因,银行流水号',
    ...lines.map(({ no, caseNo, amount, paid: isPaid }, at) => `${no},${caseNo},${amount},${isPaid ? '成功' : '失败'},${isPaid ? '' : '户名不符'},BK2018031200${at}`),
    `T,${lines.length},${sum(lines)},${paid.length},${sum(paid)}`, '',
  ].join('\r\n'));
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  await copyOfCounty(home);
  await start();
});
test.afterAll(() => {
  killAll();
  rmSync(home, { recursive: true, force: true });
});

let no = '';
let receipt = '';
let at = '';
let batch = '';
let file = '';
let failed = '';

test('the village hands it in, another of the village and the township review it, and it hangs out', async ({ browser }) => {
  const clerk = await as(browser, `relief-village-${VILLAGE}`);
  await clerk.goto('/relief/new?household=none');
  const first = clerk.getByRole('group', { name: '第 1 人' });
  await first.getByLabel('姓名').fill(HEAD);
  await first.getByLabel('身份证号').fill(madeIdNumber(9_301));
  await clerk.getByRole('radio', { name: '因病' }).check();
  await clerk.getByLabel('情况说明').fill('户主二月住院手术，自付三万余元。');
  for (const [name, amount] of Object.entries({ 工资性收入: '1000', 经营性收入: '0', 财产性收入: '0', 转移性收入: '200.50', 生产经营支出: '0' })) await clerk.getByRole('textbox', { name, exact: true }).fill(amount);
  await clerk.getByLabel('佐证材料').setInputFiles(PHOTO);
  await clerk.getByLabel('户名').fill(HEAD);
  await clerk.getByLabel('开户行').fill('四川农信剑阁联社');
  await clerk.getByLabel('银行卡号').fill(CARD);
  await clerk.getByLabel('联系电话').fill('13900005679');
  await clerk.getByRole('button', { name: '提交申请' }).click();
  const slip = clerk.getByRole('region', { name: '申请已提交' });
  await expect(slip).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const told = await slip.innerText();
  no = /JZ\d{4}-\d{4,}/.exec(told)![0];
  receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told)![0];

  const reviewer = await as(browser, `secretary-${VILLAGE}`);
  await reviewer.goto(`/relief?q=${no}`);
  await reviewer.getByRole('link', { name: no, exact: true }).click();
  await expect(reviewer).toHaveURL(/\/relief\/\d+$/);
  at = new URL(reviewer.url()).pathname;
  await passes(reviewer, '通过初审', TODAY);
  await expect(state(reviewer)).toContainText('待乡镇复审');

  // On a line that brings no script: refused with its reason, then passed.
  const township = await as(browser, `relief-township-${VILLAGE.slice(0, 9)}`, { javaScriptEnabled: false });
  await township.goto(at);
  const form = township.getByRole('form', { name: '通过复审，张榜公示' });
  await form.getByLabel('入户日期').fill(TODAY);
  await form.getByLabel('入户所见').fill('与初审一致，户主仍在休养。');
  await form.getByRole('button', { name: '通过复审，张榜公示' }).click();
  await expect(form.getByLabel('入户照片')).toHaveAccessibleDescription(/必填/);
  await expect(form.getByLabel('入户所见')).toHaveValue('与初审一致，户主仍在休养。');
  await passes(township, '通过复审，张榜公示', TODAY);
  await expect(state(township)).toContainText('公示中，待区县审定');

  const household = await follows(browser, receipt);
  await expect(household.locator('dl')).toContainText('公示中，待区县审定');
  await expect(household.locator('dl')).toContainText('周*满');
});

test('after its seven days the district approves it, and the finance officer takes it to the bank', async ({ browser }) => {
  product.child.kill('SIGTERM');
  await ended(product);
  await start({ DEMO_TODAY: NOTICE_OVER });
  const district = await as(browser, 'relief-district');
  await district.goto(at);
  await expect(district.getByRole('region', { name: '张榜公示' })).toContainText('公示期已满');
  await passes(district, '审定通过，预留资金', NOTICE_OVER);
  await expect(state(district)).toContainText('待拨付');

  const finance = await as(browser, 'finance');
  await finance.goto('/relief/batches');
  await expect(finance.getByRole('table', { name: '待拨付' }).getByRole('row', { name: no })).toContainText('可拨付');
  await axe(finance);
  await finance.getByRole('button', { name: /把 \d+ 户 .* 生成批次/ }).click();
  await expect(finance).toHaveURL(/\/relief\/batches\/\d+$/);
  // Taken back before the bank has it, and made again.
  await finance.getByRole('textbox', { name: '作废原因' }).fill('核对收款卡后重新生成');
  await finance.getByRole('button', { name: '作废批次' }).click();
  await expect(batchState(finance)).toContainText('已作废');
  await expect(batchState(finance)).toContainText('核对收款卡后重新生成');
  await axe(finance);
  await finance.goto('/relief/batches');
  await finance.getByRole('button', { name: /把 \d+ 户 .* 生成批次/ }).click();
  await expect(finance).toHaveURL(/\/relief\/batches\/\d+$/);
  batch = new URL(finance.url()).pathname;
  await expect(batchState(finance)).toContainText('已生成，待送银行');
  await axe(finance);
  const download = finance.waitForEvent('download');
  await finance.getByRole('button', { name: '取银行文件' }).click();
  const taken = await download;
  expect(taken.suggestedFilename()).toMatch(/^PC20180312-\d\d\.csv$/);
  file = readFileSync(await taken.path(), 'utf8');
  // The page tells the new state by itself.
  await expect(batchState(finance)).toContainText('已送银行，待回盘');
  await expect(finance.getByRole('status').filter({ hasText: '银行文件已下载' })).toBeVisible();
  const lines = file.split('\r\n');
  expect(lines[0]).toMatch(/^H,PC20180312-\d\d,2018-03-12,\d+,\d+\.\d{2}$/);
  expect(lines[1]).toBe('序号,户名,卡号,金额,案件编号');
  expect(lines.find((line) => line.endsWith(no))).toMatch(new RegExp(`^\\d+,${HEAD},${CARD},\\d+\\.\\d{2},${no}$`));
  expect(lines.at(-2)).toMatch(/^T,\d+,\d+\.\d{2},[0-9a-f]{64}$/);
  await expect(batchState(finance)).toContainText(createHash('sha256').update(file).digest('hex'));
  await expect(finance.locator('main')).not.toContainText(CARD);
  failed = lines.slice(2, -2).map((line) => line.split(',')[4]!).find((each) => each !== no)!;
  expect(failed).toMatch(/^JZ/);
});

test('the bank’s answer is reconciled row by row, closed by the second officer, and the household reads that it was paid', async ({ browser }) => {
  const result = { name: '回盘.csv', mimeType: 'text/csv', buffer: answerTo(file, failed) };
  // On a line that brings no script, with a word that the layout has not.
  const plain = await as(browser, 'finance', { javaScriptEnabled: false });
  await plain.goto(batch);
  await plain.locator('input[type=file]').setInputFiles({ ...result, buffer: Buffer.from(result.buffer.toString().replace('成功', '到账')) });
  await plain.getByRole('button', { name: '导入回盘文件' }).click();
  await expect(plain.locator('input[type=file]')).toHaveAccessibleDescription(/第 \d+ 行/);
  await expect(batchState(plain)).toContainText('已送银行，待回盘');

  const finance = await as(browser, 'finance');
  await finance.goto(batch);
  await expect(finance.getByText('谁导入回盘文件，谁就不能给这个批次结账')).toBeVisible();
  await axe(finance);
  await finance.locator('input[type=file]').setInputFiles(result);
  await finance.getByRole('button', { name: '导入回盘文件' }).click();
  await expect(batchState(finance)).toContainText('已对账，待结账');
  await expect(finance.getByText('回盘文件已入账。')).toBeVisible();
  const rows = finance.getByRole('table', { name: '逐行对账' });
  await expect(rows.getByRole('row', { name: no })).toContainText('已到账');
  await expect(rows.getByRole('row', { name: failed })).toContainText('户名不符');
  await expect(rows.getByText('已退回')).toHaveCount(1);
  await expect(finance.getByText('您经手过这个批次，或其中有您申报的亲属，须由另一名财务结账。')).toBeVisible();
  await axe(finance);

  const second = await as(browser, 'finance-2');
  await second.goto(batch);
  await axe(second);
  await second.getByRole('button', { name: '结账' }).click();
  await expect(batchState(second)).toContainText('已结账');
  await second.goto('/relief/batches');
  await expect(second.getByRole('table', { name: '银行退回' }).getByRole('row', { name: failed })).toContainText('户名不符');
  await axe(second);
  await second.getByRole('link', { name: failed, exact: true }).click();
  await expect(state(second)).toContainText('拨付失败');
  await expect(second.getByRole('table', { name: '资金流水' })).toContainText('退回');
  await axe(second);
  await second.goto(at);
  await expect(state(second)).toContainText('已拨付');

  const household = await follows(browser, receipt);
  await expect(household.locator('dl')).toContainText('已拨付');
  await expect(household.locator('ol')).toContainText('打卡到账');
});

test('a payment that the bank sends back later is entered by one officer and confirmed by the other; the household reads that its money is kept', async ({ browser }) => {
  const finance = await as(browser, 'finance');
  await finance.goto(batch);
  const row = (page: Page) => page.getByRole('table', { name: '逐行对账' }).getByRole('row', { name: no });
  await row(finance).getByRole('link', { name: /登记退汇/ }).click();
  await finance.getByRole('textbox', { name: '退汇流水号' }).fill('TH20180312');
  await finance.getByLabel('退汇日期').fill(NOTICE_OVER);
  await finance.getByRole('textbox', { name: '退汇原因' }).fill('收款户已注销');
  await axe(finance);
  await finance.getByRole('button', { name: '登记退汇' }).click();
  await expect(row(finance)).toContainText('退汇待复核');
  await expect(finance.getByRole('button', { name: '复核退汇' })).toHaveCount(0);

  const second = await as(browser, 'finance-2');
  await second.goto(batch);
  await row(second).getByRole('link', { name: /复核退汇/ }).click();
  await expect(second.getByRole('region', { name: /复核退汇/ })).toContainText('TH20180312');
  await axe(second);
  await second.getByRole('button', { name: '复核退汇' }).click();
  await expect(row(second)).toContainText('已退汇');
  await second.goto(at);
  await expect(state(second)).toContainText('拨付失败');
  await expect((await follows(browser, receipt)).locator('dl')).toContainText('拨付失败');
});
