import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { axe } from './axe';
import { signedIn } from './session';

/** Every page, as somebody who uses it, on a PC and on a phone, in both languages: nothing for axe, the console or a ruler. */
const PAGES: Record<string, readonly string[]> = {
  leader: [
    '/', '/inbox', '/command', '/command?view=zones', '/command?view=measures', '/command?view=checklists', '/command?month=2017-12', '/divisions/510823', '/divisions/510823105?month=2017-12&asOf=known',
    '/divisions/510823105201', '/zones/3', '/visits', '/visits?division=510823105201', '/demands', '/demands?list=answered', '/indicators', '/indicators/poverty.incidence', '/indicators/org.poor_villages',
    '/indicators/housing.relocated_households?month=2017-12&asOf=known', '/letters', '/letters?year=2017&open=2&kind=village', '/letters/1',
  ],
  office: ['/letters/targets?year=2018', '/letters/targets/2/split?weight=remaining-households', '/', '/inbox', '/households', '/households?division=510823105', '/households/1', '/posts', '/posts/1', '/posts/1?month=2016-11', '/assignments', '/assignments?gap=vacancy', '/assignments?gap=double-post&month=2018-01', '/assignments/spread', '/admin/appointments/new', '/admin/appointments/new?post=2', '/admin/appointments/new?post=2&enter=%E7%8E%8B%E5%BC%BA', '/checklists', '/checklists/exceptions', '/checklists/changed?month=2017-12', '/checklists/review', '/checklists/review?plain=1', '/checklists/spot-checks', '/admin/people'],
  'post-02': ['/', '/checklists', '/checklists?by=line', '/checklists?by=month'],
  'township-510823105': ['/letters'],
  'cadre-00001': ['/', '/households', '/letters', '/visits', '/visits/new', '/visits/new?household=1', '/demands', '/visits/offline'],
  'secretary-510823105201': ['/visits', '/demands'],
  'relief-village-510823105201': ['/relief', '/relief/new', '/relief/new?q=%E7%8E%8B', '/relief/new?household=none', '/account/relatives'],
  'relief-village-510823216206': ['/', '/relief/48', '/relief/48/edit'],
  'relief-district': ['/', '/relief', '/relief/days', '/relief/days?step=village&decided=2018-02', '/relief/41'],
  finance: ['/', '/relief', '/relief/34', '/funds/donations/1', '/funds', '/funds?view=ledger', '/funds?view=donations', '/funds?view=keep', '/relief/batches', '/relief/batches/1'],
  auditor: ['/admin/audit', '/relief', '/relief/1', '/relief/days'],
  'admin-system': ['/admin/lines', '/admin/lines?year=2017&scope=Sichuan', '/admin/calendar', '/admin/calendar?from=2018-03&dueDay=8&lockDay=6', '/admin/calendar?from=2018-03&dueDay=8&lockDay=12', '/admin/jobs', '/admin/public', '/admin/relief-rules'],
  'admin-security': ['/', '/admin/people', '/admin/people/1', '/admin/appointments/new'],
};
const PC = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** What another width and another language can break: room, and a control or picture left without a name; everything else about a page is the same. Checked together: English on a phone has the least room. */
const ELSEWHERE = ['target-size', 'scrollable-region-focusable', 'button-name', 'link-name', 'label', 'select-name', 'aria-input-field-name', 'aria-dialog-name', 'svg-img-alt', 'image-alt', 'document-title', 'html-has-lang', 'valid-lang'];
const WHOLE = new Set(Object.values(PAGES).flat());
/** Another view of a page is made of the same parts: its colours are those of the first, and on a phone it need but fit. */
const isView = (path: string) => path.includes('?') && WHOLE.has(path.slice(0, path.indexOf('?')));
test.describe.configure({ mode: 'parallel' });

function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && heard.push(message.text()));
  page.on('pageerror', (failure) => heard.push(failure.message));
  page.on('response', (answer) => answer.status() >= 400 && heard.push(`${answer.status()} ${answer.url()}`));
  return heard;
}

async function inEnglish(context: BrowserContext, baseURL: string): Promise<void> {
  await context.addCookies([{ name: 'locale', value: 'en', url: baseURL }]);
}

async function fits(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, 'wider than the screen').toBeLessThanOrEqual(0);
}

async function sound(page: Page, path: string): Promise<void> {
  await page.setViewportSize(PC);
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('h1')).toHaveCount(1);
  await fits(page);
  await axe(page, { without: isView(path) ? ['color-contrast'] : [] });
  await page.setViewportSize(PHONE);
  await fits(page);
}

for (const [who, paths] of Object.entries(PAGES)) {
  test(`${who}'s pages`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await signedIn(browser, who);
    const page = await context.newPage();
    const heard = listen(page);
    for (const path of paths) await test.step(path, () => sound(page, path));
    expect(heard).toEqual([]);
    await context.close();
  });
  test(`${who}'s pages in English carry no Chinese sentence of the product's own, and fit`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const context = await signedIn(browser, who);
    await inEnglish(context, baseURL!);
    const page = await context.newPage();
    for (const path of paths) {
      await test.step(path, async () => {
        await page.setViewportSize(PHONE);
        await page.goto(path);
        await fits(page);
        if (!isView(path)) await axe(page, { only: ELSEWHERE });
        await page.setViewportSize(PC);
        await fits(page);
        // Names of places, people and posts stay Chinese, and what is marked as Chinese; controls, headings and hints do not.
        const controls = await page.locator('button, label, th, legend, nav a, option').evaluateAll((all) => all.map((each) => {
          const own = each.cloneNode(true) as Element;
          own.querySelectorAll('[lang=zh-CN]').forEach((marked) => marked.remove());
          return own.textContent ?? '';
        }));
        const own = controls.filter((text) => /[。，：；]|查看|全部|提交|返回|月份|筛选/.test(text));
        expect(own).toEqual([]);
      });
    }
    await context.close();
  });
}

test('the sign-in page, signed out', async ({ page }) => {
  const heard = listen(page);
  await sound(page, '/sign-in');
  await axe(page, { only: ELSEWHERE });
  expect(heard).toEqual([]);
});

test('a page that does not exist and one outside the fence look the same', async ({ browser }) => {
  const context = await signedIn(browser, 'township-510823105');
  const page = await context.newPage();
  const texts: string[] = [];
  for (const path of ['/divisions/510823106', '/divisions/999999999', '/households/999999', '/zones/1']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    texts.push(await page.locator('main').innerText());
  }
  expect(new Set(texts).size).toBe(1);
  await context.close();
});
