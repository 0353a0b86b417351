import { type SQL, sql } from 'drizzle-orm';
import { type ReliefPart, reviewOf } from '@/domain/relief';
import type { Worksheet } from '@/domain/relief-amount';
import type { Tx } from './fence';
import { lockCase, moveCase, type ReliefCase } from './relief-cases';

/** Who acted on a case in which part, and whether the one who asks is of its people or a declared relative. */
export interface Standing {
  readonly hands: readonly { readonly personId: number; readonly part: ReliefPart }[];
  readonly kin: boolean;
}

/** Whether a person is of a case's people, or declared one of them a relative. */
export const isKin = (caseId: SQL | number, person: SQL | number): SQL =>
  sql`exists (select from kinships q join relief_people p on p.id_hash = q.id_hash where p.case_id = ${caseId} and q.person_id = ${person})`;

/** The standing of a person toward a case inside the fence. */
export async function standingToward(tx: Tx, caseId: number, personId: number): Promise<Standing> {
  const { rows: [row] } = await tx.execute<{ hands: Standing['hands'] | null; kin: boolean }>(sql`
    select (select json_agg(distinct jsonb_build_object('personId', s.person_id, 'part', s.part)) from relief_steps s where s.case_id = ${caseId} and s.person_id is not null) as hands,
      ${isKin(caseId, personId)} as kin`);
  return { hands: row?.hands ?? [], kin: row?.kin ?? false };
}

/** A case with the standing of who asks, locked until the end of the transaction. */
export async function lockStanding(tx: Tx, id: number, personId: number): Promise<(ReliefCase & Standing) | undefined> {
  const its = await lockCase(tx, id);
  return its && { ...its, ...(await standingToward(tx, id, personId)) };
}

/** What is known for a review: the last part's worksheet of this round, how many people the case has, the days a visit may lie in. */
export interface ReviewGround extends Record<string, unknown> {
  readonly before: Worksheet | null;
  readonly people: number;
  readonly appliedOn: string;
  readonly today: string;
}

export async function reviewGround(tx: Tx, { id, round }: Pick<ReliefCase, 'id' | 'round'>): Promise<ReviewGround | undefined> {
  const { rows } = await tx.execute<ReviewGround>(sql`
    select (select json_build_object('wage', w.wage, 'business', w.business, 'property', w.property, 'transfer', w.transfer, 'cost', w.cost)
        from relief_worksheets w where w.case_id = c.id and w.round = ${round} order by w.id desc limit 1) as before,
      (select count(*)::int from relief_people p where p.case_id = c.id) as people,
      to_char(c.applied_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "appliedOn", to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
    from relief_cases c where c.id = ${id}`);
  return rows[0];
}

/** What the database's first two gates still miss of a case: 'calculation gate', 'supervision gate', or nothing. */
export async function missingGate(tx: Tx, id: number): Promise<string | null> {
  const { rows } = await tx.execute<{ gate: string | null }>(sql`select relief_gate(${id}) as gate`);
  return rows[0]?.gate ?? null;
}

/** Takes a case's notice down: it was sent back, refused or withdrawn. */
export async function takeDownNotice(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`update relief_notices set taken_down_at = county_now() where case_id = ${id} and taken_down_at is null`);
}

/** Ends a review that lets a case not pass: back to the applicant, or refused. A notice that hangs is taken down. Null when it waits for no review, or somebody was faster. */
export async function leaveReview(tx: Tx, its: ReliefCase, way: 'return' | 'refuse', { version, by, note }: { version: number; by: number; note: string }): Promise<ReliefCase | null> {
  const review = reviewOf(its.state);
  if (review === null) return null;
  await takeDownNotice(tx, its.id);
  return moveCase(tx, { case: its, verb: `${way}-${review}`, version, by, note });
}
