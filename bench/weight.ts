import { chromium } from '@playwright/test';
import { browserPath } from '@/bin/browser.mjs';

const SETTLED_MS = 1_500;
const LONGEST_MS = 15_000;

export interface Weight {
  path: string;
  /** KB of scripts and style sheets as they came over the wire; NaN when the page did not come. */
  kb: number;
  /** KB of everything: the page itself, its pictures and data too. */
  whole: number;
  charts: boolean;
}

/** Opens each page in a browser that has nothing of it yet, and waits until whatever loads late has come too. */
export async function weigh(port: number, cookie: string, paths: readonly string[]): Promise<Weight[]> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: browserPath(), args: [...sandbox, '--disable-dev-shm-usage', '--disable-background-networking'] });
  const weights: Weight[] = [];
  try {
    for (const path of paths) {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, extraHTTPHeaders: { cookie } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const wanted = new Set<string>();
      let bytes = 0;
      let all = 0;
      let last = Date.now();
      session.on('Network.responseReceived', ({ requestId, type }) => {
        if (type === 'Script' || type === 'Stylesheet') wanted.add(requestId);
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        all += encodedDataLength;
        last = Date.now();
        if (wanted.has(requestId)) bytes += encodedDataLength;
      });
      const answer = await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load', timeout: LONGEST_MS });
      if (answer?.status() === 200) {
        // Charts come when they are scrolled to.
        await page.evaluate(() => document.querySelectorAll('figure, canvas, section').forEach((each) => each.scrollIntoView()));
        const end = Date.now() + LONGEST_MS;
        while (Date.now() - last < SETTLED_MS && Date.now() < end) await page.waitForTimeout(100);
        weights.push({ path, kb: bytes / 1024, whole: all / 1024, charts: (await page.locator('figure').count()) > 0 });
      } else {
        weights.push({ path, kb: NaN, whole: NaN, charts: false });
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return weights;
}
