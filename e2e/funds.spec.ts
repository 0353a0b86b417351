import { expect, test } from '@playwright/test';
import { axe } from './axe';
import { signedIn } from './session';

/** The finance officer books a donation, prints its receipt and sees the fund grow by it. */
test('a donation, its receipt, and the fund after it', async ({ browser }) => {
  const page = await (await signedIn(browser, 'finance')).newPage();
  const available = page.locator('dl').filter({ hasText: '可用' }).first();
  await page.goto('/funds?view=keep');
  const before = await available.innerText();
  await axe(page);
  const form = page.getByRole('form', { name: '登记捐款' });
  await form.getByLabel('捐款人').fill('剑门关酒店');
  await form.getByLabel('类别').selectOption('enterprise');
  await form.getByLabel('金额').fill('1,234.56');
  await form.getByRole('button', { name: '记账' }).dblclick();
  await expect(page).toHaveURL(/\/funds\/donations\/\d+$/);
  await expect(page.getByRole('row', { name: /剑门关酒店/ })).toBeVisible();
  await expect(page.getByRole('row', { name: '大写 壹仟贰佰叁拾肆元伍角陆分' })).toBeVisible();
  await axe(page);
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.goto('/funds?view=donations');
  await expect(page.getByRole('row', { name: /剑门关酒店/ })).toHaveCount(1);
  await page.goto('/funds');
  await expect(available).not.toHaveText(before);
  await axe(page);
});

test('an anonymous gift leaves no name; a mistake is taken back once', async ({ browser }) => {
  const page = await (await signedIn(browser, 'finance')).newPage();
  await page.goto('/funds?view=keep');
  const form = page.getByRole('form', { name: '登记捐款' });
  await form.getByLabel('捐款人').fill('不愿留名的老同志');
  await form.getByLabel('匿名捐款').check();
  await form.getByLabel('金额').fill('88');
  await form.getByRole('button', { name: '记账' }).click();
  await expect(page).toHaveURL(/\/funds\/donations\/\d+$/);
  await expect(page.locator('article')).toContainText('匿名');
  await expect(page.locator('body')).not.toContainText('不愿留名的老同志');

  await page.goto('/funds?view=ledger');
  await page.getByRole('row').filter({ hasText: '88.00' }).getByRole('link', { name: /冲销/ }).first().click();
  const back = page.getByRole('form', { name: /冲销第/ });
  await back.getByLabel('冲销原因').fill('重复登记，冲回');
  await back.getByRole('button', { name: '冲销' }).click();
  await expect(page.getByRole('row').filter({ hasText: '重复登记，冲回' })).toBeVisible();
  await axe(page);
});

test('the batches’ page says what waits, and who may not see the fund finds nothing', async ({ browser }) => {
  const finance = await (await signedIn(browser, 'finance')).newPage();
  await finance.goto('/relief/batches');
  await expect(finance.getByRole('heading', { name: '待拨付' })).toBeVisible();
  await axe(finance);
  const cadre = await (await signedIn(browser, 'cadre-00001')).newPage();
  for (const path of ['/funds', '/relief/batches', '/funds/donations/1']) expect((await cadre.goto(path))?.status()).toBe(404);
});
