import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';
import type { RowCursor } from '@/domain/cursor';
import { indicator, type IndicatorId, type RegisterIndicator } from '@/domain/indicators';
import { addMonths, firstDay, januaryOf, type Month } from '@/domain/month';
import type { Tx } from './fence';
import { worth } from './measure';
import { textArray } from './readings';
import { isAboutHouseholds, register } from './registers';
import { inArea } from './scope';

/** One row behind a figure, as its register names it (db/registers.ts). */
export interface RegisterRow {
  key: string;
  division: string;
  /** The village with its township, the township, or the county the row hangs on. */
  place: string;
  label: string;
  kind: string;
  since: string | null;
  until: string | null;
  /** What the row adds to the figure, in the indicator's unit. */
  amount: number;
  household: number | null;
}

export interface RowsQuestion {
  indicator: IndicatorId;
  area: Area;
  month: Month;
  /** The rows after this one; the first page when absent. */
  after?: RowCursor | null;
  limit: number;
}

/** Rows and their sum, counted from the register itself. */
export interface Totals {
  count: number;
  value: number | null;
}

const measuredOf = (id: IndicatorId): RegisterIndicator => {
  const definition = indicator(id);
  if (!('register' in definition)) throw new Error(`${id} is a ratio: ask for the rows of its parts`);
  return definition;
};

/** The rows that make up an indicator's value at a month: what stands at its end, or what happened in the month or the year so far. */
export function countedAt({ time }: RegisterIndicator, month: Month): SQL {
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  const lasting = sql`(r.until is null or r.until > r.since)`;
  return {
    last: sql`r.since < ${next} and (r.until is null or (r.until >= ${next} and r.until > r.since))`,
    month: sql`r.since >= ${firstDay(month)}::date and r.since < ${next} and ${lasting}`,
    year: sql`r.since >= ${firstDay(januaryOf(month))}::date and r.since < ${next} and ${lasting}`,
  }[time];
}

const counted = (definition: RegisterIndicator, area: Area, month: Month): SQL => sql`${inArea(sql`r.division`, area)} and ${countedAt(definition, month)}`;

/** One page of the rows behind a figure, by division and then in the register's order; of a `least` figure its villages, least first. */
export async function rowsBehind(tx: Tx, question: RowsQuestion): Promise<(RegisterRow & { ord: number })[]> {
  const definition = measuredOf(question.indicator);
  if (definition.divisions === 'least') return named(tx, leastFirst(definition, question));
  const reach = await reachOf(tx, definition, question);
  const near = reach ? await named(tx, byDivision(definition, question, reach.divisions)) : [];
  // Fewer than measured: somebody who sees only some of the rows.
  return reach && (reach.all || near.length >= question.limit) ? near : named(tx, byDivision(definition, question, null));
}

async function named(tx: Tx, page: SQL): Promise<(RegisterRow & { ord: number })[]> {
  const { rows } = await tx.execute<Record<string, unknown> & RegisterRow & { ord: number; amount: string | number }>(sql`
    select page.*, (
      select concat_ws(' ', t.name, d.name) from divisions d left join divisions t on t.code = d.parent and t.level = 'township' where d.code = page.division
    ) as place from (${page}) as page`);
  return rows.map((row) => ({ ...row, place: row.place ?? '', amount: Number(row.amount), ord: Number(row.ord) }));
}

/** Divisions that hold a page of rows, or all the rows there are. */
interface Reach {
  readonly divisions: readonly string[];
  readonly all: boolean;
}

/**
 * The divisions in which a page's rows lie, as the measurements tell them: so that a page reads the rows of a few villages, not
 * of the county. Null when they tell of less than a page, of amounts: a division may have rows that come to nothing.
 */
async function reachOf(tx: Tx, definition: RegisterIndicator, { indicator: id, area, month, after, limit }: RowsQuestion): Promise<Reach | null> {
  const { time } = definition;
  const months = { last: sql`month <= ${month}`, month: sql`month = ${month}`, year: sql`month >= ${januaryOf(month)} and month <= ${month}` }[time];
  const { rows } = await tx.execute<{ division: string; value: string }>(sql`
    select division, sum(change) as value from measurements
    where indicator = ${id} and ${months} and ${inArea(sql`division`, area)} and division > ${after?.division ?? ''}
    group by division having sum(change) <> 0 order by division`);
  const divisions = after ? [after.division] : [];
  let told = 0;
  for (const { division, value } of rows) {
    divisions.push(division);
    told += definition.of === 'rows' ? Number(value) : 1;
    if (told >= limit) return { divisions, all: false };
  }
  return definition.of === 'rows' ? { divisions, all: true } : null;
}

function byDivision(definition: RegisterIndicator, { area, month, after, limit }: RowsQuestion, divisions: readonly string[] | null): SQL {
  const from = after ? sql`(r.division, r.ord, r.key) > (${after.division}, ${after.ord}::int, ${after.key})` : sql`true`;
  // Said once more over the division alone, so that an index finds the page.
  const near = divisions ? sql`r.division = any(${textArray(divisions)})` : after ? sql`r.division >= ${after.division}` : sql`true`;
  return sql`
    select r.key, r.ord, r.division, r.label, r.kind, to_char(r.since, 'YYYY-MM-DD') as since, to_char(r.until, 'YYYY-MM-DD') as until,
      ${worth(definition)} as amount, ${isAboutHouseholds(definition.register) ? sql`r.household` : sql`null::int`} as household
    from ${register(definition.register)} where ${counted(definition, area, month)} and ${near} and ${from}
    order by r.division, r.ord, r.key limit ${limit}`;
}

function leastFirst(definition: RegisterIndicator, { area, month, after, limit }: RowsQuestion): SQL {
  const from = after ? sql`(amount, division) > (${after.amount}::numeric, ${after.division})` : sql`true`;
  return sql`
    select division as key, 0 as ord, division, (select d.name from divisions d where d.code = v.division) as label, 'division' as kind,
      null as since, null as until, amount, null::int as household
    from (${villagesOf(definition, area, month)}) as v where ${from} order by amount, division limit ${limit}`;
}

const villagesOf = (definition: RegisterIndicator, area: Area, month: Month): SQL => sql`
  select r.division, sum(${worth(definition)})::numeric as amount from ${register(definition.register)} where ${counted(definition, area, month)} group by r.division`;

/** Where the page after this row begins. */
export const cursorOf = (id: IndicatorId, row: RegisterRow & { ord: number }): RowCursor =>
  ({ amount: measuredOf(id).divisions === 'least' ? row.amount : null, division: row.division, ord: row.ord, key: row.key });

/** How many rows a figure has and what they come to, counted from the rows. Reads them all: for tests, exports and small registers. */
export async function totalsOf(tx: Tx, { indicator: id, area, month }: Omit<RowsQuestion, 'after' | 'limit'>): Promise<Totals> {
  const definition = measuredOf(id);
  const asked = definition.divisions === 'least'
    ? sql`select count(*)::int as count, min(amount)::float8 as value from (${villagesOf(definition, area, month)}) as v`
    : sql`select count(*)::int as count, coalesce(sum(${worth(definition)}), 0)::float8 as value
        from ${register(definition.register)} where ${counted(definition, area, month)}`;
  const { rows } = await tx.execute<{ count: number; value: number | null }>(asked);
  return rows[0] ?? { count: 0, value: null };
}
