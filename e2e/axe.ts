import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Rows of one table are made alike: the first ones speak for all. Left out of the layout, not only of the answer: axe weighs everything that is shown. */
const MORE_ROWS = 'tbody tr:nth-child(n+4) { display: none }';

/** Nothing for axe on the page as it stands: for all of its rules, for some, or for all but some. */
export async function axe(page: Page, { only = [], without = [] }: { only?: string[]; without?: string[] } = {}): Promise<void> {
  // A sheet made by script is none of what the page's policy forbids.
  await page.evaluate((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets.push(sheet);
  }, MORE_ROWS);
  // No page has a frame: the legacy mode, which looks into none, needs no second page to finish in.
  const checker = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (only.length > 0 ? checker.withRules(only) : checker.disableRules(without)).analyze();
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
