import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, areaOf, clip, contains, covers, union, zoneArea } from './area';

const township = fc.integer({ min: 100, max: 109 }).map((n) => `510823${n}`);
const village = fc.tuple(township, fc.integer({ min: 198, max: 202 })).map(([t, n]) => `${t}${n}`);
const division = fc.oneof(fc.constant('510823'), township, village);
const area = fc.oneof(division.map(areaOf), fc.array(fc.oneof(township, village), { minLength: 1 }).map((codes) => zoneArea(codes) as Area));
const everything = ['510823', '510822', '510824', ...Array.from({ length: 10 }, (_, t) => `51082310${t}`),
  ...Array.from({ length: 50 }, (_, i) => `51082310${Math.floor(i / 5)}${198 + (i % 5)}`)];
const inside = (of: Area | null) => everything.filter((code) => of !== null && contains(of, code));

describe('an area of the county', () => {
  it('is a division and everything below it, also after the digit 9', () => {
    expect(areaOf('510823109')).toEqual({ from: '510823109', to: '51082310:', townships: '*' });
    expect(contains(areaOf('510823109'), '510823109201')).toBe(true);
    expect(contains(areaOf('510823109'), '510823110201')).toBe(false);
    expect(contains(areaOf('510823100'), '510823')).toBe(false);
  });

  it('refuses what is not a code', () => {
    for (const code of ['', '5', '51082', '5108231', "510823'", '510823100201x']) expect(() => areaOf(code)).toThrow();
    expect(zoneArea([])).toBeNull();
    expect(zoneArea(['', '%'])).toBeNull();
  });

  it('of a zone has its townships and not what lies between them', () => {
    const zone = zoneArea(['510823105', '510823101']) as Area;
    expect(contains(zone, '510823105200')).toBe(true);
    expect(contains(zone, '510823103200')).toBe(false);
    expect(contains(zone, '510823')).toBe(false);
  });

  it('clipped to a village in a zone is that village, to a sibling zone nothing', () => {
    const zone = zoneArea(['510823101', '510823105']) as Area;
    expect(clip(zone, areaOf('510823105201'))).toEqual(areaOf('510823105201'));
    expect(clip(zone, areaOf('510823103'))).toBeNull();
    expect(clip(areaOf('510823103'), areaOf('510823'))).toEqual(areaOf('510823103'));
  });

  it('clips, joins and covers as sets do', () => {
    fc.assert(fc.property(area, area, (a, b) => {
      expect(inside(clip(a, b))).toEqual(inside(a).filter((code) => inside(b).includes(code)));
      expect(inside(union([a, b]))).toEqual(everything.filter((code) => inside(a).includes(code) || inside(b).includes(code)));
      expect(covers(a, b) ? inside(b).every((code) => inside(a).includes(code)) : true).toBe(true);
      expect(covers(union([a, b]) as Area, a)).toBe(true);
    }));
  });
});
