import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, lineOf, netIncome, perHead, type PovertyLine } from './income';

const income = { year: 2016, wage: 1_200_000, business: 400_000, property: 0, transfer: 150_000, cost: 130_000 };
const line = (year: number, scope: PovertyLine['scope'], fen: number): PovertyLine => ({ year, scope, fen, status: 'found', source: 'test' });
const lines = [line(2016, 'national', 295_200), line(2016, 'Sichuan', 310_000), line(2013, 'national', 273_600)];

describe('income of a household', () => {
  it('is wage, business, property and transfer less the cost of production', () => {
    expect(netIncome(income)).toBe(1_620_000);
  });

  it('per head is rounded down to the fen, in a year of loss too', () => {
    expect(perHead(1_000_000, 3)).toBe(333_333);
    expect(perHead(-100, 3)).toBe(-34);
    expect(perHead(100, 0)).toBeNull();
  });

  it('is measured against the line of the province, else the nation, else nothing', () => {
    expect(lineOf(lines, 2016)?.fen).toBe(310_000);
    expect(lineOf(lines, 2013)?.fen).toBe(273_600);
    expect(lineOf(lines, 2012)).toBeNull();
  });

  it('just on the line is not below it', () => {
    expect(assess({ ...income, wage: 0, business: 930_000, transfer: 0, cost: 0 }, 3, lines).margin).toBe(0);
    expect(assess({ ...income, wage: 0, business: 929_999, transfer: 0, cost: 0 }, 3, lines).margin).toBe(-1);
    expect(assess({ ...income, year: 2012 }, 3, lines).margin).toBeNull();
  });

  it('never says more per head than there is', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 15 }), (net, people) => {
      const head = perHead(net, people) ?? NaN;
      expect(head * people).toBeLessThanOrEqual(net);
      expect((head + 1) * people).toBeGreaterThan(net);
    }));
  });
});
