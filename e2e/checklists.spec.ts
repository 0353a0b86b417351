import { expect, type Locator, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { answerAll } from './checklist';
import { signedIn, signIn } from './session';

/** The first full loop of a monthly checklist. Each journey has a filer of its own: they do not wait for each other. */
const MONTH = '2018年2月';

async function openMine(page: Page): Promise<string> {
  await page.goto('/checklists');
  const row = page.getByRole('row').filter({ hasText: MONTH }).filter({ has: page.getByRole('link', { name: '填报' }) }).first();
  await row.getByRole('link', { name: '填报' }).click();
  await expect(page.getByRole('button', { name: '提交清单' })).toBeVisible();
  return new URL(page.url()).pathname;
}

const state = (page: Page, word: string): Locator => page.getByRole('definition').filter({ hasText: word }).first();

test('post-01 files February, the office verifies it, and the wall in another browser moves by itself', async ({ browser }) => {
  const filer = await (await signedIn(browser, 'post-01')).newPage();
  const leader = await (await signedIn(browser, 'leader')).newPage();
  await leader.goto('/command?view=checklists');
  await expect(leader.locator('[data-live=live]')).toBeVisible();
  const path = await openMine(filer);
  const light = leader.getByRole('region', { name: '按战线' }).getByRole('listitem').filter({ has: leader.locator(`a[href="${path}"]`) });
  await expect(light).toHaveAttribute('title', /未报$/);
  await axe(filer);
  await answerAll(filer);
  await filer.getByRole('button', { name: '提交清单' }).dblclick();
  await expect(state(filer, '待复验')).toBeVisible();
  await expect(filer.getByRole('listitem').filter({ hasText: '提交' })).toHaveCount(1);
  await expect(light).toHaveAttribute('title', /按时$/);

  await filer.goBack();
  await filer.goForward();
  await expect(state(filer, '待复验')).toBeVisible();

  const office = await (await signedIn(browser, 'office')).newPage();
  await office.goto('/checklists/review');
  await axe(office);
  await office.getByRole('link', { name: '可一并核定' }).click();
  const boxes = office.locator('input[name=pick]');
  const first = office.locator(`input[name=pick][value="${await boxes.first().getAttribute('value')}"]`);
  for (const box of await boxes.all()) await box.uncheck();
  await office.getByRole('button', { name: '核定所勾选的清单' }).click();
  await expect(office.getByRole('alert').filter({ hasText: '有内容需要更正' })).toBeVisible();
  await expect(first, 'an answer ticks nothing again').not.toBeChecked();
  await office.goto(path);
  await axe(office);
  await office.getByRole('button', { name: '核定', exact: true }).click();
  await office.waitForURL(/\/checklists\/review/);
  await filer.reload();
  await expect(state(filer, '已核定')).toBeVisible();
  await axe(filer);
});

/** Goes on with Tab alone until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('150 times Tab did not lead there');
}

async function pressOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

test('with the keyboard alone: find, file, send back, file again, verify', async ({ browser }) => {
  const filer = await (await signedIn(browser, 'post-02')).newPage();
  await filer.goto('/checklists');
  await pressOn(filer, filer.getByRole('row').filter({ hasText: MONTH }).getByRole('link', { name: '填报' }).first());
  const submit = filer.getByRole('button', { name: '提交清单' });
  await expect(submit).toBeVisible();
  const path = new URL(filer.url()).pathname;
  for (const entry of await filer.locator('[data-entry]').all()) {
    const nothing = entry.locator('input[value=nothing]');
    if ((await nothing.count()) === 0 || (await entry.locator('input[value=recorded]').count()) > 0) continue;
    await tabTo(filer, entry.locator('input[type=radio]').first());
    await filer.keyboard.press('ArrowRight');
    if (!(await nothing.isChecked())) await filer.keyboard.press('ArrowRight');
    await expect(nothing).toBeChecked();
  }
  await pressOn(filer, submit);
  await expect(state(filer, '待复验')).toBeVisible();

  const office = await (await signedIn(browser, 'office-2')).newPage();
  await office.goto(path);
  await tabTo(office, office.locator('[data-entry] input[type=radio]:checked').first());
  await office.keyboard.press('3');
  await expect(office.locator('[data-entry] input[value=unsupported]').first()).toBeChecked();
  await office.keyboard.press('j');
  await office.keyboard.press('2');
  await pressOn(office, office.getByRole('button', { name: '退回' }));
  await expect(office.getByText('请写明原因')).toBeVisible();
  await expect(office.locator('#reason')).toBeFocused();
  await office.keyboard.type('第一项请补佐证材料');
  await pressOn(office, office.getByRole('button', { name: '退回' }));
  await office.waitForURL(/\/checklists\/review/);

  await filer.reload();
  await expect(filer.getByText('第一项请补佐证材料').first()).toBeVisible();
  await pressOn(filer, submit);
  await expect(state(filer, '待复验')).toBeVisible();
  await office.goto(path);
  await pressOn(office, office.getByRole('button', { name: '核定', exact: true }));
  await office.waitForURL(/\/checklists\/review/);
});

test('the back button: what was typed is still there, the list tells what was filed, and nothing is filed twice', async ({ browser }) => {
  const page = await (await signedIn(browser, 'post-13')).newPage();
  await openMine(page);
  const text = page.locator('textarea[name$=".text"]').first();
  await page.locator('[data-entry]').filter({ has: page.locator('textarea[name$=".text"]') }).first().locator('input[value=given]').check();
  await text.fill('写到一半按了后退。');
  await expect(page.getByRole('status')).toHaveText(/暂存在本机/);
  await page.goBack();
  await expect(page).toHaveURL(/\/checklists$/);
  await page.goForward();
  await page.getByRole('button', { name: '恢复到表中' }).click();
  await expect(text).toHaveValue('写到一半按了后退。');

  await answerAll(page);
  await page.getByRole('button', { name: '提交清单' }).click();
  await expect(state(page, '待复验')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/checklists$/);
  const row = page.getByRole('row').filter({ hasText: MONTH }).first();
  await expect(row).toContainText('待复验');
  await expect(row.getByRole('link', { name: '填报' })).toHaveCount(0);
  await page.goForward();
  await expect(page.getByRole('button', { name: '提交清单' })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: '提交' })).toHaveCount(1);
});

test('an expired session keeps the draft, and offers it back', async ({ browser }) => {
  const context = await signedIn(browser, 'post-07', { viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const path = await openMine(page);
  const text = page.locator('textarea[name$=".text"]').first();
  await page.locator('[data-entry]').filter({ has: page.locator('textarea[name$=".text"]') }).first().locator('input[value=given]').check();
  await text.fill('这一段还没有保存就断开了登录。');
  await expect(page.getByRole('status')).toHaveText(/暂存在本机/);
  await context.clearCookies({ name: /session-token/ });
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '登录已失效' })).toBeVisible();
  await expect(text).toHaveValue('这一段还没有保存就断开了登录。');
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(context, 'post-07');
  await page.goto(path);
  const restore = page.getByRole('button', { name: '恢复到表中' });
  await expect(restore).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.locator('form:has([data-entry])'), 'nothing is typed over what is offered').toHaveAttribute('inert');
  await restore.click();
  await expect(text).toHaveValue('这一段还没有保存就断开了登录。');
  expect(sent, 'a line that comes back does not save the page over what is offered').toEqual([]);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('status')).toHaveText('草稿已保存');
  await page.reload();
  await expect(text).toHaveValue('这一段还没有保存就断开了登录。');
  await axe(page);
});

test('two windows: the second is told what happened and keeps what was typed; no line, nothing lost', async ({ browser }) => {
  const context = await signedIn(browser, 'post-04');
  const [one, two] = [await context.newPage(), await context.newPage()];
  const path = await openMine(one);
  const text = (page: Page) => page.locator('textarea[name$=".text"]').first();
  const type = async (page: Page, words: string) => {
    await page.locator('[data-entry]').filter({ has: page.locator('textarea[name$=".text"]') }).first().locator('input[value=given]').check();
    await text(page).fill(words);
  };
  const save = (page: Page) => page.getByRole('button', { name: '保存草稿' }).click();
  await type(one, '第一个窗口里写的内容。');
  await expect(one.getByRole('status')).toHaveText(/暂存在本机/);
  await two.goto(path);
  const offered = two.getByRole('button', { name: '恢复到表中' });
  await expect(offered).toBeVisible();
  await save(one);
  await expect(one.getByRole('status')).toHaveText('草稿已保存');
  await expect(offered, 'what the first window saved is no longer unsaved in the second').toHaveCount(0);

  await type(two, '第二个窗口里写的内容。');
  await save(two);
  await expect(two.getByRole('alert').filter({ hasText: '保存了这份清单' })).toBeVisible();
  await expect(text(two)).toHaveValue('第二个窗口里写的内容。');
  await two.getByRole('button', { name: '载入最新状态' }).click();
  await expect(two.getByRole('status')).toHaveText(/已载入最新状态/);
  await save(two);
  await expect(two.getByRole('status')).toHaveText('草稿已保存');

  await context.setOffline(true);
  await text(two).fill('断网时写的内容，恢复后自动保存。');
  await save(two);
  await expect(two.getByRole('status')).toHaveText(/网络不通/);
  await context.setOffline(false);
  await expect(two.getByRole('status')).toHaveText('草稿已保存');
  await one.reload();
  await expect(text(one)).toHaveValue('断网时写的内容，恢复后自动保存。');
});

test('two reviewers: the second is told who was first and keeps the notes; wrong files are refused in words', async ({ browser }) => {
  const filer = await (await signedIn(browser, 'post-05')).newPage();
  const path = await openMine(filer);
  await answerAll(filer);
  const evidence = filer.locator('[data-entry]').last();
  await evidence.locator('input[value=given]').check();
  const upload = evidence.locator('input[type=file]');
  await upload.setInputFiles({ name: '假图片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') });
  await expect(evidence.getByRole('alert').filter({ hasText: '只收 JPEG' })).toBeVisible();
  await upload.setInputFiles({ name: '纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await expect(evidence.getByRole('link', { name: '纪要.pdf' })).toBeVisible();
  await filer.getByRole('button', { name: '提交清单' }).click();
  await expect(state(filer, '待复验')).toBeVisible();
  const link = await filer.getByRole('link', { name: '纪要.pdf' }).getAttribute('href');
  const file = await filer.request.get(link!);
  expect([file.status(), file.headers()['content-disposition']?.split(';')[0], file.headers()['x-content-type-options']]).toEqual([200, 'attachment', 'nosniff']);
  const stranger = await signedIn(browser, 'cadre-00001');
  expect((await stranger.request.get(link!)).status()).toBe(404);

  const [first, second] = await Promise.all(['office', 'office-3'].map(async (name) => (await signedIn(browser, name)).newPage()));
  await Promise.all([first!.goto(path), second!.goto(path)]);
  await second!.locator('#reason').fill('第二位复验人写的意见');
  await first!.getByRole('button', { name: '核定', exact: true }).click();
  await first!.waitForURL(/\/checklists\/review/);
  await second!.getByRole('button', { name: '退回' }).click();
  await expect(second!.getByRole('alert').filter({ hasText: '核定了这份清单' })).toBeVisible();
  await expect(second!.locator('#reason')).toHaveValue('第二位复验人写的意见');
});

test('without script: a refused form comes back as it was filled in, and a right one is kept', async ({ browser }) => {
  const page = await (await signedIn(browser, 'post-10', { javaScriptEnabled: false })).newPage();
  await openMine(page);
  const number = page.locator('[data-entry]').filter({ has: page.locator('input[name$=".claim"]') }).first();
  const words = page.locator('[data-entry]').filter({ has: page.locator('textarea[name$=".text"]') }).first();
  await number.locator('input[value=other]').check();
  await number.locator('input[name$=".claim"]').fill('-5');
  await words.locator('input[value=given]').check();
  await words.locator('textarea[name$=".text"]').fill('没有脚本也不会丢的一段话。');
  await page.getByRole('button', { name: '提交清单' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '有内容需要更正' })).toBeVisible();
  await expect(number.locator('input[aria-invalid=true]')).toHaveValue('-5');
  await expect(number.locator('input[value=other]')).toBeChecked();
  await expect(words.locator('textarea[name$=".text"]')).toHaveValue('没有脚本也不会丢的一段话。');
  await number.locator('input[name$=".claim"]').fill('9'.repeat(30));
  await page.getByRole('button', { name: '提交清单' }).click();
  await expect(number.locator('input[aria-invalid=true]')).toHaveValue('9'.repeat(30));
  await number.locator('input[name$=".claim"]').fill('5');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('status')).toHaveText('草稿已保存');
  await expect(words.locator('textarea[name$=".text"]')).toHaveValue('没有脚本也不会丢的一段话。');
});

test('ten megabytes are refused in words, not as a lost line, and stay where they were typed', async ({ browser }) => {
  const context = await signedIn(browser, 'post-11');
  const page = await context.newPage();
  const path = await openMine(page);
  const words = page.locator('[data-entry]').filter({ has: page.locator('textarea[name$=".text"]') }).first();
  await words.locator('input[value=given]').check();
  await words.locator('textarea[name$=".text"]').evaluate((element: HTMLTextAreaElement) => {
    element.value = '长'.repeat(3_500_000);
  });
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '内容超过1 MB' })).toBeVisible();
  expect(await words.locator('textarea[name$=".text"]').evaluate((element: HTMLTextAreaElement) => element.value.length)).toBe(3_500_000);
  const answer = await context.request.post(path, { multipart: { 'entries.1.text': 'x'.repeat(10_000_000) } });
  expect([answer.status(), await answer.text()]).toEqual([413, expect.stringContaining('已填内容都在')]);
  await words.locator('textarea[name$=".text"]').fill('删短以后就能保存。');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('status')).toHaveText('草稿已保存');
});
