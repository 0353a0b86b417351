import { expect, test } from 'vitest';
import type { Count } from './rollup';
import { ranked, scoreboard } from './scoreboard';

const rate = (key: string, numerator: number, denominator: number): Count => ({
  indicator: 'poverty.incidence', key, numerator, denominator, value: denominator ? (numerator / denominator) * 100 : null,
});
const places = [{ code: 'a', zone: 1 }, { code: 'b', zone: 1 }, { code: 'c', zone: 2 }, { code: 'd', zone: 2 }];
const board = scoreboard([rate('a', 1, 10), rate('b', 3, 10), rate('c', 1, 10), rate('own', 0, 10)], places);

test('zones and total come from the same places; what hangs on no place counts in the total alone', () => {
  expect(board.zone('poverty.incidence', 1)).toMatchObject({ numerator: 4, denominator: 20, value: 20 });
  expect(board.total('poverty.incidence')).toMatchObject({ numerator: 5, denominator: 40, value: 12.5 });
  expect(board.place('poverty.incidence', 'b').value).toBe(30);
});
test('ranking: the better first, equals share a rank, the unknown stand in no ranking', () => {
  const rows = ranked(places, (code) => board.place('poverty.incidence', code), 'less');
  expect(rows.map(({ rank, place }) => [rank, place.code])).toEqual([[1, 'a'], [1, 'c'], [3, 'b']]);
  expect(ranked(places, (code) => board.place('poverty.incidence', code), 'more')[0]?.place.code).toBe('b');
});
test('a figure of which no place has any hangs on the ground as a whole', () => {
  const of = (key: string, value: number): Count => ({ indicator: 'supervision.squads', key, numerator: value, denominator: null, value });
  expect(scoreboard([of('own', 3)], places).isUndivided('supervision.squads')).toBe(true);
  expect(scoreboard([of('own', 3), of('a', 1)], places).isUndivided('supervision.squads')).toBe(false);
  expect(scoreboard([], places).isUndivided('supervision.squads')).toBe(false);
});
