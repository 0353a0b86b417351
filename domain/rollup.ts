import { indicator, type IndicatorId } from './indicators';

/** A figure of one place with the two counts behind it; the denominator is null where the indicator is no ratio. */
export interface Count {
  indicator: IndicatorId;
  key: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/**
 * Adds the figures of small places up to larger ones: sums add, ratios are built anew from their two sums (never averaged),
 * the least stays the least. `groupOf` says where a place belongs; null leaves it out.
 */
export function rollUp(counts: readonly Count[], groupOf: (key: string) => string | null): Count[] {
  const groups = new Map<string, Count>();
  for (const count of counts) {
    const key = groupOf(count.key);
    if (key === null) continue;
    const slot = `${count.indicator} ${key}`;
    const sum = groups.get(slot);
    groups.set(slot, sum ? joined(sum, count) : { ...count, key });
  }
  return [...groups.values()];
}

function joined(a: Count, b: Count): Count {
  const definition = indicator(a.indicator);
  if ('ratio' in definition) {
    const numerator = (a.numerator ?? 0) + (b.numerator ?? 0);
    const denominator = (a.denominator ?? 0) + (b.denominator ?? 0);
    return { ...a, numerator, denominator, value: denominator === 0 ? null : (numerator / denominator) * definition.factor };
  }
  if (a.value === null || b.value === null) return { ...a, value: a.value ?? b.value, numerator: a.value ?? b.value };
  const value = definition.divisions === 'least' ? Math.min(a.value, b.value) : a.value + b.value;
  return { ...a, value, numerator: value };
}

/** Looks figures up by indicator and key. What no row speaks of is nothing: zero for a sum, null for a ratio or a least. */
export function counter(counts: readonly Count[]): (id: IndicatorId, key: string) => Count {
  const bySlot = new Map(counts.map((count) => [`${count.indicator} ${count.key}`, count]));
  return (id, key) => bySlot.get(`${id} ${key}`) ?? nothing(id, key);
}

function nothing(id: IndicatorId, key: string): Count {
  const definition = indicator(id);
  if ('ratio' in definition) return { indicator: id, key, value: null, numerator: 0, denominator: 0 };
  const value = definition.divisions === 'least' ? null : 0;
  return { indicator: id, key, value, numerator: value, denominator: null };
}
