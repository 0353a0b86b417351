import { type SQL, sql } from 'drizzle-orm';
import { indicator, INDICATOR_IDS, type IndicatorId, measuredFrom, type RegisterIndicator, type RegisterName } from '@/domain/indicators';
import { addMonths, firstDay, type Month } from '@/domain/month';
import { readClock } from './clock';
import { type Tx, widened } from './fence';
import { LOCKS } from './locks';
import { textArray } from './readings';
import { REGISTERS } from './registers';

/** What a write touched: the rows of a register, at a division, in a month. */
export interface Touched {
  register: RegisterName;
  division: string;
  month: Month;
}

const definitionOf = (id: IndicatorId): RegisterIndicator => {
  const definition = indicator(id);
  if (!('register' in definition)) throw new Error(`${id} is a ratio: it is read from its parts, not measured`);
  return definition;
};

/** What a row adds: one, or its amount in the indicator's unit. */
export const worth = ({ of, scale }: RegisterIndicator): SQL => (of === 'rows' ? sql`1` : scale ? sql`r.amount::numeric / ${scale}` : sql`r.amount`);

/** What an indicator's rows (or some of them) changed, by division and month: they enter with `since` and leave with `until`. */
export function changesOf(id: IndicatorId, rows: SQL = sql`true`): SQL {
  const definition = definitionOf(id);
  return sql`
    select r.division, to_char(moved.day, 'YYYY-MM') as month, sum(moved.change) as change
    from (${REGISTERS[definition.register]}) as r cross join lateral (values (r.since, ${worth(definition)}), (r.until, -(${worth(definition)}))) as moved (day, change)
    where r.since is not null and (r.until is null or r.until > r.since) and moved.day is not null and ${rows} group by r.division, to_char(moved.day, 'YYYY-MM')`;
}

/** The same of days that an index finds: asked apart for those who enter and those who leave on them. */
function changesOn(id: IndicatorId, days: { since: SQL; until: SQL }): SQL {
  const definition = definitionOf(id);
  const rows = sql`(${REGISTERS[definition.register]}) as r`;
  return sql`
    select division, month, sum(change) as change from (
      select r.division, to_char(r.since, 'YYYY-MM') as month, ${worth(definition)} as change
      from ${rows} where r.since is not null and (r.until is null or r.until > r.since) and ${days.since}
      union all
      select r.division, to_char(r.until, 'YYYY-MM'), -(${worth(definition)})
      from ${rows} where r.until is not null and r.until > r.since and ${days.until}
    ) as moved group by division, month`;
}

/** Township of a division; the county's own rows stand for themselves. */
const township = (division: string): string => division.slice(0, 9);

/**
 * Measures again exactly what a write touched, in its transaction. One writer at a time per township, so that two never
 * count from the same state, and none while the measured day moves. A correction of a closed month is booked in the open one (see the measurements table).
 */
export async function remeasure(tx: Tx, touched: readonly Touched[], bookedIn?: Month): Promise<void> {
  if (touched.length === 0) return;
  const together = new Map<string, { register: RegisterName; month: Month; divisions: Set<string> }>();
  for (const { register, division, month } of touched) {
    const key = `${register} ${month}`;
    const group = together.get(key) ?? { register, month, divisions: new Set() };
    together.set(key, group);
    group.divisions.add(division);
  }
  const openMonth = bookedIn ?? (await readClock(tx)).openMonth;
  const townships = [...new Set(touched.map((each) => township(each.division)))].sort();
  await widened(tx, async () => {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCKS.measuredDay}, 0), pg_advisory_xact_lock(${LOCKS.measuring}, code::int) from unnest(${textArray(townships)}) as code`);
    for (const { register, month, divisions } of together.values()) {
      const known = month > openMonth ? month : openMonth;
      for (const id of measuredFrom(register)) await book(tx, id, [...divisions], month, known);
    }
  });
}

/** Books the difference between what the rows say of a month and what is booked of it, for some divisions, at both levels. */
async function book(tx: Tx, id: IndicatorId, divisions: readonly string[], month: Month, known: Month): Promise<void> {
  const first = firstDay(month);
  const next = firstDay(addMonths(month, 1));
  const [only] = divisions;
  const here = (column: SQL) => (divisions.length === 1 ? sql`${column} = ${only}` : sql`${column} = any(${textArray(divisions)})`);
  const rows = changesOn(id, {
    since: sql`${here(sql`r.division`)} and r.since >= ${first}::date and r.since < ${next}::date`,
    until: sql`${here(sql`r.division`)} and r.until >= ${first}::date and r.until < ${next}::date`,
  });
  await enter(tx, id, sql`
    select division, ${month}::text as month, ${known}::text as known, sum(change) as change from (
      select division, change from (${rows}) as now where month = ${month}
      union all
      select division, -change from measurements where indicator = ${id} and month = ${month} and ${here(sql`division`)}
    ) as both_sides group by division having sum(change) <> 0`);
}

/** Enters changes of an indicator (division, month, the month they are known in, change) at both levels. */
export async function enter(tx: Tx, id: IndicatorId, changes: SQL): Promise<void> {
  await tx.execute(sql`
    with diff as (${changes}),
    place as (
      insert into measurements (indicator, division, month, known, change)
      select ${id}, division, month, known, change from diff
      on conflict (indicator, month, division, known) do update set change = measurements.change + excluded.change
    )
    insert into township_measurements (indicator, division, month, known, change)
    select ${id}, left(division, 9), month, known, sum(change) from diff group by left(division, 9), month, known
    on conflict (indicator, month, division, known) do update set change = township_measurements.change + excluded.change`);
}

/** Measures every indicator from all rows: for a county just loaded. Each change is booked in its own month. */
export async function measureAll(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from measurements`);
  await tx.execute(sql`delete from township_measurements`);
  for (const id of INDICATOR_IDS.filter((each) => 'register' in indicator(each))) {
    await tx.execute(sql`
      insert into measurements (indicator, division, month, known, change)
      select ${id}, division, month, month, change from (${changesOf(id)}) as c where change <> 0`);
  }
  await tx.execute(sql`
    insert into township_measurements (indicator, division, month, known, change)
    select indicator, left(division, 9), month, known, sum(change) from measurements
    group by indicator, left(division, 9), month, known having sum(change) <> 0`);
}

export interface Difference {
  indicator: IndicatorId;
  division: string;
  month: string;
  measured: number;
  counted: number;
}

/** Measurements that differ from what their rows say, at both levels; none on a sound database. Reads every row. */
export async function differences(tx: Tx): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const id of INDICATOR_IDS.filter((each) => 'register' in indicator(each))) {
    const { rows } = await tx.execute<{ division: string; month: string; measured: number; counted: number }>(sql`
      with counted as materialized (${changesOf(id)}), sides as (
        select 'village' as level, division, month, change as counted, 0 as measured from counted
        union all select 'township', left(division, 9), month, change, 0 from counted
        union all select 'village', division, month, 0, change from measurements where indicator = ${id}
        union all select 'township', division, month, 0, change from township_measurements where indicator = ${id}
      )
      select division, month, sum(measured)::float8 as measured, sum(counted)::float8 as counted
      from sides group by level, division, month having sum(measured) <> sum(counted) order by level desc, division, month`);
    found.push(...rows.map((row) => ({ indicator: id, ...row })));
  }
  return found;
}
