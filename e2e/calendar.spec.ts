import { type Browser, expect, type Page, test } from '@playwright/test';
import { answerAll } from './checklist';
import { signedIn } from './session';

/** Who did not file January, which was locked on 10 February; the demonstration's first day is 1 March. */
const MONTH = '2018-01';
interface Missing { checklist: number; filer: string; kind: string }

async function officePage(browser: Browser): Promise<Page> {
  return (await signedIn(browser, 'office')).newPage();
}

/** The sign-in name of a team's filer: of their kind, at the village their checklist is of. */
async function usernameOf(page: Page, { checklist, kind }: Pick<Missing, 'checklist' | 'kind'>): Promise<string> {
  await page.goto(`/checklists/${checklist}`);
  const place = await page.locator('main a[href^="/divisions/5"]').first().getAttribute('href');
  const code = /\d{12}/.exec(place ?? '')?.[0];
  return `${kind === 'first-secretary' ? 'secretary' : 'team'}-${code}`;
}

async function missing(page: Page): Promise<Missing[]> {
  const answer = await page.request.get(`/api/v1/filings/missing?month=${MONTH}&kind=team-leader`);
  return ((await answer.json()) as { rows: Missing[] }).rows;
}

test('a late filer reads why the month is locked, is granted an exception, and files', async ({ browser }) => {
  const office = await officePage(browser);
  let found: Missing | undefined;
  for (const row of await missing(office)) {
    await office.goto(`/checklists/${row.checklist}`);
    if ((await office.getByText('准予补报至', { exact: false }).count()) <= 1) {
      found = row;
      break;
    }
  }
  expect(found).toBeDefined();
  const filer = await (await signedIn(browser, await usernameOf(office, found!))).newPage();
  await filer.goto(`/checklists/${found!.checklist}`);
  await expect(filer.getByText('2018年1月清单已于2018年2月10日24时锁定')).toBeVisible();
  await expect(filer.getByText(/请向县脱贫办（.+）说明原因、申请例外/)).toBeVisible();
  await expect(filer.getByRole('button', { name: '提交清单' })).toHaveCount(0);

  await office.goto(`/checklists/${found!.checklist}`);
  await office.getByLabel('准予补报至').fill('2018-02-01');
  await office.getByLabel('原因').fill('住院治疗，未能按期填报');
  await office.getByRole('button', { name: '准予补报' }).click();
  await expect(office.getByText('这一天已经过去。')).toBeVisible();
  await expect(office.getByLabel('原因')).toHaveValue('住院治疗，未能按期填报');
  await filer.goto('/inbox');
  await expect(filer.getByText('准予补报2018年1月')).toHaveCount(0);
  await office.getByLabel('准予补报至').fill('2018-03-05');
  await office.getByRole('button', { name: '准予补报' }).click();
  await expect(office.getByText('已准予补报，并已通知填报人。')).toBeVisible();

  await filer.goto('/inbox');
  await expect(filer.getByRole('link', { name: '县脱贫办准予补报2018年1月实绩清单' })).toBeVisible();
  await filer.getByRole('link', { name: '县脱贫办准予补报2018年1月实绩清单' }).click();
  await expect(filer.getByText('可填报到2018年3月5日24时')).toBeVisible();
  await answerAll(filer);
  await filer.getByRole('button', { name: '提交清单' }).click();
  await expect(filer.getByRole('definition').filter({ hasText: '待复验' }).first()).toBeVisible();
  await filer.goto('/inbox');
  await expect(filer.getByRole('listitem').filter({ hasText: '准予补报' }).getByText('已办结')).toBeVisible();
});

test('an exception that has ended is locked again, and says so', async ({ browser }) => {
  const office = await officePage(browser);
  await office.goto('/checklists/exceptions');
  const row = office.getByRole('row').filter({ hasText: '已到期' }).first();
  const kind = (await row.innerText()).includes('第一书记') ? 'first-secretary' : 'team-leader';
  const checklist = Number(/\d+$/.exec((await row.getByRole('link').first().getAttribute('href')) ?? '')?.[0]);
  const filer = await (await signedIn(browser, await usernameOf(office, { checklist, kind }))).newPage();
  await filer.goto(`/checklists/${checklist}`);
  await expect(filer.getByText('补报期限已于2018年2月20日24时到期，清单已重新锁定。')).toBeVisible();
  await expect(filer.getByRole('button', { name: '提交清单' })).toHaveCount(0);
});

test('a township secretary is told who below never filed, and reads it once', async ({ browser }) => {
  const office = await officePage(browser);
  const [row] = await missing(office);
  const code = (await usernameOf(office, row!)).slice(5, 14);
  const page = await (await signedIn(browser, `township-${code}`)).newPage();
  await page.goto('/inbox');
  const digest = page.getByRole('listitem').filter({ hasText: '始终未报' });
  await expect(digest).toHaveCount(1);
  await expect(page.getByRole('banner').getByText('条未读').first()).toBeAttached();
  await digest.getByRole('button', { name: '标为已读' }).click();
  await expect(digest.getByRole('button', { name: '标为已读' })).toHaveCount(0);
});

test('the administrator previews a change of the filing days, is held to the rules, and makes it', async ({ browser }) => {
  const page = await (await signedIn(browser, 'admin-system')).newPage();
  await page.goto('/admin/calendar');
  await page.getByLabel('从哪个月的清单起').selectOption('2018-06');
  await page.getByLabel('次月几日到期').fill('8');
  await page.getByLabel('次月几日锁定').fill('6');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByText('锁定日不能早于到期日。')).toBeVisible();
  await expect(page.getByLabel('次月几日到期')).toHaveValue('8');
  await page.getByLabel('次月几日锁定').fill('12');
  await page.getByLabel('范围').selectOption('only');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByRole('region', { name: '改后的期限' }).getByText('2018年7月12日24时')).toBeVisible();
  await page.getByRole('button', { name: '确认调整' }).click();
  await expect(page.getByText('日历已调整，并已记入审计。')).toBeVisible();
});
