import { sealNext } from '@/db/audit-seals';
import { workNext } from './calendar';
import { countPassedDays } from './days';
import { deliver } from './deliver';
import { escalateNext } from './escalate';
import { issueToNewcomers } from './newcomers';
import { tellRelocked } from './relock';
import { tellTopUp } from './top-up';

/** How often a process looks at the county's clock: what is due happens within this time of its instant. */
const EVERY_MS = 20_000;

/** Works everything that is due now. One stream that fails does not hold up the others; it is tried again at the next tick. */
export async function tick(until: AbortSignal): Promise<void> {
  await stream('counting of passed days', until, async () => void (await countPassedDays()));
  await stream('calendar', until, async () => {
    while (!until.aborted && (await workNext()));
    if (!until.aborted) await issueToNewcomers();
  });
  await stream('relocking', until, async () => {
    while (!until.aborted && (await tellRelocked()) !== null);
  });
  await stream('escalating', until, async () => {
    while (!until.aborted && (await escalateNext()) !== null);
  });
  await stream('telling of the fund', until, async () => void (await tellTopUp()));
  await stream('sealing', until, async () => {
    while (!until.aborted && (await sealNext()) > 0);
  });
  await stream('delivering', until, () => deliver(until));
}

async function stream(name: string, until: AbortSignal, run: () => Promise<void>): Promise<void> {
  try {
    if (!until.aborted) await run();
  } catch (failure) {
    if (!until.aborted) console.error(`${name} failed:`, failure instanceof Error ? failure.message : 'unknown');
  }
}

/** Follows the county's clock until the signal. Every instance runs it; a tick ends before the next one begins. */
export function keepCalendar(until: AbortSignal, everyMs = EVERY_MS): void {
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    await tick(until);
    if (!until.aborted) timer = setTimeout(run, everyMs).unref();
  };
  until.addEventListener('abort', () => clearTimeout(timer));
  void run();
}
