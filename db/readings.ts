import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';
import { indicator, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import { januaryOf, type Month } from '@/domain/month';
import type { Tx } from './fence';
import { inArea } from './scope';

/** `known`: as the closed month stood when it was closed. `true`: with every correction since. */
export type ReadingKind = 'true' | 'known';
export type Cut = 'total' | 'township' | 'zone' | 'village';

/** A figure with its two counts. For what is no ratio the numerator is the value and the denominator null. */
export interface Reading {
  indicator: IndicatorId;
  /** 'total', a township or village code, a zone's number; 'own' for rows that hang on no township or zone. */
  key: string;
  /** Null where nothing can be said: a ratio over nothing, the least of no village. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

export interface Question {
  indicators: readonly IndicatorId[];
  area: Area;
  month: Month;
  reading?: ReadingKind;
  by?: Cut;
}

interface Summed { indicator: IndicatorId; key: string; value: number }

/** Reads indicators for an area and month. Any cut adds up to the total. Keys without rows are left out: they read as nothing. */
export async function readings(tx: Tx, question: Question): Promise<Reading[]> {
  return (await readingsOf(tx, [question]))[0] ?? [];
}

/** The same for several questions (of different months, say) in one statement, answered in their order. */
export async function readingsOf(tx: Tx, questions: readonly Question[]): Promise<Reading[][]> {
  const selects = questions.flatMap((question, no) => selectsOf(question, no));
  const { rows } = selects.length === 0 ? { rows: [] } : await tx.execute<{ no: number; indicator: IndicatorId; key: string; value: string }>(sql.join(selects, sql` union all `));
  return questions.map((question, at) => {
    const own = rows.filter(({ no }) => no === at).map(({ indicator: id, key, value }) => ({ indicator: id, key, value: Number(value) }));
    return putTogether(question, folded(own, question.by ?? 'total'));
  });
}

function putTogether(question: Question, summed: readonly Summed[]): Reading[] {
  const sums = new Map<string, number>();
  const keys = new Set<string>(question.by === 'total' || !question.by ? ['total'] : []);
  for (const { indicator: id, key, value } of summed) {
    sums.set(`${id} ${key}`, value);
    keys.add(key);
  }
  return question.indicators.flatMap((id) => [...keys].sort().flatMap((key) => {
    const known = partsOf(id).some((part) => sums.has(`${part} ${key}`));
    return known || key === 'total' ? [readingOf(id, key, (part) => sums.get(`${part} ${key}`) ?? null)] : [];
  }));
}

/** Puts an indicator's value together from its parts' sums. Missing sums count as zero, except the least of no village. */
export function readingOf(id: IndicatorId, key: string, sumOf: (part: IndicatorId) => number | null): Reading {
  const definition = indicator(id);
  if (!('ratio' in definition)) {
    const value = sumOf(id) ?? (definition.divisions === 'least' ? null : 0);
    return { indicator: id, key, value, numerator: value, denominator: null };
  }
  const [over, under] = partsOf(id) as [IndicatorId, IndicatorId];
  const numerator = sumOf(over) ?? 0;
  const denominator = sumOf(under) ?? 0;
  return { indicator: id, key, value: denominator === 0 ? null : (numerator / denominator) * definition.factor, numerator, denominator };
}

/** A question's sums by indicator and division, one select for each way of adding up; `no` tells the questions apart. */
function selectsOf({ indicators, area, month, reading = 'true', by = 'total' }: Question, no: number): SQL[] {
  const groups = new Map<string, { ids: IndicatorId[]; definition: RegisterIndicator }>();
  for (const id of new Set(indicators.flatMap(partsOf))) {
    const definition = indicator(id) as RegisterIndicator;
    const group = `${definition.time} ${definition.divisions}`;
    const entry = groups.get(group) ?? { ids: [], definition };
    entry.ids.push(id);
    groups.set(group, entry);
  }
  return [...groups.values()].map(({ ids, definition }) => {
    const months = { last: sql`m.month <= ${month}`, month: sql`m.month = ${month}`, year: sql`m.month >= ${januaryOf(month)} and m.month <= ${month}` }[definition.time];
    const where = sql`m.indicator = any(${textArray(ids)}) and ${months} and ${reading === 'known' ? sql`m.known <= ${month}` : sql`true`} and ${inArea(sql`m.division`, area)}`;
    if (definition.divisions === 'least') {
      return sql`select ${no}::int as no, indicator, key, min(value) as value from (
        select m.indicator, ${keyOf(by)} as key, sum(m.change) as value from measurements m ${zoneJoin(by)} where ${where} group by m.indicator, m.division, ${keyOf(by)}
      ) as villages group by indicator, key`;
    }
    // By division as it stands: the index is in that order, so nothing is sorted. The cut is folded afterwards.
    const key = by === 'zone' || by === 'total' ? keyOf(by) : sql`m.division`;
    return sql`select ${no}::int as no, m.indicator, ${key} as key, sum(m.change) as value from ${tableFor(area, by)} m ${zoneJoin(by)} where ${where} group by m.indicator, ${key}`;
  });
}

/** Rows by division brought to the cut asked for; what hangs on a wider division is 'own'. */
function folded(rows: readonly Summed[], by: Cut): Summed[] {
  const length = { township: 9, village: 12, total: 0, zone: 0 }[by];
  if (length === 0) return [...rows];
  const sums = new Map<string, Summed>();
  for (const row of rows) {
    const key = row.key === 'own' || row.key.length < length ? 'own' : row.key.slice(0, length);
    const slot = `${row.indicator} ${key}`;
    const sum = sums.get(slot);
    const least = sum && (indicator(row.indicator) as RegisterIndicator).divisions === 'least';
    sums.set(slot, { ...row, key, value: sum ? (least ? Math.min(sum.value, row.value) : sum.value + row.value) : row.value });
  }
  return [...sums.values()];
}

/** County, zones and townships are read from the township sums; villages, and areas below a township, from the villages' own. */
export function tableFor(area: Area, by: Cut): SQL {
  const below = by === 'village' || area.from.length > 9;
  return below ? sql`measurements` : sql`township_measurements`;
}

/** The key a cut groups by, over measurements `m` (and `d` of zoneJoin). */
export function keyOf(by: Cut): SQL {
  switch (by) {
    case 'total': return sql`'total'::text`;
    case 'township': return sql`case when length(m.division) < 9 then 'own' else left(m.division, 9) end`;
    case 'village': return sql`case when length(m.division) < 12 then 'own' else m.division end`;
    case 'zone': return sql`coalesce(d.zone_no::text, 'own')`;
  }
}

/** Zones belong to townships. */
export const zoneJoin = (by: Cut): SQL => (by === 'zone' ? sql`left join divisions d on d.code = left(m.division, 9) and d.level = 'township'` : sql``);

export const textArray = (ids: readonly string[]): SQL => sql`array[${sql.join(ids.map((id) => sql`${id}`), sql`, `)}]::text[]`;
