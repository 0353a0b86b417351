import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test';
import sharp from 'sharp';
import { axe } from './axe';
import { signedIn, signIn } from './session';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TIMEOUT = 20_000;
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A cadre's phone, made ready for the field: the list and the page without signal are on it. */
async function phone(browser: Parameters<typeof signedIn>[0], cadre: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await signedIn(browser, cadre, PHONE);
  const page = await context.newPage();
  await page.goto('/visits');
  await expect(page.getByText('名单已加密存在本机')).toBeVisible({ timeout: TIMEOUT });
  return { context, page };
}

const first = (page: Page) => page.locator('main ul button').first();
const seenWell = (page: Page) => page.getByLabel('情况正常');
const states = (page: Page) => page.locator('[data-state]');
const state = (page: Page, name: string) => page.locator(`[data-state="${name}"]`);
const recordedOnline = async (page: Page) => {
  await page.goto('/visits');
  return page.locator('#latest tbody tr').filter({ hasText: '情况正常' }).filter({ hasText: '2018年3月' }).count();
};

async function signOut(page: Page): Promise<void> {
  const leave = page.getByRole('button', { name: '退出' });
  if (!(await leave.isVisible())) await page.locator('summary', { hasText: '菜单' }).click();
  await leave.click();
}

/** Two taps to the household, one for what was seen, and save. */
async function recordWithoutSignal(page: Page, photo = false): Promise<string> {
  await page.goto('/visits/new');
  await expect(page).toHaveURL(/\/visits\/offline$/);
  const name = await first(page).locator('span').first().innerText();
  await first(page).click();
  await expect(page.getByLabel('拍照或选照片')).toBeAttached();
  await seenWell(page).check();
  if (photo) {
    await page.getByLabel('拍照或选照片').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PICTURE });
    await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
  }
  await page.getByRole('button', { name: '保存走访' }).click();
  await expect(page.getByText('已存在本机，有信号时自动发送。')).toBeVisible();
  return name;
}

/** Everything the device keeps, as text. */
const keptOn = (page: Page) => page.evaluate(async () => {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request))!.text());
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done) => (indexedDB.open(name).onsuccess = ({ target }) => done((target as IDBOpenDBRequest).result)));
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done) => (database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done((target as IDBRequest<unknown[]>).result)));
      for (const row of rows) texts.push(new TextDecoder().decode(new Uint8Array((row as { sealed?: { data: ArrayBuffer } }).sealed?.data ?? new ArrayBuffer(0))), JSON.stringify(row));
    }
    database.close();
  }
  return texts.join('\n');
});

/** The list on the phone becomes older than it may be. */
const agedList = (page: Page) => page.evaluate(async () => {
  const database = await new Promise<IDBDatabase>((done) => (indexedDB.open('guatu-field').onsuccess = ({ target }) => done((target as IDBOpenDBRequest).result)));
  await new Promise((done) => {
    const lists = database.transaction('lists', 'readwrite').objectStore('lists');
    lists.getAll().onsuccess = ({ target }) => (lists.put({ ...(target as IDBRequest<object[]>).result[0], at: 1 }).onsuccess = done);
  });
  database.close();
});

test('a visit without signal waits on the phone, with its photo, and is filed once when the phone is opened again', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00011');
  const before = await recordedOnline(page);
  await context.setOffline(true);
  await recordWithoutSignal(page, true);
  await expect(state(page, 'waiting')).toHaveCount(1);
  await axe(page);
  await agedList(page);
  await page.reload();
  await expect(page.getByText('名单超过 7 天已清除'), 'a list that is too old goes, what waits does not').toBeVisible();
  await expect(state(page, 'waiting')).toHaveCount(1);
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/visits');
  await expect(state(again, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  expect(await recordedOnline(again)).toBe(before + 1);
  await again.locator('#latest tbody tr').first().getByRole('link').click();
  await expect(again.getByRole('img', { name: '走访照片 1' })).toBeVisible();
  await again.goto('/visits');
  expect(await recordedOnline(again)).toBe(before + 1);
  await context.close();
});

test('a photo is made smaller on the phone, and what the camera wrote about it is gone from the one that is kept', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00020');
  const noise = { create: { width: 3_000, height: 2_000, channels: 3 as const, background: '#888', noise: { type: 'gaussian' as const, mean: 128, sigma: 60 } } };
  const taken = await sharp(noise).jpeg({ quality: 90 }).withExif({ IFD3: { GPSLatitude: '32/1 17/1 0/1', GPSLongitude: '105/1 31/1 0/1' } }).toBuffer();
  expect(taken.length).toBeGreaterThan(1_000_000);
  await page.goto('/visits/new');
  await page.locator('main ul a').first().click();
  await expect(page.getByLabel('拍照或选照片')).toBeAttached();
  await seenWell(page).check();
  await page.getByLabel('拍照或选照片').setInputFiles({ name: 'IMG_2018.jpg', mimeType: 'image/jpeg', buffer: taken });
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/visits/photos'));
  await page.getByRole('button', { name: '保存走访' }).click();
  expect(Number((await (await sent).allHeaders())['content-length'])).toBeLessThan(taken.length);
  await expect(page.getByText('走访已记录。')).toBeVisible({ timeout: TIMEOUT });
  await page.goto('/visits');
  await page.locator('#latest tbody tr').first().getByRole('link').click();
  const kept = await page.request.get((await page.getByRole('img', { name: '走访照片 1' }).getAttribute('src')) ?? '');
  const { width, height, format, exif } = await sharp(await kept.body()).metadata();
  expect({ side: Math.max(width, height), format, exif }).toEqual({ side: 1_600, format: 'jpeg', exif: undefined });
  await context.close();
});

test('the application can be installed, and opens without signal from its first address', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00021');
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's browser is a private one, which never offers it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { icons, start_url, display } = (await (await page.request.get('/manifest.webmanifest')).json()) as { icons: { src: string; sizes: string }[]; start_url: string; display: string };
  expect(display).toBe('standalone');
  for (const { src, sizes } of icons) {
    const { width, height, format } = await sharp(await (await page.request.get(src)).body()).metadata();
    expect([`${width}x${height}`, format]).toEqual([sizes, 'png']);
  }
  await context.setOffline(true);
  await page.goto(start_url);
  await expect(first(page)).toBeVisible();
  await context.close();
});

test('where the browser knows no background sync, what waits goes as soon as the signal is back, once; refused, it is opened again and corrected', async ({ browser }) => {
  const context = await signedIn(browser, 'cadre-00018', PHONE);
  await context.addInitScript(() => {
    delete (window as { SyncManager?: unknown }).SyncManager;
    delete (ServiceWorkerRegistration.prototype as { sync?: unknown }).sync;
  });
  const page = await context.newPage();
  await page.goto('/visits');
  await expect(page.getByText('名单已加密存在本机')).toBeVisible({ timeout: TIMEOUT });
  const before = await recordedOnline(page);
  await context.setOffline(true);
  await recordWithoutSignal(page);
  await expect(state(page, 'waiting')).toHaveCount(1);
  // The signal fails once more, then the server finds something wrong that the phone could not know.
  const answers = [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 400, json: { code: 'invalid', message: '早于或等于建档日期。', fields: { visitedOn: '早于或等于建档日期。' } } })];
  await page.route('**/api/visits', (route) => answers.shift()!(route), { times: answers.length });
  await context.setOffline(false);
  await expect(state(page, 'failed'), 'a signal that fails once more is tried again').toContainText('走访日期：早于或等于建档日期。', { timeout: TIMEOUT });
  await page.getByRole('button', { name: '打开修改' }).click();
  await expect(seenWell(page)).toBeChecked();
  await expect(states(page)).toHaveCount(0);
  await page.getByLabel('饮水').check();
  await page.getByLabel('承诺措施').check();
  await page.getByLabel('承诺的措施').fill('接水管');
  await page.getByRole('button', { name: '保存走访' }).click();
  await expect(page.getByLabel('完成日期'), 'what is missing is said before it is kept').toBeFocused();
  await page.getByLabel('没有新诉求').check();
  await page.getByRole('button', { name: '保存走访' }).click();
  await expect(state(page, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  expect(await recordedOnline(page)).toBe(before + 1);
  await context.close();
});

test('without script the form is a plain form: what is missing is said beside it, what was typed stays, and the visit is filed', async ({ browser }) => {
  const context = await signedIn(browser, 'cadre-00019', { ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  const before = await recordedOnline(page);
  await page.goto('/visits/new');
  await page.locator('main ul a').first().click();
  await seenWell(page).check();
  await page.locator('input[name=visitedOn]').fill('2017-06-01');
  await page.locator('textarea[name=note]').fill('院坝已硬化');
  await page.locator('form').evaluateAll((forms) => forms.forEach((form) => ((form as HTMLFormElement).noValidate = true)));
  await page.getByRole('button', { name: '保存走访' }).click();
  await expect(page.locator('textarea[name=note]')).toHaveValue('院坝已硬化');
  await expect(seenWell(page)).toBeChecked();
  await page.locator('input[name=visitedOn]').fill('2018-03-01');
  await page.getByRole('button', { name: '保存走访' }).click();
  await expect(page).toHaveURL(/\/visits/);
  expect(await recordedOnline(page)).toBe(before + 1);
  await context.close();
});

test('a double tap is one visit, and the page says so', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00012');
  const before = await recordedOnline(page);
  await page.getByRole('link', { name: '记走访', exact: true }).click();
  await page.getByRole('link', { name: /^记走访：/ }).first().click();
  await expect(page.getByLabel('拍照或选照片')).toBeAttached();
  await seenWell(page).check();
  await page.getByRole('button', { name: '保存走访' }).dblclick();
  await expect(page.getByText('走访已记录。')).toBeVisible({ timeout: TIMEOUT });
  expect(await recordedOnline(page)).toBe(before + 1);
  // Of two windows that put it right, the slower one is told, sees what the other did, and can go on from there.
  await page.locator('#latest tbody tr').first().getByRole('link').click();
  await page.waitForURL(/\/visits\/\d+$/);
  const slower = await context.newPage();
  await slower.goto(page.url());
  const correct = async (tab: Page, why: string) => {
    await tab.getByLabel('更正原因').fill(why);
    await tab.getByRole('button', { name: '保存更正' }).click();
  };
  await correct(page, '先到的更正');
  await expect(page.getByText('已更正。')).toBeVisible();
  await correct(slower, '后到的更正');
  await expect(slower.getByRole('alert').filter({ hasText: '刚才已有人先改了' })).toBeVisible();
  await expect(slower.getByText('先到的更正')).toBeVisible();
  await expect(slower.getByLabel('更正原因')).toHaveValue('后到的更正');
  await correct(slower, '后到的更正');
  await expect(slower.getByText('已更正。')).toBeVisible();
  await context.close();
});

test('an ended session keeps what waits, and sends it when the same person is back', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00013');
  await context.setOffline(true);
  await recordWithoutSignal(page);
  await context.clearCookies();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('link', { name: '登录后继续发送' })).toBeVisible({ timeout: TIMEOUT });
  await signIn(context, 'cadre-00013');
  await page.goto('/visits');
  await expect(state(page, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  await context.close();
});

test('somebody else on the same phone neither sends it nor reads it, nor takes it away by signing out; its own person sends it', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00014');
  await context.setOffline(true);
  await recordWithoutSignal(page);
  await context.clearCookies();
  await context.setOffline(false);
  await signIn(context, 'cadre-00015');
  await page.goto('/visits');
  await expect(page.getByText('本机还有另一账号未发送的走访 1 条')).toBeVisible({ timeout: TIMEOUT });
  await expect(states(page)).toHaveCount(0);
  await context.setOffline(true);
  page.once('dialog', (dialog) => void dialog.accept());
  const told = page.waitForEvent('dialog');
  await signOut(page);
  expect((await told).message(), 'no half of a sign-out').toContain('暂不能退出');
  await context.setOffline(false);
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(context, 'cadre-00014');
  await page.goto('/visits');
  await expect(state(page, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  await context.close();
});

test('two phones of one person: the second is told of the first, and loses nothing', async ({ browser }) => {
  const one = await phone(browser, 'cadre-00016');
  const two = await phone(browser, 'cadre-00016');
  for (const { context, page } of [one, two]) {
    await context.setOffline(true);
    await recordWithoutSignal(page);
  }
  await one.context.setOffline(false);
  await one.page.goto('/visits');
  await expect(state(one.page, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  await two.context.setOffline(false);
  await two.page.goto('/visits');
  await expect(state(two.page, 'failed')).toContainText('您已经为这户记过同一天的走访', { timeout: TIMEOUT });
  await two.page.getByRole('button', { name: '另存一条' }).click();
  await expect(state(two.page, 'sent')).toHaveCount(1, { timeout: TIMEOUT });
  await one.context.close();
  await two.context.close();
});

test('nothing of a household is readable on the phone, and nothing at all is left after signing out', async ({ browser }) => {
  const { context, page } = await phone(browser, 'cadre-00017');
  const name = (await page.locator('#mine a span').first().innerText()).trim();
  expect(await keptOn(page)).not.toContain(name);
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in/);
  const left = await page.evaluate(async () => ({ databases: (await indexedDB.databases()).map((each) => each.name), caches: await caches.keys(), kept: { ...localStorage } }));
  expect(left).toEqual({ databases: [], caches: [], kept: {} });
  await context.close();
});
