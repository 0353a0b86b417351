import { type Browser, expect, type Page, test } from '@playwright/test';
import { madeCard, madeIdNumber } from '../db/testing/numbers';
import { axe } from './axe';
import { picture } from './files';
import { signedIn } from './session';

/** The village clerk hands applications in: for a household of the registry, for one that is in none, and takes one back. */
const CLERK = 'relief-village-510823105201';
const PHOTO = picture('结算单.png');

/** As large as a scan of several pages. */
const pdf = (mebibytes: number) => ({ name: '病历.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(mebibytes * 1024 * 1024, 'x'), Buffer.from('\n%%EOF')]) });

const as = async (browser: Browser, who: string, options = {}): Promise<Page> => (await signedIn(browser, who, options)).newPage();
const amounts = { 工资性收入: '1,000', 经营性收入: '0', 财产性收入: '0', 转移性收入: '200.50', 生产经营支出: '0' };
const income = async (page: Page, changed: Partial<typeof amounts> = {}) => {
  for (const [name, amount] of Object.entries({ ...amounts, ...changed })) await page.getByRole('textbox', { name, exact: true }).fill(amount);
};
const tell = async (page: Page, cause = '因病') => {
  await page.getByRole('radio', { name: cause }).check();
  await page.getByLabel('情况说明').fill('户主二月住院手术，自付三万余元。');
};
const finding = (page: Page, rule: string) => page.getByRole('table', { name: '是否符合条件' }).getByRole('row', { name: rule });
const receiptOf = async (page: Page) => {
  await expect(page.getByText('申请已提交')).toBeVisible();
  const slip = page.getByRole('region', { name: '申请已提交' });
  await expect(slip).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  return (/JZ\d{4}-\d{4,}/.exec(await slip.innerText()) ?? [''])[0];
};

/** Somebody of another village's registered household in the demonstration county. */
const REGISTERED = '519999196905010016';

/** An exited household of the clerk's village: its page in the form. */
async function exited(page: Page): Promise<string> {
  await page.goto('/households?state=exited');
  const link = page.getByRole('rowheader').getByRole('link').first();
  return /\/households\/(\d+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
}

test.describe.configure({ mode: 'serial' });

test('for a registered household: found by its head, judged while it is filled in, handed in with its receipt', async ({ browser }) => {
  const page = await as(browser, CLERK);
  const id = await exited(page);
  await page.goto(`/households/${id}`);
  const head = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto('/relief');
  await page.getByRole('link', { name: '代农户申请' }).click();
  await page.getByLabel('按姓名或户编号').fill(head);
  await page.getByRole('button', { name: '查找' }).first().click();
  await page.getByRole('region', { name: '找到的户' }).locator(`a[href$="household=${id}"]`).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(head);
  await axe(page);

  await tell(page);
  await income(page, { 工资性收入: '9,000,000' });
  await expect(finding(page, '人均纯收入')).toContainText('稳定脱贫户');
  await expect(finding(page, '返贫原因')).toContainText('没有佐证材料');
  await expect(page.getByText('按所填内容，不符合救助条件')).toBeVisible();
  await income(page);
  await page.getByLabel('佐证材料').setInputFiles(PHOTO);
  await expect(finding(page, '返贫原因')).toContainText('有佐证材料');
  await expect(page.getByText('按所填内容，符合救助条件')).toBeVisible();
  await expect(page.locator('[data-kind=amount]')).toHaveText(/¥[\d,]+\.\d{2}/);
  await axe(page);

  const card = page.getByLabel('银行卡号');
  await page.getByLabel('开户行').fill('四川农信剑阁联社');
  await card.fill('6228 4800 0000 0000 001');
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('银行卡号不对')).toBeVisible();
  await expect(card).toBeFocused();
  await expect(card).toHaveValue('6228 4800 0000 0000 001');
  await expect(page.getByLabel('情况说明')).toHaveValue('户主二月住院手术，自付三万余元。');
  await expect(page.getByLabel('转移性收入')).toHaveValue('200.50');
  await card.fill(madeCard(77));
  // The chosen file is still there: nothing else was asked for.
  await page.getByRole('button', { name: '提交申请' }).click();
  const no = await receiptOf(page);
  await axe(page);
  await page.getByRole('link', { name: '回到申请列表' }).click();
  await expect(page.getByRole('row', { name: no })).toContainText('待村级初审');
  await expect(page.getByRole('row', { name: no })).toContainText('还有 4 天');

  await page.goto(`/relief/new?household=${id}`);
  await tell(page);
  await expect(finding(page, '不重复救助')).toContainText('已有申请');
});

test('for a household that is in no registry: a bad ID number and a member of another household are told in their place', async ({ browser }) => {
  const page = await as(browser, CLERK);
  await page.goto('/relief/new');
  await page.getByRole('link', { name: '未建档农业户' }).click();
  const row = (no: number) => page.getByRole('group', { name: `第 ${no} 人` });
  await row(1).getByLabel('姓名').fill('赵大山');
  await row(1).getByLabel('身份证号').fill('510823198001011234');
  await row(2).getByLabel('姓名').fill('赵秀英');
  await row(2).getByLabel('与户主关系').selectOption({ label: '配偶' });
  await row(2).getByLabel('身份证号').fill(madeIdNumber(9_002));
  await tell(page, '因灾');
  await page.getByLabel('佐证材料').setInputFiles(PHOTO);
  await income(page);
  await page.getByLabel('户名').fill('赵秀英');
  await page.getByLabel('开户行').fill('四川农信剑阁联社');
  await page.getByLabel('银行卡号').fill(madeCard(78));
  await page.getByLabel('联系电话').fill('13900001234');
  await axe(page);
  await page.getByLabel('佐证材料').setInputFiles([PHOTO, pdf(6)]);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('佐证材料合计超过 5 MB')).toBeVisible();
  await page.getByLabel('佐证材料').setInputFiles([PHOTO, pdf(4)]);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(row(1).getByText('身份证号不对')).toBeVisible();
  await expect(row(1).getByLabel('身份证号')).toBeFocused();
  await expect(row(2).getByLabel('身份证号')).toHaveValue(madeIdNumber(9_002));
  await expect(row(2).getByLabel('与户主关系')).toHaveValue('spouse');
  await axe(page);
  await row(1).getByLabel('身份证号').fill(REGISTERED);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(row(1).getByText('此人在外村的建档立卡户中')).toBeVisible();
  await row(1).getByLabel('身份证号').fill(madeIdNumber(9_001));
  await page.getByRole('button', { name: '提交申请' }).click();
  const no = await receiptOf(page);

  await page.goto('/relief');
  await page.getByRole('link', { name: `办理 ${no}` }).click();
  await expect(page.getByRole('link', { name: '结算单.png' })).toBeVisible();
  await expect(page.getByRole('link', { name: '病历.pdf' })).toBeVisible();
  await page.getByLabel('补传一份').setInputFiles({ ...PHOTO, name: '灾情.png' });
  await expect(page.getByRole('link', { name: '灾情.png' })).toBeVisible();
  await axe(page);
  await page.getByLabel('撤回原因').fill('农户改为申请临时救助');
  await page.getByRole('button', { name: '撤回申请' }).click();
  await expect(page.getByText('申请已撤回。')).toBeVisible();
  await expect(page.getByRole('row', { name: no })).toContainText('已撤回');
});

test('without script it is refused and handed in all the same, and keeps what was typed', async ({ browser }) => {
  const page = await as(browser, CLERK, { javaScriptEnabled: false });
  await page.goto('/relief/new?household=none');
  const row = (no: number) => page.getByRole('group', { name: `第 ${no} 人` });
  await row(1).getByLabel('姓名').fill('钱二');
  await row(1).getByLabel('身份证号').fill('510823198001011234');
  await tell(page);
  await income(page);
  await page.getByLabel('户名').fill('钱二');
  await page.getByLabel('开户行').fill('四川农信');
  await page.getByLabel('银行卡号').fill(madeCard(79));
  await page.getByLabel('佐证材料').setInputFiles(PHOTO);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(row(1).getByText('身份证号不对')).toBeVisible();
  await expect(page.getByLabel('情况说明')).toHaveValue('户主二月住院手术，自付三万余元。');
  await row(1).getByLabel('身份证号').fill(madeIdNumber(9_010));
  await page.getByLabel('佐证材料').setInputFiles(PHOTO);
  await page.getByRole('button', { name: '提交申请' }).click();
  await receiptOf(page);
});

test('relatives are declared, and a number is not shown again', async ({ browser }) => {
  const page = await as(browser, CLERK);
  await page.goto('/account/relatives');
  await page.getByLabel('姓名').fill('张秀英');
  await page.getByLabel('关系').selectOption({ label: '配偶' });
  await page.getByLabel('身份证号').fill(madeIdNumber(9_020));
  await page.getByRole('button', { name: '申报' }).click();
  await expect(page.getByRole('row', { name: '配偶' })).toContainText('张秀英');
  await expect(page.locator('main')).not.toContainText(madeIdNumber(9_020));
  await axe(page);
});
