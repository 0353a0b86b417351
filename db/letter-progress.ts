import { areaOf } from '@/domain/area';
import { groupBy } from '@/domain/group';
import type { IndicatorId } from '@/domain/indicators';
import { addsUpOver } from '@/domain/letter-proof';
import { baseMonth, isDifference, measureOf, type Pace, paceOf } from '@/domain/letter-pace';
import { januaryOf, type Month } from '@/domain/month';
import { cadreFigures, isOfHouseholds } from './cadre-figures';
import type { Tx } from './fence';
import { type Cut, readings } from './readings';

/** A promise that can be measured. */
export interface Bound {
  readonly indicator: IndicatorId;
  readonly division: string;
  readonly target: number;
  readonly dueMonth: Month;
  /** Whom the letter binds, where it binds one person: a cadre answers for their own households, not for the village. */
  readonly person?: number | null;
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

/** Whether a promise is measured over one cadre's households: it binds a person, and the indicator can be told of households. */
export const isPersonal = <One extends Pick<Bound, 'indicator' | 'person'>>(bound: One): bound is One & { person: number } => typeof bound.person === 'number' && isOfHouseholds(bound.indicator);

/**
 * How far promises are at the end of a month, from the measurements the viewer sees. One reading for each month and level of places, however many promises.
 * A cadre's is counted over the households that are theirs at the end of the month.
 */
export async function progressOf(tx: Tx, bounds: readonly Bound[], month: Month): Promise<(bound: Bound) => Progress> {
  const monthsOf = ({ dueMonth }: Bound) => { const at = earlier(month, dueMonth); return [at, baseMonth(at)] as const; };
  const placed = await lookup(tx, bounds.filter((bound) => !isPersonal(bound)).flatMap((bound) => monthsOf(bound).map((each) => ({ indicator: bound.indicator, division: bound.division, month: each }))));
  const owned = await cadreFigures(tx, bounds.filter(isPersonal).flatMap((bound) => monthsOf(bound).map((each) => ({ person: bound.person, indicator: bound.indicator, month: each, at: monthsOf(bound)[0] }))));
  return (bound) => {
    const { indicator: id, division, dueMonth, target } = bound;
    const at = earlier(month, dueMonth);
    const read = (of: Month) => (isPersonal(bound) ? owned({ person: bound.person, indicator: id, month: of, at }) : placed(id, division, of));
    const base = read(baseMonth(at));
    const now = at < januaryOf(dueMonth) ? null : read(at);
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
