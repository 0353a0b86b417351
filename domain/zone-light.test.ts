import { expect, test } from 'vitest';
import { zoneLight, type ZoneShares } from './zone-light';

const shares = (lifted: number | null, visited: number | null, filed: number | null): ZoneShares => {
  const share = (part: number | null) => ({ part, whole: part === null ? 0 : 100 });
  return { lifted: share(lifted), visited: share(visited), filed: share(filed) };
};
const county = shares(60, 30, 90);

test('green as long as nothing trails by more than is allowed; the bound itself is allowed', () => {
  expect(zoneLight(shares(57, 25, 85), county)).toEqual({ colour: 'green', behind: [] });
  expect(zoneLight(shares(99, 99, 99), county).colour).toBe('green');
});
test('yellow when one share trails', () => {
  expect(zoneLight(shares(60, 24, 90), county)).toEqual({ colour: 'yellow', behind: [{ test: 'visited', points: 6 }] });
});
test('red when two trail, or one by more than double', () => {
  expect(zoneLight(shares(56, 24, 90), county).colour).toBe('red');
  expect(zoneLight(shares(53.9, 30, 90), county).colour).toBe('red');
  expect(zoneLight(shares(54, 30, 90), county).colour).toBe('yellow');
});
test('a share nobody can speak of is left out; none at all is grey', () => {
  expect(zoneLight(shares(60, null, null), county).colour).toBe('green');
  expect(zoneLight(shares(null, null, null), county).colour).toBe('grey');
});
