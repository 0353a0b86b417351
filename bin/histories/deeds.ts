import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { recordedOf } from '@/db/checklists';
import { readClock } from '@/db/clock';
import { type MadePerson, making } from '@/db/testing/fixtures';
import type { Duty } from '@/domain/command';
import { DEMAND_KINDS, SEEN } from '@/domain/visit';
import { daysAfter } from '@/domain/day';
import type { Month } from '@/domain/month';
import { appoint } from '@/features/appointments/commands/appoint';
import { end } from '@/features/appointments/commands/end';
import { replace } from '@/features/appointments/commands/replace';
import { giveOver } from '@/features/assignments/commands/give-over';
import { reassign } from '@/features/assignments/commands/reassign';
import { takeOver } from '@/features/assignments/commands/take-over';
import { changeCalendar } from '@/features/calendar/commands/change-calendar';
import { grantException } from '@/features/checklists/commands/grant-exception';
import { returnChecklist } from '@/features/checklists/commands/return';
import { saveChecklist } from '@/features/checklists/commands/save';
import { submitChecklist } from '@/features/checklists/commands/submit';
import { verifyChecklist } from '@/features/checklists/commands/verify';
import { verifyPlainChecklist } from '@/features/checklists/commands/verify-plain';
import { checkOnTheSpot } from '@/features/spot-checks/commands/check';
import { drawSpotChecks } from '@/features/spot-checks/commands/draw';
import { answerDemand } from '@/features/visits/commands/answer-demand';
import { correctVisit } from '@/features/visits/commands/correct';
import { recordVisit } from '@/features/visits/commands/record';
import type { Command } from '@/server/command';
import { at, by, type Deed, found, type Throw } from './attempt';
import type { County } from './county';
import { LETTER_DEEDS } from './letter-deeds';

const REASON = '任意历史的理由';
const DUTIES: readonly Duty[] = ['first-secretary', 'team-leader', 'technician', 'cadre', 'cadre', 'team-member', 'township-secretary'];

const office = ({ offices, people }: County, no: number): MadePerson => at([...offices, people[2]!], no);
const secretary = ({ people }: County): MadePerson => people[0]!;
const here = ({ township }: County): SQL => sql`left(division, 9) = ${township}`;
const day = async (no: number): Promise<string> => daysAfter((await making(readClock)).today, at([-20, -2, 0, 0, 0, 1, 9], no));
/** One time in eleven a screen is old. */
const seen = (version: number, no: number): number => (no % 11 === 10 ? Math.max(1, version - 1) : version);

async function term(county: County, no: number) {
  const rows = await found<{ id: number; was: string; duty: Duty }>(sql`
    select id, coalesce(to_char(ends_on, 'YYYY-MM-DD'), '') as was, duty from appointments where ${here(county)} order by ends_on is not null, id limit 12`);
  return at(rows, no);
}

interface Standing extends Record<string, unknown> {
  id: number;
  version: number;
  person: number;
  division: string;
  month: Month;
}

/** One of the county's checklists: of these states first, and in a wrong one where there are not enough. */
async function checklist(county: County, states: readonly string[], no: number): Promise<Standing | undefined> {
  const rows = await found<Standing>(sql`
    select id, version, person_id as person, division, month from checklists where ${here(county)} order by state in ${[...states]} desc, id desc limit 3`);
  return rows.length > 0 ? at(rows, no) : undefined;
}

async function filing(county: County, command: Command, [a, b, c, d]: Throw): Promise<unknown> {
  const row = await checklist(county, ['open', 'draft', 'returned'], c);
  if (!row) return null;
  const recorded = await making((tx) => recordedOf(tx, row.division, row.month, ['support.visits'])).then((all) => all.get('support.visits') ?? null);
  const mode = at(['recorded', 'recorded', 'other', 'nothing'], d);
  const entries = {
    1: { mode, claim: mode === 'other' ? String(b % 7) : '', explanation: mode === 'recorded' ? '' : '补录上月纸质台账', seen: recorded === null || d % 10 === 9 ? '' : String(recorded) },
    2: a % 10 === 9 ? {} : b % 3 === 0 ? { mode: 'nothing' } : { mode: 'given', text: '走访农户，宣传政策，协调修路' },
  };
  return by(county, row.person, [a, b, c, d], command, { id: row.id, version: seen(row.version, c), entries });
}

async function reviewing(county: County, command: Command, states: readonly string[], dice: Throw, more: object = {}): Promise<unknown> {
  const [, b, c, d] = dice;
  const row = await checklist(county, states, c);
  return row ? by(county, office(county, d), dice, command, { id: row.id, version: seen(row.version, b), ...more }) : null;
}

const verdicts = (no: number) => ({ entries: { 1: { verdict: at(['supported', 'partly', 'contradicted'], no) }, 2: { verdict: 'supported' } }, reason: REASON });

async function handOver(county: County, dice: Throw, side: 'give' | 'take'): Promise<unknown> {
  const person = side === 'give' ? sql`from_person_id` : sql`to_person_id`;
  const [row] = await found<{ id: number; person: number }>(sql`
    select id, ${person} as person from handovers where ${here(county)} and ${side === 'give' ? sql`given_at` : sql`taken_at`} is null order by id offset ${dice[2] % 2} limit 1`);
  return row ? by(county, row.person, dice, side === 'give' ? giveOver : takeOver, { id: row.id }) : null;
}

async function visit(county: County, dice: Throw): Promise<unknown> {
  const [a, b, c, d] = dice;
  const household = at(county.households, b);
  const [cadre] = await found<{ person: number }>(sql`select person_id as person from assignments where household_id = ${household} and ends_on is null`);
  const visitedOn = await day(c);
  const said = at([{}, {}, { demand: at(DEMAND_KINDS, d), demandText: '修屋顶' }, { demand: 'medical', outcome: 'promised', promise: '报医疗救助', dueOn: daysAfter(visitedOn, d % 40) }, { demand: 'water', outcome: 'solved' }], a);
  const again = county.keys.length > 0 && d % 8 === 7;
  const key = again ? at(county.keys, c) : randomUUID();
  if (!again) county.keys.push(key);
  return by(county, cadre?.person ?? county.people[1], dice, recordVisit, { key, household, visitedOn, seen: at(SEEN, c), ...said, ...(d % 2 === 0 && { again: true }) });
}

async function correct(county: County, dice: Throw): Promise<unknown> {
  const rows = await found<{ id: number; version: number; person: number }>(sql`select id, version, person_id as person from visits where ${here(county)} and key is not null order by id desc limit 4`);
  if (rows.length === 0) return null;
  const row = at(rows, dice[1]);
  return by(county, row.person, dice, correctVisit, { id: row.id, version: seen(row.version, dice[3]), visitedOn: await day(dice[2]), seen: at(SEEN, dice[3]), note: '', reason: REASON });
}

async function answer(county: County, dice: Throw): Promise<unknown> {
  const rows = await found<{ id: number }>(sql`select id from demands where ${here(county)} order by answered_on is not null, id limit 3`);
  return rows.length > 0 ? by(county, at([secretary(county), office(county, dice[3]), county.people[1]!], dice[2]), dice, answerDemand, { id: at(rows, dice[1]).id, answer: at(['solved', 'explained', 'withdrawn'], dice[3]), text: '已经落实' }) : null;
}

async function give(county: County, dice: Throw): Promise<unknown> {
  const [, b, c, d] = dice;
  const open = await found<{ id: number; open: number }>(sql`
    select h.id, coalesce(a.id, 0) as open from households h left join assignments a on a.household_id = h.id and a.ends_on is null
    where h.division = ${at(county.villages, b % 3)} order by h.id offset ${c % 3} limit ${1 + (d % 3)}`);
  const { personId } = at(county.people, c);
  return by(county, at([secretary(county), county.offices[0]!], d), dice, reassign, { moves: open.map((row) => `${row.id}:${row.open}:${personId}`), reason: REASON, ...(d % 2 === 0 && { cap: '1' }) });
}

async function exception(county: County, dice: Throw): Promise<unknown> {
  return reviewing(county, grantException, ['open', 'draft', 'returned', 'submitted'], dice, { until: daysAfter((await making(readClock)).today, dice[3] % 34), reason: REASON });
}

async function draw(county: County, dice: Throw): Promise<unknown> {
  const [row] = await found<{ month: Month }>(sql`select month from checklists where ${here(county)} and state = 'verified' order by id desc limit 1`);
  return by(county, county.squad, dice, drawSpotChecks, { month: row?.month ?? '2018-02', size: 1 + (dice[3] % 5) });
}

async function check(county: County, dice: Throw): Promise<unknown> {
  const [row] = await found<{ id: number; version: number }>(sql`
    select c.id, c.version from spot_checks k join spot_samples s on s.id = k.sample_id join checklists c on c.id = k.checklist_id where s.post_id = ${county.squad.postId} and k.result is null order by c.id limit 1`);
  return row ? by(county, county.squad, dice, checkOnTheSpot, { ...row, result: at(['confirmed', 'challenged'], dice[3]), note: '台账与走访记录不符' }) : null;
}

/** What people of a county do in a month, in any order. */
export const DEEDS = {
  appoint: async (county, dice) => by(county, at([...county.offices, secretary(county), county.leader], dice[3]), dice, appoint, {
    post: at(county.posts, dice[0]), duty: at(DUTIES, dice[1]), person: at(county.people, dice[2]).personId, startsOn: await day(dice[3]), endsOn: dice[3] % 4 === 0 ? daysAfter(await day(dice[3]), 30) : '', reason: REASON,
  }),
  end: async (county, dice) => by(county, office(county, 0), dice, end, { ...(await term(county, dice[1])), endsOn: await day(dice[2]), reason: REASON }),
  replace: async (county, dice) => by(county, office(county, 1), dice, replace, { ...(await term(county, dice[1])), person: at(county.people, dice[2]).personId, startsOn: await day(dice[3]), reason: REASON }),
  reassign: give,
  'hand-over': (county, dice) => handOver(county, dice, at(['give', 'take'] as const, dice[3])),
  visit,
  'correct-visit': correct,
  answer,
  save: (county, dice) => filing(county, saveChecklist, dice),
  submit: (county, dice) => filing(county, submitChecklist, dice),
  verify: (county, dice) => reviewing(county, verifyChecklist, ['submitted'], dice, verdicts(dice[1])),
  'verify-plain': (county, dice) => reviewing(county, verifyPlainChecklist, ['submitted'], dice),
  return: (county, dice) => reviewing(county, returnChecklist, ['submitted', 'submitted', 'verified'], dice, verdicts(dice[1])),
  exception,
  draw,
  check,
  calendar: async (county, dice) => by(county, county.system, dice, changeCalendar, {
    from: (await making(readClock)).openMonth, dueDay: 3 + (dice[1] % 4), lockDay: 6 + (dice[2] % 7), span: at(['from', 'only'], dice[3]),
  }),
  ...LETTER_DEEDS,
} satisfies Readonly<Record<string, Deed>>;
export type Verb = keyof typeof DEEDS;
