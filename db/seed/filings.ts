import { FILING_DUTIES, type ChecklistState, type ChecklistVerb, type FilerKind } from '@/domain/checklist';
import { dayOf } from '@/domain/day';
import { addMonths, monthsBetween, type Month } from '@/domain/month';
import { addDays, instant } from './calendar';
import { RETURN_REASONS } from './cast/templates';
import { Dice } from './dice';
import type { Ground } from './ground';
import type { Appointment, Roll } from './roll';
import { FILING } from './shape';

export interface Step { at: Date; personId: number; verb: ChecklistVerb; note: string | null }
export interface Filing {
  id: number;
  month: Month;
  kind: FilerKind;
  appointment: Appointment;
  line: string | null;
  state: ChecklistState;
  steps: Step[];
  allZero: boolean;
}

const dice = new Dice('filings');
const NOW = instant('2018-03-01', 9 * 60 - 5);

/** How often a filer of this ground fails: more often where work is slow, less where it is ahead. */
function trouble(pace: number): number {
  return pace < 0.8 ? 3.2 : pace > 1.2 ? 0.4 : 1;
}

function submit(filing: Filing, first: string, last: string, ...keys: number[]): Date {
  const { id, personId } = filing.appointment;
  const at = instant(dice.day(first, last, 1, id, ...keys), dice.between(7 * 60 + 40, 21 * 60, 2, id, ...keys));
  filing.steps.push({ at, personId, verb: 'submit', note: null });
  filing.state = 'submitted';
  return at;
}

/** The office looks at a checklist some days later, in office hours, unless that lies ahead. */
function review(filing: Filing, verb: 'verify' | 'return', after: Date, days: number, reviewers: readonly number[], key: number): Date | null {
  const { id } = filing.appointment;
  const at = instant(addDays(dayOf(after), dice.between(1, days, 3, id, key)), dice.between(8 * 60 + 40, 18 * 60, 17, id, key));
  if (at > NOW) return null;
  const note = verb === 'return' ? dice.pick(RETURN_REASONS, 4, id, key) : null;
  filing.steps.push({ at, personId: dice.pick(reviewers, 5, id, key), verb, note });
  filing.state = verb === 'verify' ? 'verified' : 'returned';
  return at;
}

/** A closed month: most filed in the first five days, some by the tenth, when it was locked, a few never. */
function fileClosed(filing: Filing, at: number, often: number, reviewers: readonly number[]): void {
  const { id } = filing.appointment;
  const next = addMonths(filing.month, 1);
  const recent = filing.month === '2018-01';
  if (dice.chance((recent ? FILING.missing.recent : FILING.missing.before) * often, 6, id, at)) return;
  if (dice.chance(FILING.late * often, 7, id, at)) {
    review(filing, 'verify', submit(filing, `${next}-06`, `${next}-10`, at), 5, reviewers, at);
  } else if (dice.chance(FILING.returned * often, 8, id, at)) {
    const back = review(filing, 'return', submit(filing, `${next}-01`, `${next}-04`, at), 2, reviewers, at)!;
    const again = addDays(dayOf(back), 1);
    if (recent || dice.chance(0.8, 9, id, at)) review(filing, 'verify', submit(filing, again, `${next}-09`, at, 1), 6, reviewers, at + 1_000);
  } else {
    const early = dice.chance(0.12, 10, id, at);
    review(filing, 'verify', early ? submit(filing, addDays(`${next}-01`, -2), addDays(`${next}-01`, -1), at) : submit(filing, `${next}-01`, `${next}-05`, at), 6, reviewers, at);
  }
}

/** The running month: a third filed early, of which the office has seen some; others have begun. */
function fileRunning(filing: Filing, at: number, often: number, reviewers: readonly number[]): void {
  const { id, personId } = filing.appointment;
  if (dice.chance(FILING.running.filed / Math.sqrt(often), 11, id, at)) {
    const filed = submit(filing, '2018-02-24', '2018-02-28', at);
    const looked = dice.chance(FILING.running.reviewed, 12, id, at);
    if (looked) review(filing, dice.chance(0.12, 13, id, at) ? 'return' : 'verify', filed, 3, reviewers, at);
  } else if (dice.chance(FILING.running.begun, 14, id, at)) {
    filing.steps.push({ at: instant(dice.day('2018-02-25', '2018-02-28', 15, id), dice.between(480, 1_200, 16, id)), personId, verb: 'save', note: null });
    filing.state = 'draft';
  }
}

/** The checklists of every month for whoever held a filing appointment on its first day, with all that happened to them. */
export function makeFilings(roll: Roll, ground: Ground, reviewers: readonly number[], leftOpen: ReadonlySet<number>): Filing[] {
  const pace = new Map(ground.townships.map((township) => [township.code, township.pace]));
  const filers = roll.appointments.filter((appointment) => appointment.duty in FILING_DUTIES);
  const made: Filing[] = [];
  for (const [at, month] of monthsBetween('2014-01', '2018-02').entries()) {
    const day = `${month}-01`;
    for (const appointment of filers) {
      if (appointment.startsOn > day || (appointment.endsOn && appointment.endsOn <= day)) continue;
      const filing: Filing = {
        id: made.length + 1, month, kind: FILING_DUTIES[appointment.duty as keyof typeof FILING_DUTIES], appointment,
        line: roll.posts[appointment.postId - 1]!.line ?? null, state: 'open', steps: [], allZero: false,
      };
      const often = trouble(pace.get(appointment.division.slice(0, 9)) ?? 1);
      if (month < '2018-02') fileClosed(filing, at, often, reviewers);
      else if (!leftOpen.has(appointment.personId)) fileRunning(filing, at, often, reviewers);
      filing.allZero = filing.steps.some(({ verb }) => verb === 'submit') && dice.chance(FILING.allZero * often, 18, appointment.id, at);
      made.push(filing);
    }
  }
  return made;
}
