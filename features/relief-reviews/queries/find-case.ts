import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced, type Tx, widened } from '@/db/fence';
import { CASE_COLUMNS, type ReliefCase, rulesById } from '@/db/relief-cases';
import { OTHER_COLUMNS, type OtherCase, othersOfCase } from '@/db/relief-others';
import { type Standing, standingToward } from '@/db/relief-standing';
import type { FundDeed } from '@/domain/fund';
import { maskedName } from '@/domain/mask';
import type { Present, ReliefDeed, ReliefPart, ReliefRules, Review } from '@/domain/relief';
import type { Worksheet } from '@/domain/relief-amount';
import type { Viewer } from '@/domain/viewer';
import { mayReadNames } from '@/features/relief/policy';

export interface CasePerson { readonly id: number; readonly name: string; readonly relation: string; readonly idMask: string; readonly sealed: boolean }
export interface CaseWorksheet extends Worksheet { readonly part: 'applicant' | Review; readonly who: string | null; readonly at: number; readonly explanation: string | null }
export interface CaseVisit { readonly id: number; readonly part: Review; readonly who: string; readonly visitedOn: string; readonly found: string; readonly present: readonly Present[]; readonly explained: boolean }
export interface CaseStep { readonly id: number; readonly part: ReliefPart; readonly verb: ReliefDeed; readonly who: string | null; readonly at: number; readonly note: string | null }
export interface CaseNotice { readonly id: number; readonly maskedName: string; readonly amount: number; readonly opensAt: number; readonly closesAt: number; readonly takenDown: boolean }
export interface CaseObjection { readonly id: number; readonly text: string; readonly objector: string | null; readonly phoneTail: string | null; readonly at: number; readonly answeredAt: number | null; readonly who: string | null; readonly answer: string | null; readonly upheld: boolean | null }
export interface CaseCard { readonly id: number; readonly holder: string; readonly bank: string; readonly cardTail: string; readonly isChange: boolean; readonly at: number; readonly enteredBy: number | null; readonly who: string | null; readonly confirmedBy: string | null; readonly usableAt: number | null; readonly reason: string | null }
export interface CaseEntry { readonly id: number; readonly deed: FundDeed; readonly amount: number; readonly bookedOn: string }

/** A case with its records: money in fen, instants in epoch milliseconds, days `YYYY-MM-DD`. Worksheets and visits are of the present round. */
interface CaseRecord extends ReliefCase {
  readonly village: string;
  readonly township: string;
  readonly causeText: string;
  readonly lineScope: 'national' | 'Sichuan' | null;
  readonly lineSource: string | null;
  readonly appliedAt: number;
  readonly dueAt: number | null;
  readonly now: number;
  readonly phoneTail: string | null;
  /** Another case of the same household, cause and year that lives or was paid. */
  readonly other: string | null;
  /** Cases of the same household or the same people and year, whatever their cause. */
  readonly others: readonly OtherCase[];
  /** The last it was put in that was not taken back, and why the bank sent it back. */
  readonly batch: { readonly id: number; readonly no: string; readonly reason: string | null } | null;
  readonly people: readonly CasePerson[];
  readonly worksheets: readonly CaseWorksheet[];
  readonly visits: readonly CaseVisit[];
  /** How many files show the cause, also for who may not open them. */
  readonly files: number;
  readonly evidence: readonly { readonly id: number; readonly name: string; readonly type: string; readonly size: number }[];
  readonly steps: readonly CaseStep[];
  readonly notices: readonly CaseNotice[];
  readonly objections: readonly CaseObjection[];
  readonly cards: readonly CaseCard[];
  readonly entries: readonly CaseEntry[];
}

/** The same with the rules it keeps, and how who asks stands toward it. */
export interface CaseView extends CaseRecord, Standing {
  readonly rules: ReliefRules | null;
  /** When its registered household left the list, if it did. */
  readonly exitedOn: string | null;
}

const ms = (at: SQL): SQL => sql`(extract(epoch from ${at}) * 1000)::float8`;
const nameOf = (person: SQL): SQL => sql`(select p.name from people p where p.id = ${person})`;
const list = (rows: SQL): SQL => sql`(select coalesce(json_agg(r order by r.id), '[]') from (${rows}) as r)`;

const PARTS: Record<'people' | 'worksheets' | 'visits' | 'evidence' | 'steps' | 'notices' | 'objections' | 'cards' | 'entries' | 'others', SQL> = {
  people: sql`select id, name, relation, id_mask as "idMask", id_number is not null as sealed from relief_people where case_id = c.id`,
  worksheets: sql`select id, part, ${nameOf(sql`w.person_id`)} as who, ${ms(sql`w.at`)} as at, explanation, wage, business, property, transfer, cost from relief_worksheets w where case_id = c.id and round = c.round`,
  visits: sql`select id, part, ${nameOf(sql`v.person_id`)} as who, to_char(visited_on, 'YYYY-MM-DD') as "visitedOn", found, present, explained from relief_visits v where case_id = c.id and round = c.round`,
  evidence: sql`select id, name, type, size from relief_evidence where case_id = c.id`,
  steps: sql`select id, part, verb, ${nameOf(sql`s.person_id`)} as who, ${ms(sql`s.at`)} as at, note from relief_steps s where case_id = c.id`,
  notices: sql`select id, masked_name as "maskedName", amount, ${ms(sql`opens_at`)} as "opensAt", ${ms(sql`closes_at`)} as "closesAt", taken_down_at is not null as "takenDown" from relief_notices where case_id = c.id`,
  objections: sql`select id, text, objector, phone_tail as "phoneTail", ${ms(sql`o.at`)} as at, ${ms(sql`answered_at`)} as "answeredAt", ${nameOf(sql`answered_by`)} as who, answer, upheld from relief_objections o where case_id = c.id`,
  cards: sql`
    select k.id, holder, bank, card_tail as "cardTail", is_change as "isChange", ${ms(sql`k.at`)} as at, entered_by as "enteredBy", ${nameOf(sql`entered_by`)} as who, ${nameOf(sql`confirmed_by`)} as "confirmedBy", k.reason,
      case when not is_change then ${ms(sql`k.at`)} when confirmed_at is not null then ${ms(sql`k.at + make_interval(hours => r.card_hours)`)} end as "usableAt"
    from relief_cards k join relief_rules r on r.id = c.rules_id where k.case_id = c.id`,
  others: sql`select ${OTHER_COLUMNS} from relief_cases o where o.year = c.year and ${othersOfCase}`,
  entries: sql`
    select e.id, deed, to_char(booked_on, 'YYYY-MM-DD') as "bookedOn", (select max(p.amount) from fund_postings p where p.entry_id = e.id) as amount
    from fund_entries e where e.case_id = c.id or e.line_id in (select l.id from relief_batch_lines l where l.case_id = c.id)`,
};

/** A case inside the viewer's fence, with all that hangs on it; null outside it. */
export async function findCase(viewer: Viewer, id: number): Promise<CaseView | null> {
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<CaseRecord>(sql`
      select ${CASE_COLUMNS}, v.name as village, t.name as township, c.cause_text as "causeText", c.line_scope as "lineScope", c.line_source as "lineSource",
        ${ms(sql`c.applied_at`)} as "appliedAt", ${ms(sql`c.due_at`)} as "dueAt", ${ms(sql`county_now()`)} as now, c.phone_tail as "phoneTail",
        (select count(*)::int from relief_evidence where case_id = c.id) as files,
        (select o.no from relief_cases o where o.subject_key = c.subject_key and o.cause = c.cause and o.year = c.year and o.id <> c.id and o.state not in ('refused', 'withdrawn') limit 1) as other,
        (select json_build_object('id', b.id, 'no', b.no, 'reason', coalesce(l.return_reason, l.reason)) from relief_batch_lines l join relief_batches b on b.id = l.batch_id where l.case_id = c.id and l.state <> 'void' order by l.id desc limit 1) as batch,
        ${sql.join(Object.entries(PARTS).map(([name, rows]) => sql`${list(rows)} as ${sql.identifier(name)}`), sql`, `)}
      from relief_cases c join divisions v on v.code = c.division join divisions t on t.code = left(c.division, 9) where c.id = ${id}`);
    if (!row) return null;
    // Whoever may read a case reads what its rules say, whether they may open the registry or not.
    const exitedOn = row.householdId === null ? null : await widened(tx, () => exitOf(tx, row.householdId));
    return { ...(mayReadNames(viewer) ? row : withoutNames(row)), exitedOn, rules: await rulesById(tx, row.rulesId), ...(await standingToward(tx, row.id, viewer.personId)) };
  });
}

/** For who pays but opens no household's file: names as the public reads them, and nothing of an illness, a home or who objected. */
function withoutNames(row: CaseRecord): CaseRecord {
  return {
    ...row,
    headName: maskedName(row.headName), causeText: '', evidence: [], visits: [],
    people: row.people.map((person) => ({ ...person, name: maskedName(person.name) })),
    objections: row.objections.map((objection) => ({ ...objection, objector: null, phoneTail: null })),
  };
}

async function exitOf(tx: Tx, household: number | null): Promise<string | null> {
  const { rows: [row] } = await tx.execute<{ exitedOn: string | null }>(sql`select to_char(exited_on, 'YYYY-MM-DD') as "exitedOn" from households where id = ${household}`);
  return row?.exitedOn ?? null;
}
