import { areaOf } from '@/domain/area';
import { groupBy } from '@/domain/group';
import type { IndicatorId } from '@/domain/indicators';
import { addsUpOver } from '@/domain/letter-proof';
import { baseMonth, isDifference, measureOf, type Pace, paceOf } from '@/domain/letter-pace';
import { januaryOf, type Month } from '@/domain/month';
import type { Tx } from './fence';
import { type Cut, readings } from './readings';

/** A promise that can be measured. */
export interface Bound {
  readonly indicator: IndicatorId;
  readonly division: string;
  readonly target: number;
  readonly dueMonth: Month;
}

export interface Progress extends Pace {
  /** The month that was measured: the one asked for, at most the due month. */
  readonly month: Month;
  /** A gain since January, or a level as it stands. */
  readonly value: number | null;
  readonly base: number | null;
}

type Lookup = (id: IndicatorId, division: string, month: Month) => number | null;

const earlier = (a: Month, b: Month): Month => (a < b ? a : b);

/** How far promises are at the end of a month, from the measurements the viewer sees. One reading for each month and level of places, however many promises. */
export async function progressOf(tx: Tx, bounds: readonly Bound[], month: Month): Promise<(bound: Bound) => Progress> {
  const read = await lookup(tx, bounds.flatMap(({ indicator, division, dueMonth }) => {
    const at = earlier(month, dueMonth);
    return [{ indicator, division, month: at }, { indicator, division, month: baseMonth(at) }];
  }));
  return (bound) => {
    const { indicator: id, division, dueMonth, target } = bound;
    const at = earlier(month, dueMonth);
    const base = read(id, division, baseMonth(at));
    const now = at < januaryOf(dueMonth) ? null : read(id, division, at);
    const value = isDifference(id) && now !== null ? now - (base ?? 0) : now;
    return { ...paceOf({ indicator: id, target, dueMonth, month: at, value, base }), month: at, value, base: measureOf(id) === 'level' ? base : null };
  };
}

/** Readings of indicators at places and months. */
export async function lookup(tx: Tx, asked: readonly { indicator: IndicatorId; division: string; month: Month }[]): Promise<Lookup> {
  const found = new Map<string, number | null>();
  for (const [key, group] of groupBy(asked, ({ division, month }) => `${month} ${division.length}`)) {
    const [month = '', length = ''] = key.split(' ');
    const places = [...new Set(group.map(({ division }) => division))];
    const [only = ''] = places;
    const by: Cut = places.length === 1 ? 'total' : length === '9' ? 'township' : 'village';
    const area = areaOf(places.length === 1 ? only : common(places));
    const indicators = [...new Set(group.map(({ indicator }) => indicator))];
    for (const { indicator, key: place, value } of await readings(tx, { indicators, area, month: month as Month, by })) found.set(`${indicator} ${by === 'total' ? only : place} ${month}`, value);
  }
  return (id, division, month) => found.get(`${id} ${division} ${month}`) ?? (addsUpOver(id) ? 0 : null);
}

/** The smallest division all of these lie in. */
const common = (codes: readonly string[]): string => [9, 6].map((digits) => codes[0]!.slice(0, digits)).find((prefix) => codes.every((code) => code.startsWith(prefix))) ?? codes[0]!.slice(0, 6);
