import { sql } from 'drizzle-orm';
import type { ReliefCause } from '@/domain/relief';
import type { Tx } from './fence';
import { isKin } from './relief-standing';

/** Why an approved case is not put into a batch now. */
export const NOT_PAYABLE = ['gate', 'no-card', 'card-unconfirmed', 'card-hours', 'relative', 'acted', 'paid-before'] as const;
export type NotPayable = (typeof NOT_PAYABLE)[number];

/** An approved case with the account it would be paid to. `amount` in fen; `why` null: it may be paid. */
export interface PayableCase extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly division: string;
  readonly village: string;
  readonly headName: string;
  readonly round: number;
  readonly version: number;
  readonly amount: number;
  readonly subjectKey: string;
  readonly cause: ReliefCause;
  readonly year: number;
  readonly cardId: number | null;
  readonly holder: string | null;
  readonly cardTail: string | null;
  readonly why: NotPayable | null;
}

/**
 * All approved cases inside the fence, as this person may pay them: the database is asked for the gates and the usable account; who
 * acted in another part of a case, or is a relative, leaves it to the other officer. `lock` holds the cases for the transaction.
 */
export async function payableCases(tx: Tx, person: number, lock = false): Promise<PayableCase[]> {
  const { rows } = await tx.execute<PayableCase>(sql`
    select c.id, c.no, c.division, v.name as village, c.head_name as "headName", c.round, c.version, c.amount::float8 as amount, c.subject_key as "subjectKey", c.cause, c.year,
      k.id as "cardId", k.holder, k.card_tail as "cardTail",
      case
        when relief_gate(c.id) is not null then 'gate'
        when k.id is null then case
          when last.id is null then 'no-card'
          when last.is_change and last.confirmed_at is null then 'card-unconfirmed'
          when last.is_change and last.at + make_interval(hours => r.card_hours) > county_now() then 'card-hours'
          else 'no-card' end
        when exists (select from relief_steps s where s.case_id = c.id and s.person_id = ${person} and s.part <> 'payment') then 'acted'
        when ${isKin(sql`c.id`, person)} then 'relative'
        when exists (select from relief_batch_lines l where l.subject_key = c.subject_key and l.cause = c.cause and l.year = c.year and l.state in ('waiting', 'paid'))
          or exists (select from relief_people p join relief_people o on o.id_hash = p.id_hash and o.case_id <> p.case_id join relief_batch_lines l on l.case_id = o.case_id
            where p.case_id = c.id and l.state in ('waiting', 'paid') and l.cause = c.cause and l.year = c.year) then 'paid-before'
      end as why
    from relief_cases c join divisions v on v.code = c.division join relief_rules r on r.id = c.rules_id
    left join relief_cards k on k.id = relief_usable_card(c.id)
    left join lateral (select n.id, n.is_change, n.confirmed_at, n.at from relief_cards n where n.case_id = c.id order by n.id desc limit 1) as last on true
    where c.state = 'approved' order by c.division, c.id ${lock ? sql`for update of c` : sql``}`);
  const seconds = await countedAgain(tx, rows.filter(({ why }) => why === null));
  return rows.map((row) => (seconds.has(row.id) ? { ...row, why: 'paid-before' } : row));
}

/** Cases that count somebody whom an earlier one of these counts, for the same cause and year: the lines of both would be refused, so the earlier is paid. */
async function countedAgain(tx: Tx, cases: readonly PayableCase[]): Promise<Set<number>> {
  const { rows } = await tx.execute<{ id: number; person: string }>(sql`
    select p.case_id as id, p.id_hash as person from relief_people p join relief_cases c on c.id = p.case_id where c.state = 'approved' and p.id_hash is not null`);
  const people = new Map<number, string[]>();
  for (const { id, person } of rows) people.set(id, [...(people.get(id) ?? []), person]);
  const taken = new Set<string>();
  const again = new Set<number>();
  for (const { id, cause, year } of cases.toSorted((a, b) => a.id - b.id)) {
    const counted = (people.get(id) ?? []).map((person) => `${person} ${cause} ${year}`);
    if (counted.some((each) => taken.has(each))) again.add(id);
    else for (const each of counted) taken.add(each);
  }
  return again;
}
