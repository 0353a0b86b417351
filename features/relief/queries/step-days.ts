import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { RELIEF_WAITS, REVIEWING } from '@/db/registers/relief';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { addMonths, firstDay, type Month, monthOf } from '@/domain/month';
import type { Review } from '@/domain/relief';
import type { DaysSearch } from '@/domain/relief-search';
import type { Viewer } from '@/domain/viewer';

export const STEPS_PER_PAGE = 50;
const MONTHS = 12;

/** What of one step was decided in a month. Days; `least` and `most`: the limits they had, by the rules of each case. */
export interface StepMonth extends Record<string, unknown> {
  readonly month: Month;
  readonly step: Review;
  readonly count: number;
  readonly late: number;
  readonly median: number;
  readonly longest: number;
  readonly least: number;
  readonly most: number;
}

/** One review from the day its case arrived to the day it was decided, `YYYY-MM-DD`. */
export interface StepRow extends Record<string, unknown> {
  readonly id: number;
  readonly caseId: number;
  readonly no: string;
  readonly village: string;
  readonly since: string;
  readonly until: string;
  readonly days: number;
  readonly most: number;
}

/** Reviews that were decided, each with its days. A decision on the last day of the limit is in time. */
const decided = (area: Area): SQL => sql`
  select w.id, w.case_id, w.division, w.part, w.since, w.until, w.until - w.since as days, w.most, to_char(w.until, 'YYYY-MM') as month
  from (${RELIEF_WAITS}) as w where w.part is not null and w.ended in (${REVIEWING}) and ${inArea(sql`w.division`, area)}`;

/** The twelve months up to that of `today`, and what each step took in them: only months in which something was decided. */
export async function stepMonths(viewer: Viewer, area: Area, today: string): Promise<{ months: Month[]; steps: StepMonth[] }> {
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(monthOf(today), at + 1 - MONTHS));
  return fenced(viewer, async (tx) => {
    const { rows: steps } = await tx.execute<StepMonth>(sql`
      select d.month, d.part as step, count(*)::int as count, (count(*) filter (where d.days > d.most))::int as late,
        percentile_cont(0.5) within group (order by d.days)::float8 as median, max(d.days) as longest, min(d.most) as least, max(d.most) as most
      from (${decided(area)}) as d where d.until >= ${firstDay(months[0]!)}::date group by d.month, d.part
      order by d.month desc, array_position(array['village', 'township', 'district'], d.part)`);
    return { months, steps };
  });
}

/** The reviews behind one of these figures, the longest first, 50 to a page. */
export async function stepRows(viewer: Viewer, area: Area, { step, decided: month, late, page }: DaysSearch): Promise<{ rows: StepRow[]; count: number }> {
  const where = sql`d.part = ${step} and d.month = ${month}${late ? sql` and d.days > d.most` : sql``}`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<StepRow>(sql`
      select d.id, d.case_id as "caseId", c.no, v.name as village, to_char(d.since, 'YYYY-MM-DD') as since, to_char(d.until, 'YYYY-MM-DD') as until, d.days, d.most
      from (${decided(area)}) as d join relief_cases c on c.id = d.case_id join divisions v on v.code = d.division
      where ${where} order by d.days desc, d.id limit ${STEPS_PER_PAGE} offset ${(page - 1) * STEPS_PER_PAGE}`);
    const { rows: [counted] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from (${decided(area)}) as d where ${where}`);
    return { rows, count: counted?.count ?? 0 };
  });
}
