import { type Browser, expect, type Page, test } from '@playwright/test';
import { signedIn } from './session';

/** A gap of 2018 is mended: the office splits anew, both sides sign, the tree adds up. */
const TOWNSHIP = '510823105';
const TARGET = '贫困户按“一超六有”标准脱贫';

const as = async (browser: Browser, who: string, options = {}): Promise<Page> => (await signedIn(browser, who, options)).newPage();
const row = (page: Page, section: string, text: string) => page.getByRole('region', { name: section }).getByRole('row').filter({ hasText: text });

test.describe.configure({ mode: 'serial' });

test('the tree names the gap; every figure of a letter opens its rows', async ({ browser }) => {
  const page = await as(browser, 'leader');
  await page.goto('/letters?year=2018');
  await expect(row(page, '分解不平衡', TARGET)).toContainText('缺口 12 户');
  await expect(page.getByRole('region', { name: '分解不平衡' }).getByRole('row')).toHaveCount(6);
  await page.goto('/letters?year=2017');
  await expect(page.getByText('各级目标分解一致')).toBeVisible();
  await page.getByRole('link', { name: `展开：${TARGET}` }).click();
  await page.getByRole('region', { name: `${TARGET}的分解` }).getByRole('link', { name: '武连镇脱贫攻坚指挥部' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2017年脱贫攻坚目标责任书');
  await row(page, '进度', TARGET).getByRole('link').click();
  await expect(page).toHaveURL(/\/indicators\/poverty\.households_lifted\?division=510823105&month=2017-12/);
});

test('whoever opens the page sees their own letters first, measured; a cadre without letters is told what will stand there', async ({ browser }) => {
  const secretary = await as(browser, 'secretary-510823105201');
  await secretary.goto('/letters?year=2018');
  const list = secretary.getByRole('region', { name: '责任书' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await expect(list.getByText('无数据')).toHaveCount(0);
  await expect(secretary.getByRole('region', { name: '目标树' })).toHaveCount(0);
  const cadre = await as(browser, 'cadre-00001');
  await cadre.goto('/letters?year=2018');
  await expect(cadre.getByText('2018年度没有您的责任书')).toBeVisible();
  await expect(cadre.getByText('先下达县级目标')).toHaveCount(0);
});

test('the office splits by poor households and amends the township\'s letter, the township signs, the tree adds up', async ({ browser }) => {
  test.setTimeout(120_000);
  const office = await as(browser, 'office');
  await office.goto('/letters?year=2018');
  await office.getByRole('link', { name: `重新分解 ${TARGET}` }).click();
  await expect(office.locator('output[name=gap]')).toHaveText('12');
  await office.getByRole('combobox', { name: '按什么分' }).selectOption({ label: '未脱贫户数' });
  await office.getByRole('checkbox', { name: '重新分配 武连镇脱贫攻坚指挥部' }).check();
  await office.getByRole('button', { name: '按权重分配' }).click();
  await expect(office.locator('output[name=gap]')).toHaveText('0');
  const value = office.getByRole('textbox', { name: '新值 武连镇脱贫攻坚指挥部' });
  const given = Number(await value.inputValue());
  await value.fill(String(given - 1));
  await expect(office.locator('output[name=gap]')).toHaveText('1');
  await office.getByRole('textbox', { name: '变更原因' }).fill('补足武连镇脱贫任务缺口');
  await office.getByRole('button', { name: '保存为条款草稿' }).click();
  await expect(office.getByText('与目标还差 1。确要保存，请勾选此项。')).toBeVisible();
  await expect(value).toHaveValue(String(given - 1));
  await value.fill(String(given));
  await office.getByRole('button', { name: '保存为条款草稿' }).click();
  await expect(office.getByText('已保存到各责任书草稿')).toBeVisible();
  await office.getByRole('rowheader', { name: '武连镇' }).getByRole('link').click();
  await expect(office.getByText('第 1 版 → 第 2 版')).toBeVisible();
  await office.getByRole('button', { name: '送双方签署' }).click();
  await office.getByRole('button', { name: '签署责任书' }).click();
  await expect(office.getByRole('button', { name: '签署责任书' })).toHaveCount(0);

  const township = await as(browser, `township-${TOWNSHIP}`);
  await township.goto('/');
  await township.getByRole('link', { name: /签署2018年目标责任书/ }).click();
  await township.getByRole('button', { name: '签署责任书' }).click();
  await expect(township.getByRole('region', { name: '版次' }).getByText('已签署')).toBeVisible();

  await office.goto('/letters?year=2018');
  await expect(row(office, '分解不平衡', TARGET)).toHaveCount(0);
  await expect(row(office, '目标树', TARGET)).toContainText('一致');
});

test('without script the split answers with the gap and keeps what was typed', async ({ browser }) => {
  const page = await as(browser, 'office', { javaScriptEnabled: false });
  await page.goto('/letters?year=2018');
  await page.getByRole('link', { name: /^重新分解 建设户办小庭园/ }).click();
  const value = page.getByRole('textbox', { name: '新值 武连镇脱贫攻坚指挥部' });
  const before = Number(await value.inputValue());
  await value.fill(String(before + 7));
  await page.getByRole('textbox', { name: '变更原因' }).fill('无脚本也能分解');
  await page.getByRole('button', { name: '保存为条款草稿' }).click();
  await expect(page.getByText(/与目标还差/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: '新值 武连镇脱贫攻坚指挥部' })).toHaveValue(String(before + 7));
});

test('a letter prints on A4 as a document', async ({ browser }) => {
  const page = await as(browser, 'leader');
  await page.goto('/letters?year=2018&kind=township');
  await page.getByRole('region', { name: '责任书' }).getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('签署文本 SHA-256')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('region', { name: '进度' })).toHaveCount(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
});

test('the next year begins with a target, a letter and its clause', async ({ browser }) => {
  const page = await as(browser, 'office');
  await page.goto('/letters/targets?year=2019');
  const form = page.getByRole('form', { name: '下达或修改目标' });
  await form.getByRole('textbox', { name: '任务' }).fill('剩余贫困户脱贫');
  await form.getByRole('textbox', { name: '目标值' }).fill('4000');
  await form.getByRole('textbox', { name: '完成月份' }).fill('2018-12');
  await form.getByRole('button', { name: '保存目标' }).click();
  await expect(form.getByText('须在责任书的年度之内。')).toBeVisible();
  await form.getByRole('textbox', { name: '完成月份' }).fill('2019-12');
  await form.getByRole('button', { name: '保存目标' }).click();
  await expect(page.getByRole('cell', { name: '不低于 4,000 户' })).toBeVisible();
  await page.goto('/letters?year=2019&kind=township');
  await page.getByRole('combobox', { name: '责任单位' }).selectOption({ label: '武连镇脱贫攻坚指挥部' });
  await page.getByRole('button', { name: '起草', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2019年脱贫攻坚目标责任书');
  const clause = page.getByRole('form', { name: '新增条款' });
  await clause.getByRole('textbox', { name: '任务' }).fill('剩余贫困户脱贫');
  await clause.getByRole('textbox', { name: '目标值' }).fill('80');
  await clause.getByRole('combobox', { name: '上级目标' }).selectOption({ index: 1 });
  await clause.getByRole('button', { name: '新增条款' }).click();
  await expect(page.getByRole('form', { name: '第 1 条' })).toBeVisible();
});
