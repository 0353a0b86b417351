import { type Browser, expect, type Page, test } from '@playwright/test';
import { TODAY } from '../db/seed/shape';
import { madeCard, madeIdNumber } from '../db/testing/numbers';
import { axe } from './axe';
import { picture } from './files';
import { signedIn } from './session';

/** What a household sent in from the public side is completed by the village; what a review sent back is mended and handed in again. */
const VILLAGE = '510823105201';
const PHOTO = picture('结算单.png');
const HEAD = '吴远山';
const WHY = '缺住院结算单，请补传后再交';

const as = async (browser: Browser, who: string, options = {}): Promise<Page> => (await signedIn(browser, who, options)).newPage();

async function follows(browser: Browser, receipt: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage();
  await page.goto('/public/follow');
  await page.getByLabel('回执码').fill(receipt);
  await page.getByRole('button', { name: '查询' }).click();
  return page;
}

test.describe.configure({ mode: 'serial' });
let no = '';
let receipt = '';

test('a household applies for itself, and the village completes what is missing', async ({ browser }) => {
  const household = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await household.goto(`/public/apply?township=${VILLAGE.slice(0, 9)}`);
  await household.getByLabel('所在村').selectOption(VILLAGE);
  await household.getByLabel('户主姓名').fill(HEAD);
  await household.getByLabel('户主身份证号').fill(madeIdNumber(9_401));
  await household.getByLabel('联系电话').fill('13900004321');
  await household.getByLabel('原因').selectOption('illness');
  await household.getByLabel('情况说明').fill('家里老人住院，自己付了四万多元，今年收入不够。');
  await household.getByRole('button', { name: '提交申请' }).click();
  receipt = (await household.locator('.receipt').innerText()).trim();
  no = /JZ\d{4}-\d{4,}/.exec(await household.locator('main').innerText())![0];

  const clerk = await as(browser, `relief-village-${VILLAGE}`);
  await clerk.goto('/relief?state=received');
  await clerk.getByRole('link', { name: `办理 ${no}` }).click();
  await expect(clerk).toHaveTitle(/救助申请/);
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(`办理申请 ${no}`);
  await axe(clerk);
  await clerk.getByRole('link', { name: '未建档农业户' }).click();
  await expect(clerk.getByRole('region', { name: '农户网上提交的内容' })).toContainText('家里老人住院');
  await expect(clerk.getByLabel('情况说明')).toHaveValue('家里老人住院，自己付了四万多元，今年收入不够。');
  const first = clerk.getByRole('group', { name: '第 1 人' });
  await expect(first.getByLabel('姓名')).toHaveValue(HEAD);
  await first.getByLabel('身份证号').fill(madeIdNumber(9_401));
  for (const [name, amount] of Object.entries({ 工资性收入: '1000', 经营性收入: '0', 财产性收入: '0', 转移性收入: '0', 生产经营支出: '0' })) await clerk.getByRole('textbox', { name, exact: true }).fill(amount);
  await clerk.getByLabel('佐证材料', { exact: true }).setInputFiles(PHOTO);
  await expect(clerk.getByLabel('户名')).toHaveValue(HEAD);
  await clerk.getByLabel('开户行').fill('四川农信剑阁联社');
  await clerk.getByLabel('银行卡号').fill(madeCard(94));
  await clerk.getByLabel('联系电话').fill('13900004321');
  await axe(clerk);
  await clerk.getByRole('button', { name: '补录完毕，提交' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已补录并提交，待村级初审。' })).toBeVisible();
  await expect(clerk.getByRole('row', { name: no })).toContainText('待村级初审');
  await expect((await follows(browser, receipt)).locator('dl')).toContainText('待村级初审');
});

test('the review sends it back, the household reads why, the village mends it and hands it in again', async ({ browser }) => {
  const reviewer = await as(browser, `secretary-${VILLAGE}`);
  await reviewer.goto(`/relief?q=${no}`);
  await reviewer.getByRole('link', { name: no, exact: true }).click();
  await reviewer.getByText('退回或不予救助').click();
  const back = reviewer.getByRole('form', { name: '退回补正' });
  await back.getByLabel('原因').fill(WHY);
  await back.getByRole('button', { name: '退回补正' }).click();
  await expect(reviewer.locator('dl').first()).toContainText('已退回补正');
  const household = await follows(browser, receipt);
  await expect(household.locator('dl')).toContainText('已退回补正');
  await expect(household.locator('ol')).toContainText(WHY);

  const clerk = await as(browser, `relief-village-${VILLAGE}`, { viewport: { width: 390, height: 844 } });
  await clerk.goto('/relief?state=returned');
  await clerk.getByRole('link', { name: `办理 ${no}` }).click();
  await expect(clerk.getByRole('status').filter({ hasText: WHY })).toBeVisible();
  await expect(clerk.getByRole('textbox', { name: '工资性收入', exact: true })).toHaveValue(/^1,?000/);
  await clerk.getByLabel('佐证材料', { exact: true }).setInputFiles({ ...PHOTO, name: '住院结算单.png' });
  await clerk.getByRole('textbox', { name: '转移性收入', exact: true }).fill('260.40');
  await axe(clerk);
  await clerk.getByRole('button', { name: '重新提交' }).click();
  const note = clerk.getByRole('textbox', { name: '补正说明' });
  await expect(note).toBeFocused();
  await note.fill('补传住院结算单，补记低保金');
  await clerk.getByRole('button', { name: '重新提交' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已重新提交，待村级初审。' })).toBeVisible();

  await reviewer.reload();
  await expect(reviewer.locator('dl').first()).toContainText('待村级初审');
  await expect(reviewer.getByRole('region', { name: '办理经过' })).toContainText('补正后重新提交');
  await expect(reviewer.getByRole('link', { name: '住院结算单.png' })).toBeVisible();
  // The reviewer takes up what the mended worksheet says.
  const form = reviewer.getByRole('form', { name: '通过初审' });
  await expect(form.getByLabel('转移性收入')).toHaveValue('260.4');
  await form.getByLabel('入户日期').fill(TODAY);
  await form.getByLabel('入户照片').setInputFiles(PHOTO);
  await form.getByLabel('入户所见').fill('材料已补齐，情况属实。');
  await form.getByRole('button', { name: '通过初审' }).click();
  await expect(reviewer.locator('dl').first()).toContainText('待乡镇复审');
});

test('how long the steps took stands by month against their limits, and opens to the cases', async ({ browser }) => {
  const page = await as(browser, 'auditor');
  await page.goto('/relief');
  await page.getByRole('link', { name: '办理用时' }).click();
  await expect(page).toHaveTitle(/办理用时/);
  await axe(page);
  const row = page.getByRole('table', { name: '按月、按环节' }).getByRole('row', { name: /村级初审/ }).first();
  const count = Number((await row.getByRole('cell').nth(1).innerText()).trim());
  expect(count).toBeGreaterThan(0);
  await row.getByRole('link', { name: /村级初审逐件/ }).click();
  const rows = page.getByRole('table', { name: /办结的村级初审/ });
  await expect(rows.locator('tbody tr')).toHaveCount(count);
  await axe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await rows.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/relief\/\d+$/);
});
