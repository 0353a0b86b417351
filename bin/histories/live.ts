import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { readClock } from '@/db/clock';
import { readFilingCalendar } from '@/db/filing-calendar';
import { making, setClock } from '@/db/testing/fixtures';
import { deadlines } from '@/domain/deadline';
import { daysOf } from '@/domain/filing-calendar';
import { addMonths, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { tick } from '@/jobs/ticker';
import { Refusal } from '@/server/errors';
import { viewerFor } from '@/server/viewer';
import { at, type Throw } from './attempt';
import { type County, makeCounty, makeSeat, type Seat } from './county';
import { DEEDS, type Verb } from './deeds';
import { knownThen, proveFigures, proveKnownThen, proveSound } from './proof';

/** The embedded engine gets one shorter history. HISTORIES_SEED repeats a run that failed, or tries another one. */
const FULL = Boolean(process.env.DATABASE_URL);
const SHORT = 200;
const SEED = Number(process.env.HISTORIES_SEED ?? 20180301);
const HOURS = [1, 5, 20, 30, 50, 90];
const DAYS = 86_400_000;
/** What changes anybody's rights: they hold from the next command on. */
const RIGHTS: readonly Verb[] = ['appoint', 'end', 'replace', 'reassign', 'hand-over'];

/** Time passes: some hours, or until just before or just after a deadline; then the county's calendar is worked. */
async function pass(office: Viewer, county: County, [a, b]: Throw): Promise<void> {
  const { openMonth, rows, now } = await making(async (tx) => ({ ...(await readClock(tx)), ...(await readFilingCalendar(tx)) }));
  const { dueAt, lockAt } = deadlines(openMonth, daysOf(rows, openMonth));
  const edge = [dueAt, lockAt].map((instant) => instant.getTime() + (b % 2 === 0 ? -2_000 : 1_000)).find((instant) => instant > now.getTime());
  const next = a % 3 === 0 && edge && edge - now.getTime() < 12 * DAYS ? edge : now.getTime() + at(HOURS, b) * 3_600_000;
  await making((tx) => setClock(tx, new Date(next).toISOString()));
  await tick(new AbortController().signal);
  county.viewers.clear();
  const { openMonth: month } = await making(readClock);
  for (let closed: Month = openMonth; closed < month; closed = addMonths(closed, 1)) county.closed.set(closed, await knownThen(office, county, closed));
}

/** What became of an attempt: a refusal is an answer, anything else that is thrown is a fault. */
async function attempt(verb: Verb, county: County, dice: Throw): Promise<'done' | 'refused' | 'nothing to try'> {
  try {
    return (await DEEDS[verb](county, dice)) ? 'done' : 'nothing to try';
  } catch (failure) {
    if (failure instanceof Refusal) return 'refused';
    throw failure;
  }
}

/** How many histories of how many commands each. */
interface Measure {
  readonly histories: number;
  readonly commands: number;
}

/** A test of random histories in which these verbs happen, each as often as it stands in the list, and time passes between them. */
export function testHistories(verbs: readonly Verb[], full: Measure): void {
  const { histories, commands: length } = FULL ? full : { histories: 1, commands: SHORT };
  const deed = fc.tuple(fc.oneof({ weight: 29, arbitrary: fc.constantFrom(...verbs) }, { weight: 1, arbitrary: fc.constant('pass' as const) }), fc.tuple(fc.nat(989), fc.nat(989), fc.nat(989), fc.nat(989)));
  let seat: Seat;
  let office: Viewer;

  beforeAll(async () => {
    await making((tx) => setClock(tx, '2018-03-01 09:00+08'));
    seat = await makeSeat();
    office = (await viewerFor(seat.offices[0]!.accountId))!;
  }, 120_000);

  it(`after ${histories * length} commands in any order no state is illegal and every screen counts the same (seed ${SEED})`, async () => {
    const done = new Set<Verb>();
    let zone = 0;
    const run = await fc.check(fc.asyncProperty(fc.array(deed, { minLength: 3 * length, maxLength: 3 * length }), async (deeds) => {
      const county = await makeCounty(seat, 1 + (zone++ % 2));
      const begun = (await making(readClock)).openMonth;
      let commands = 0;
      for (const [verb, dice] of deeds) {
        if (verb === 'pass') await pass(office, county, dice);
        else {
          const outcome = await attempt(verb, county, dice);
          if (outcome === 'done') done.add(verb);
          if (outcome === 'done' && RIGHTS.includes(verb)) county.viewers.clear();
          if (outcome !== 'nothing to try') commands += 1;
        }
        if (commands === length) break;
      }
      expect(commands).toBe(length);
      await proveSound();
      await proveFigures(office, county, [begun, (await making(readClock)).openMonth]);
      await proveKnownThen(office, county);
      for (const [month, then] of county.closed) expect([month, await knownThen(office, county, month)]).toEqual([month, then]);
    }), { numRuns: histories, seed: SEED, endOnFailure: true });
    // The commands of a history that failed would say nothing; its number and the seed repeat it.
    if (run.failed) throw new Error(`history ${run.numRuns} of seed ${SEED}`, { cause: run.errorInstance });
    // What never came about was not tried.
    if (FULL) expect([...new Set(verbs)].filter((verb) => !done.has(verb))).toEqual([]);
  }, 600_000);
}
