import { type SQL, sql } from 'drizzle-orm';
import { indicator, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import { addMonths, firstDay, type Month } from '@/domain/month';
import { type Tx, widened } from './fence';
import { worth } from './measure';
import { readingOf, textArray } from './readings';
import { isAboutHouseholds, register } from './registers';
import { countedAt } from './rows';

/** An indicator read over one cadre's households: those assigned to them at the end of `at`; its rows are those of `month`. */
export interface CadreAsked {
  readonly person: number;
  readonly indicator: IndicatorId;
  readonly month: Month;
  readonly at: Month;
}

/** Whether an indicator can be told of single households: every part of it has rows that name one. */
export const isOfHouseholds = (id: IndicatorId): boolean => partsOf(id).every((part) => isAboutHouseholds((indicator(part) as RegisterIndicator).register));

interface Own extends Record<string, unknown> {
  person: number;
  household: number;
  division: string;
}

/** Assignments `a` that stand at the end of a month, so that each household counts for one cadre (db/registers and the cadres' board ask the same). */
export const assignedAt = (month: Month): SQL => {
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  return sql`a.starts_on < ${next} and (a.ends_on is null or (a.ends_on >= ${next} and a.ends_on > a.starts_on))`;
};

/**
 * Readings over cadres' own households, counted from the rows: a cadre has few, and what they add up to is the village's measurement.
 * Counted whoever asks, like a measurement. Null where nothing can be said: a rate of a cadre without households.
 */
export async function cadreFigures(tx: Tx, asked: readonly CadreAsked[]): Promise<(one: CadreAsked) => number | null> {
  const found = new Map<string, number>();
  const keyOf = (person: number, part: IndicatorId, { month, at }: Pick<CadreAsked, 'month' | 'at'>) => `${person} ${part} ${month} ${at}`;
  if (asked.length > 0) await widened(tx, () => countAll());
  return (one) => readingOf(one.indicator, String(one.person), (part) => found.get(keyOf(one.person, part, one)) ?? null).value;

  async function countAll(): Promise<void> {
    for (const at of new Set(asked.map((one) => one.at))) {
      const here = asked.filter((one) => one.at === at);
      const own = await ownAt(tx, [...new Set(here.map(({ person }) => person))], at);
      for (const month of own.length === 0 ? [] : new Set(here.map((one) => one.month))) await count(own, here.filter((one) => one.month === month));
    }
  }

  /** Counts what is asked of one month's rows over these assignments. */
  async function count(own: readonly Own[], here: readonly CadreAsked[]): Promise<void> {
    const [when] = here as [CadreAsked];
    for (const part of new Set(here.flatMap((one) => partsOf(one.indicator)))) {
      const { rows } = await tx.execute<{ household: number; amount: string }>(amountsOf(part, when.month, own));
      const amounts = new Map(rows.map(({ household, amount }) => [household, Number(amount)]));
      for (const { person, household } of own) {
        const key = keyOf(person, part, when);
        found.set(key, (found.get(key) ?? 0) + (amounts.get(household) ?? 0));
      }
    }
  }
}

async function ownAt(tx: Tx, people: readonly number[], at: Month): Promise<readonly Own[]> {
  const { rows } = await tx.execute<Own>(sql`
    select a.person_id as person, a.household_id as household, a.division from assignments a where a.person_id in ${people} and ${assignedAt(at)}`);
  return rows;
}

/** What each of the households adds to an indicator's part at a month, and the first day of that. */
function amountsOf(part: IndicatorId, month: Month, own: readonly Own[]): SQL {
  const definition = indicator(part) as RegisterIndicator;
  return sql`
    select r.household, sum(${worth(definition)}) as amount, min(r.since) as day from ${register(definition.register)}
    where r.division = any(${textArray([...new Set(own.map(({ division }) => division))])}) and r.household in ${[...new Set(own.map(({ household }) => household))]} and ${countedAt(definition, month)}
    group by r.household`;
}

/** A household of a cadre, and what it adds to a figure. */
export interface CadreRow extends Record<string, unknown> {
  household: number;
  headName: string;
  place: string;
  /** Since when it is theirs. */
  since: string;
  /** What it adds to the figure (of a rate: to its first part), and the first day of that; nothing and null where it does not count. */
  amount: number;
  day: string | null;
}

/** The households behind a cadre's figure, as far as the fence lets them be seen: those that do not count yet first. */
export async function cadreRows(tx: Tx, { person, indicator: id, month, at }: CadreAsked): Promise<CadreRow[]> {
  const own = await ownAt(tx, [person], at);
  if (own.length === 0) return [];
  const households = own.map(({ household }) => household);
  const { rows } = await tx.execute<CadreRow & { amount: string | number }>(sql`
    select h.id as household, h.head_name as "headName", d.name as place, to_char(a.starts_on, 'YYYY-MM-DD') as since,
      coalesce(counted.amount, 0) as amount, to_char(counted.day, 'YYYY-MM-DD') as day
    from assignments a join households h on h.id = a.household_id join divisions d on d.code = h.division
    left join (${amountsOf(partsOf(id)[0] as IndicatorId, month, own)}) as counted on counted.household = h.id
    where a.person_id = ${person} and a.household_id in ${households} and ${assignedAt(at)} order by counted.day nulls first, h.id`);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
