import { FILING_DAYS } from '@/domain/deadline';
import { answerTime, drawSample } from '@/domain/spot-check';
import { filingExceptions } from '../schema/checklists';
import { findings, spotChecks, spotSamples } from '../schema/spot-checks';
import { addDays, instant } from './calendar';
import { SPOT_CONFIRMED, SPOT_FINDINGS } from './cast/spot-checks';
import { Dice } from './dice';
import type { Filing } from './filings';
import type { Ground } from './ground';
import type { Roll } from './roll';
import { SPOT_CHECKS } from './shape';
import type { Writer } from './write';

type Row<T extends { $inferInsert: object }> = T['$inferInsert'];

/** What squads drew and found of January. */
export interface Spots {
  readonly samples: Row<typeof spotSamples>[];
  readonly checks: Row<typeof spotChecks>[];
  readonly findings: Row<typeof findings>[];
  /** Windows in which a challenged filer can answer. */
  readonly windows: Omit<Row<typeof filingExceptions>, 'id'>[];
}

const dice = new Dice('spot-checks');
const { month } = SPOT_CHECKS;

/** The form PostgreSQL gives a random one. */
function uuid(key: number): string {
  const hex = (digits: number, at: number) => dice.between(0, 16 ** digits - 1, key, at).toString(16).padStart(digits, '0');
  return `${hex(8, 1)}-${hex(4, 2)}-4${hex(3, 3)}-a${hex(3, 4)}-${hex(6, 5)}${hex(6, 6)}`;
}

/** Two squads draw samples of the month that was locked last, as the product draws them; what they found is added to the checklists' steps. */
export function makeSpotChecks(filings: readonly Filing[], roll: Roll, ground: Ground, reviewers: readonly number[]): Spots {
  const made: Spots = { samples: [], checks: [], findings: [], windows: [] };
  for (const { no, drawnOn, size, checked, challengedOn, answered } of SPOT_CHECKS.squads) {
    const post = roll.posts.find((each) => each.kind === 'squad' && each.no === no)!;
    const { personId } = roll.appointments.find((each) => each.postId === post.id && each.duty === 'squad-leader')!;
    const townships = new Set(ground.townships.filter(({ zone }) => zone === post.zoneNo).map(({ code }) => code));
    const drawnAt = instant(drawnOn, 9 * 60 + 12);
    const population = filings.filter((each) => each.month === month && townships.has(each.appointment.division.slice(0, 9)) && each.state === 'verified' && each.steps.at(-1)!.at < drawnAt);
    const [id, seed] = [made.samples.length + 1, uuid(no)];
    made.samples.push({ id, postId: post.id!, month, seed, population: population.length, drawnBy: personId, drawnAt });
    const drawn = drawSample(seed, population.map((each) => each.id), size).map((each) => filings[each - 1]!);
    const doubted = drawn.slice(0, checked).find(({ kind, allZero }) => !allZero && (kind === 'first-secretary' || kind === 'team-leader'));
    for (const [at, filing] of drawn.entries()) {
      const row = { sampleId: id, checklistId: filing.id, division: filing.appointment.division, no: at + 1 };
      const on = instant(filing === doubted ? challengedOn : dice.day(addDays(drawnOn, 1), challengedOn, no, at, 1), dice.between(9 * 60 + 30, 17 * 60, no, at, 2));
      if (at >= checked) made.checks.push(row);
      else if (filing !== doubted) made.checks.push({ ...row, result: 'confirmed', note: SPOT_CONFIRMED[at % SPOT_CONFIRMED.length]!, checkedBy: personId, checkedAt: on });
      else {
        const note = SPOT_FINDINGS[no % SPOT_FINDINGS.length]!;
        made.checks.push({ ...row, result: 'challenged', note, checkedBy: personId, checkedAt: on });
        challenged(made, filing, { at: on, personId, note, answered, reviewers });
      }
    }
  }
  return made;
}

/** A challenge opens a finding and a window; whoever answers in it is verified again by the office, which closes the finding. */
function challenged(made: Spots, filing: Filing, { at, personId, note, answered, reviewers }: { at: Date; personId: number; note: string; answered: boolean; reviewers: readonly number[] }): void {
  const { id, appointment: { division, personId: filer } } = filing;
  const { until } = answerTime(month, FILING_DAYS, at);
  filing.steps.push({ at, personId, verb: 'challenge', note }, { at, personId, verb: 'reopen', note });
  filing.state = 'returned';
  made.windows.push({ checklistId: id, division, personId: filer, grantedBy: personId, grantedAt: at, expiresAt: until, reason: note, cause: 'challenge' });
  const found = { id: made.findings.length + 1, checklistId: id, division, foundBy: personId, foundAt: at, detail: note, closedBy: null, closedAt: null };
  if (!answered) return void made.findings.push(found);
  const [again, closed] = [1, 2].map((days) => new Date(at.getTime() + days * 86_400_000 - 3_600_000)) as [Date, Date];
  const reviewer = dice.pick(reviewers, 9, id);
  filing.steps.push({ at: again, personId: filer, verb: 'submit', note: null }, { at: closed, personId: reviewer, verb: 'verify', note: null });
  filing.state = 'verified';
  made.findings.push({ ...found, closedBy: reviewer, closedAt: closed });
}

/** Samples, findings, and what their challenges opened; windows number on after the exceptions the office granted. */
export async function writeSpotChecks(out: Writer, { samples, checks, findings: found, windows }: Spots): Promise<void> {
  await out.settled();
  const { rows: [last] } = await out.tx.query<{ id: number }>('select coalesce(max(id), 0)::int as id from filing_exceptions');
  await out.rows(spotSamples, samples);
  await out.rows(spotChecks, checks);
  await out.rows(findings, found);
  await out.rows(filingExceptions, windows.map((window, at) => ({ id: last!.id + at + 1, ...window })));
  await out.sql(`
    insert into inbox_messages (person_id, kind, month, checklist_id, at) select person_id, 'challenge', $1, checklist_id, granted_at from filing_exceptions where cause = 'challenge' order by id`, [month]);
}
