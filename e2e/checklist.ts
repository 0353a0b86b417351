import type { Page } from '@playwright/test';

/** Answers every text of the checklist that is open, and says of every file that there is nothing; numbers stay as recorded. */
export async function answerAll(page: Page): Promise<void> {
  for (const entry of await page.locator('[data-entry]').all()) {
    const given = entry.locator('input[value=given]');
    if ((await given.count()) === 0) continue;
    const text = entry.locator('textarea[name$=".text"]');
    if ((await text.count()) === 0) await entry.locator('input[value=nothing]').check();
    else {
      await given.check();
      await text.fill('本月逐户走访核实，召开院坝会两次，问题已交办。');
    }
  }
}
