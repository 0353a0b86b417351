import { type Browser, expect, type Page, test } from '@playwright/test';
import { TODAY } from '../db/seed/shape';
import { madeCard, madeIdNumber } from '../db/testing/numbers';
import { axe } from './axe';
import { picture } from './files';
import { signedIn } from './session';

/** A case from its application through the village and the township onto the notice, and another from the end of its notice to an approval: by as many people as there are parts. */
const VILLAGE = '510823105201';
const PHOTO = picture('入户.png');
const CARD = madeCard(91);
const NEW_CARD = madeCard(92);

const as = async (browser: Browser, who: string): Promise<Page> => (await signedIn(browser, who)).newPage();
const passForm = (page: Page, name: string) => page.getByRole('form', { name });
const state = (page: Page) => page.locator('dl').first();
const history = (page: Page) => page.getByRole('region', { name: '办理经过' });

/** Fills a review in; the incomes stand there as the step before reckoned them. */
async function fill(page: Page, name: string): Promise<void> {
  const form = passForm(page, name);
  await form.getByLabel('入户日期').fill(TODAY);
  await form.getByLabel('入户照片').setInputFiles(PHOTO);
  await form.getByLabel('入户所见').fill('户主住院归来，自付三万余元，家中无其他收入。');
}

test.describe.configure({ mode: 'serial' });
let path = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await as(browser, `relief-village-${VILLAGE}`);
  await page.goto('/relief/new?household=none');
  const first = page.getByRole('group', { name: '第 1 人' });
  await first.getByLabel('姓名').fill('孙大海');
  await first.getByLabel('身份证号').fill(madeIdNumber(9_101));
  await page.getByRole('radio', { name: '因病' }).check();
  await page.getByLabel('情况说明').fill('户主二月住院手术，自付三万余元。');
  for (const [name, amount] of Object.entries({ 工资性收入: '1000', 经营性收入: '0', 财产性收入: '0', 转移性收入: '200.50', 生产经营支出: '0' })) await page.getByRole('textbox', { name, exact: true }).fill(amount);
  await page.getByLabel('佐证材料').setInputFiles(PHOTO);
  await page.getByLabel('户名').fill('孙大海');
  await page.getByLabel('开户行').fill('四川农信剑阁联社');
  await page.getByLabel('银行卡号').fill(CARD);
  await page.getByLabel('联系电话').fill('13900005678');
  await page.getByRole('button', { name: '提交申请' }).click();
  const slip = page.getByRole('region', { name: '申请已提交' });
  await expect(slip).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const no = (/JZ\d{4}-\d{4,}/.exec(await slip.innerText()) ?? [''])[0];
  await page.goto(`/relief?q=${no}`);
  path = (await page.getByRole('link', { name: no, exact: true }).getAttribute('href'))!;
  expect(path).toMatch(/^\/relief\/\d+$/);
});

test('who handed it in reviews nothing of it; the village passes it with a visit and a worksheet, and the slower of two hears who was first', async ({ browser }) => {
  const clerk = await as(browser, `relief-village-${VILLAGE}`);
  await clerk.goto(path);
  await expect(clerk.getByText('您已在这件申请的另一环节经手')).toBeVisible();
  await axe(clerk);

  const secretary = await as(browser, `secretary-${VILLAGE}`);
  const late = await secretary.context().newPage();
  for (const page of [secretary, late]) await page.goto(path);
  await expect(secretary.locator('main')).not.toContainText(CARD);
  await expect(secretary.locator('main')).not.toContainText(madeIdNumber(9_101));
  await axe(secretary);
  const form = passForm(secretary, '通过初审');
  await fill(secretary, '通过初审');
  await form.getByLabel('工资性收入').fill('1200');
  await form.getByLabel('村组干部在场').check();
  await form.getByLabel('驻村干部在场').check();
  await form.getByLabel('已向农户讲明救助政策').check();
  await form.getByRole('button', { name: '通过初审' }).click();
  await expect(form.getByText('与上一环节的核算不同，请说明原因')).toBeVisible();
  await expect(form.getByLabel('工资性收入')).toHaveValue('1200');
  await axe(secretary);
  // The photo that was chosen is sent again with what was missing.
  await form.getByLabel('差异说明').fill('漏算了正月务工二百元');
  await form.getByRole('button', { name: '通过初审' }).click();
  await expect(state(secretary)).toContainText('待乡镇复审');
  const photo = secretary.getByRole('img', { name: /入户走访的照片/ });
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  await expect(secretary.getByText('与上一环节不同').first()).toBeVisible();

  await fill(late, '通过初审');
  await late.getByRole('button', { name: '通过初审' }).click();
  await expect(passForm(late, '通过初审').getByRole('alert')).toContainText('通过了村级初审');
});

test('the township’s pass hangs the notice out; nobody approves before its days are over', async ({ browser }) => {
  const township = await as(browser, `relief-township-${VILLAGE.slice(0, 9)}`);
  await township.goto(path);
  await fill(township, '通过复审，张榜公示');
  await township.getByRole('button', { name: '通过复审，张榜公示' }).click();
  await expect(state(township)).toContainText('公示中，待区县审定');
  const notice = township.getByRole('region', { name: '张榜公示' });
  await expect(notice).toContainText(/孙\*海，¥[\d,]+\.\d{2}/);
  await expect(notice).toContainText('公示中');
  await axe(township);

  const district = await as(browser, 'relief-district');
  await district.goto(path);
  await expect(district.getByText('期满且没有未答复的异议才能审定')).toBeVisible();
  await fill(district, '审定通过，预留资金');
  await district.getByRole('button', { name: '审定通过，预留资金' }).click();
  await expect(passForm(district, '审定通过，预留资金').getByRole('alert')).toContainText('监督关未过');
  await expect(state(district)).toContainText('公示中，待区县审定');
  await axe(district);
});

test('an account is changed by one and confirmed by another, and shown in full with a reason only', async ({ browser }) => {
  const clerk = await as(browser, `relief-village-${VILLAGE}`);
  await clerk.goto(path);
  await clerk.getByText('更换收款账户').click();
  const form = clerk.getByRole('form', { name: '更换收款账户' });
  await form.getByLabel('户名（家庭成员）').selectOption({ label: '孙大海' });
  await form.getByLabel('开户行').fill('农业银行剑阁支行');
  await form.getByLabel('银行卡号').fill('6222021234567890129');
  await form.getByLabel('更换原因').fill('原卡已挂失');
  await form.getByRole('button', { name: '登记新账户' }).click();
  await expect(form.getByText('银行卡号不对')).toBeVisible();
  await form.getByLabel('银行卡号').fill(NEW_CARD);
  await form.getByRole('button', { name: '登记新账户' }).click();
  const cards = (page: Page) => page.getByRole('table', { name: '收款账户' });
  await expect(cards(clerk)).toContainText('待第二人复核');
  await expect(cards(clerk)).toContainText('已被替换');
  await expect(clerk.getByRole('button', { name: '复核无误' })).toHaveCount(0);

  const township = await as(browser, `relief-township-${VILLAGE.slice(0, 9)}`);
  await township.goto(path);
  await township.getByRole('button', { name: '复核无误' }).click();
  await expect(cards(township)).toContainText('起可拨付');

  const finance = await as(browser, 'finance');
  await finance.goto(path);
  await expect(finance.locator('main')).not.toContainText(NEW_CARD);
  await cards(finance).getByRole('row', { name: NEW_CARD.slice(-4) }).getByRole('button', { name: '查看全部' }).click();
  await finance.getByLabel('查看理由').fill('核对银行退单');
  await finance.getByRole('button', { name: '查看', exact: true }).click();
  await expect(finance.getByText(NEW_CARD)).toBeVisible();
  await axe(finance);
});

test('whoever had no part answers an objection; what hung out its days is approved, reserved, and can be taken back', async ({ browser }) => {
  test.setTimeout(120_000);
  const inspector = await as(browser, 'inspector');
  const district = await as(browser, 'relief-district');
  await district.goto('/relief?state=noticed');
  const open = await district.getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  let asked = '';
  let over = '';
  for (const each of open.filter((each) => each !== path)) {
    await district.goto(each);
    const notice = await district.getByRole('region', { name: '张榜公示' }).innerText();
    if (notice.includes('待答复')) asked ||= each;
    else if (notice.includes('公示期已满')) over ||= each;
  }
  expect([asked, over]).not.toContain('');

  await inspector.goto(asked);
  const answer = inspector.getByRole('form', { name: '答复异议' });
  await answer.getByRole('radio', { name: /不成立/ }).check();
  await answer.getByRole('textbox', { name: '答复' }).fill('入户核实，车辆为亲属所有');
  await axe(inspector);
  await answer.getByRole('button', { name: '提交答复' }).click();
  await expect(inspector.getByRole('region', { name: '张榜公示' })).toContainText('异议不成立');
  await expect(history(inspector)).toContainText('答复异议');

  await district.goto(over);
  await fill(district, '审定通过，预留资金');
  await district.getByRole('button', { name: '审定通过，预留资金' }).click();
  await expect(state(district)).toContainText('待拨付');
  await expect(district.getByRole('table', { name: '资金流水' })).toContainText('预留');
  await axe(district);
  await district.getByText('撤销审定').first().click();
  const back = district.getByRole('form', { name: '撤销审定' });
  await back.getByLabel('原因').fill('发现重复申报，撤销审定');
  await back.getByRole('button', { name: '撤销审定' }).click();
  await expect(state(district)).toContainText('不予救助');
  await expect(district.getByRole('table', { name: '资金流水' })).toContainText('释放预留');
  await expect(history(district)).toContainText('发现重复申报，撤销审定');
});

test('a case reads well on a phone and in English, and is nobody’s outside its place', async ({ browser, baseURL }) => {
  const context = await signedIn(browser, 'auditor', { viewport: { width: 390, height: 844 } });
  await context.addCookies([{ name: 'locale', value: 'en', url: baseURL! }]);
  const page = await context.newPage();
  await page.goto(path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await axe(page);
  await expect(page.getByRole('form')).toHaveCount(0);
  const outsider = await as(browser, 'township-510823106');
  expect((await outsider.goto(path))?.status()).toBe(404);
});
