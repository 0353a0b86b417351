import type { IndicatorId } from './indicators';
import { type Count, counter, rollUp } from './rollup';

/** Figures of a ground by place, by zone and in total, all added up from the same places. */
export interface Scoreboard {
  total(id: IndicatorId): Count;
  place(id: IndicatorId, code: string): Count;
  zone(id: IndicatorId, no: number): Count;
  /** Whether a figure hangs on the ground as a whole, like the fund's balance: there is some of it and none in any place. Places are not compared by it. */
  isUndivided(id: IndicatorId): boolean;
}

export function scoreboard(counts: readonly Count[], places: readonly { code: string; zone: number | null }[]): Scoreboard {
  const zoneOf = new Map(places.map(({ code, zone }) => [code, zone === null ? null : String(zone)]));
  const byPlace = counter(counts);
  const zones = counter(rollUp(counts, (key) => zoneOf.get(key) ?? null));
  const totals = counter(rollUp(counts, () => 'total'));
  return {
    total: (id) => totals(id, 'total'),
    place: (id, code) => byPlace(id, code),
    zone: (id, no) => zones(id, String(no)),
    isUndivided: (id) => Boolean(totals(id, 'total').numerator) && !places.some(({ code }) => byPlace(id, code).numerator),
  };
}

export interface Ranked<Place> {
  rank: number;
  place: Place;
  count: Count;
}

/** Places in order of a figure, the better first; equal values share a rank, and who has no value is left out. */
export function ranked<Place extends { code: string }>(places: readonly Place[], countOf: (code: string) => Count, better: 'more' | 'less'): Ranked<Place>[] {
  const sign = better === 'more' ? -1 : 1;
  const rows = places.map((place) => ({ place, count: countOf(place.code) })).filter(({ count }) => count.value !== null);
  rows.sort((a, b) => sign * (a.count.value! - b.count.value!) || (a.place.code < b.place.code ? -1 : 1));
  let rank = 0;
  return rows.map((row, at) => {
    if (at === 0 || row.count.value !== rows[at - 1]!.count.value) rank = at + 1;
    return { ...row, rank };
  });
}
