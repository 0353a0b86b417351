import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { beginsWith } from '@/db/names';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { maskedName } from '@/domain/mask';
import type { ReliefCause, ReliefState } from '@/domain/relief';
import { CASES_PER_PAGE, isReliefNumber, type ReliefSearch } from '@/domain/relief-search';
import type { Viewer } from '@/domain/viewer';
import { mayReadNames } from '../policy';

export interface CaseRow extends Record<string, unknown> {
  id: number;
  no: string;
  /** In full for who may open households' files, else as the public reads it. */
  headName: string;
  villageName: string;
  townshipName: string;
  cause: ReliefCause;
  year: number;
  state: ReliefState;
  round: number;
  /** Fen; null until there is a worksheet that comes to something. */
  amount: number | null;
  /** Epoch milliseconds: handed in, last step, end of the step's days. */
  appliedAt: number;
  since: number;
  dueAt: number | null;
}

export interface CaseList {
  rows: CaseRow[];
  /** Of the area, whatever else is asked. */
  counts: Partial<Record<ReliefState, { count: number; late: number }>>;
  count: number;
  /** The county's instant, epoch milliseconds. */
  now: number;
}

/** Applications of an area, those with the nearest end of their days first, 50 to a page; how many are in each state, and over their days. */
export async function listCases(viewer: Viewer, area: Area, search: ReliefSearch): Promise<CaseList> {
  return fenced(viewer, async (tx) => {
    const names = mayReadNames(viewer);
    const where = conditions(area, search, names);
    const { rows: states } = await tx.execute<{ state: ReliefState; count: number; late: number }>(sql`
      select state, count(*)::int as count, (count(*) filter (where due_at < county_now()))::int as late from relief_cases c where ${inArea(sql`c.division`, area)} group by state`);
    const { rows: [total] } = await tx.execute<{ count: number; now: number }>(sql`
      select count(*)::int as count, (extract(epoch from county_now()) * 1000)::float8 as now from relief_cases c where ${where}`);
    const rows = await rowsOf(tx, where, search.page);
    return {
      rows: names ? rows : rows.map((row) => ({ ...row, headName: maskedName(row.headName) })),
      counts: Object.fromEntries(states.map(({ state, count, late }) => [state, { count, late }])),
      count: total?.count ?? 0,
      now: total?.now ?? 0,
    };
  });
}

/** A name is looked for only by who may read it: a hit would tell it. */
function conditions(area: Area, { q, state, cause, late }: ReliefSearch, names: boolean): SQL {
  const all = [inArea(sql`c.division`, area)];
  if (q !== '') all.push(isReliefNumber(q) ? sql`c.no = ${q}` : names ? beginsWith(sql`c.head_name`, q) : sql`false`);
  if (state) all.push(sql`c.state = ${state}`);
  if (cause) all.push(sql`c.cause = ${cause}`);
  if (late) all.push(sql`c.due_at < county_now()`);
  return sql.join(all, sql` and `);
}

async function rowsOf(tx: Tx, where: SQL, page: number): Promise<CaseRow[]> {
  const { rows } = await tx.execute<CaseRow>(sql`
    select c.id, c.no, c.head_name as "headName", village.short_name as "villageName", township.short_name as "townshipName", c.cause, c.year, c.state, c.round, c.amount::float8 as amount,
      (extract(epoch from c.applied_at) * 1000)::float8 as "appliedAt", (extract(epoch from c.due_at) * 1000)::float8 as "dueAt",
      (extract(epoch from coalesce((select max(s.at) from relief_steps s where s.case_id = c.id), c.applied_at)) * 1000)::float8 as since
    from relief_cases c join divisions village on village.code = c.division left join divisions township on township.code = village.parent
    where ${where} order by c.due_at is null, c.due_at, c.id desc limit ${CASES_PER_PAGE} offset ${(page - 1) * CASES_PER_PAGE}`);
  return rows;
}
