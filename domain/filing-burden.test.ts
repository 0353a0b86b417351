import { describe, expect, it } from 'vitest';
import { burdenByKind, burdenByMonth, burdenOf, type BurdenPart, typedEach } from './filing-burden';

const part = (kind: BurdenPart['kind'], month: BurdenPart['month'], filed: number, shown: number, prefilled: number, typed: number): BurdenPart => ({ kind, month, filed, shown, prefilled, typed });
const PARTS = [part('township', '2018-01', 2, 20, 14, 5), part('first-secretary', '2018-01', 4, 24, 12, 10), part('first-secretary', '2018-02', 1, 6, 4, 1)];

describe('the burden of filing', () => {
  it('adds up to one whole, by month as by kind', () => {
    const whole = burdenOf(PARTS);
    expect(whole).toEqual({ filed: 7, shown: 50, prefilled: 30, typed: 16 });
    expect(burdenOf(burdenByMonth(PARTS).map(({ counts }) => counts))).toEqual(whole);
  });

  it('stands per kind with its months, a gap where nothing was filed', () => {
    expect(burdenByKind(PARTS, '2017-12', '2018-02')).toEqual([
      { kind: 'township', counts: { filed: 0, shown: 0, prefilled: 0, typed: 0 }, each: [null, 2.5, null] },
      { kind: 'first-secretary', counts: { filed: 1, shown: 6, prefilled: 4, typed: 1 }, each: [null, 2.5, 1] },
    ]);
  });

  it('stands per month, the newest first', () => {
    expect(burdenByMonth(PARTS).map(({ month, each }) => [month, each])).toEqual([['2018-02', { 'first-secretary': 1 }], ['2018-01', { township: 2.5, 'first-secretary': 2.5 }]]);
  });

  it('is no number where nothing was filed', () => {
    expect(typedEach(burdenOf([]))).toBeNull();
  });
});
