import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PovertyLine } from './income';
import { reliefAmount, WORKSHEET_KINDS, worksheetDifferences } from './relief-amount';

const line = (fen: number): PovertyLine => ({ year: 2017, scope: 'Sichuan', fen, status: 'found', source: '测试' });
const sheet = { wage: 300_000, business: 240_000, property: 10_000, transfer: 90_000, cost: 60_000 };
const fen = fc.integer({ min: 0, max: 5_000_000 });
const sheets = fc.record({ wage: fen, business: fen, property: fen, transfer: fen, cost: fen });

describe('the amount of a relief', () => {
  it('is line × people − net income', () => {
    expect(reliefAmount({ year: 2017, ...sheet }, 3, line(330_000))).toMatchObject({ net: 580_000, people: 3, perHead: 193_333, amount: 410_000 });
  });

  it('is nothing over the line, on it, and without people', () => {
    expect(reliefAmount({ year: 2017, ...sheet, wage: 9_000_000 }, 3, line(330_000)).amount).toBe(0);
    expect(reliefAmount({ year: 2017, wage: 990_000, business: 0, property: 0, transfer: 0, cost: 0 }, 3, line(330_000)).amount).toBe(0);
    expect(reliefAmount({ year: 2017, ...sheet }, 0, line(330_000))).toMatchObject({ amount: 0, perHead: null });
  });

  it('counts a year of loss in full', () => {
    expect(reliefAmount({ year: 2017, ...sheet, cost: 900_000 }, 2, line(330_000)).amount).toBe(920_000);
  });

  it('lifts whom it helps to the line, and over it by less than a fen a head', () => {
    fc.assert(fc.property(sheets, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 600_000 }), (income, people, each) => {
      const { net, amount } = reliefAmount({ year: 2017, ...income }, people, line(each));
      expect(Number.isSafeInteger(amount)).toBe(true);
      if (amount === 0) expect(net).toBeGreaterThanOrEqual(each * people);
      else {
        expect((net + amount) / people).toBeGreaterThanOrEqual(each);
        expect((net + amount) / people - each).toBeLessThan(1);
      }
    }));
  });

  it('a fen less income is a fen more help', () => {
    fc.assert(fc.property(sheets, fc.integer({ min: 1, max: 12 }), (income, people) => {
      const before = reliefAmount({ year: 2017, ...income }, people, line(330_000)).amount;
      fc.pre(before > 0);
      expect(reliefAmount({ year: 2017, ...income, cost: income.cost + 1 }, people, line(330_000)).amount).toBe(before + 1);
    }));
  });
});

describe('two worksheets', () => {
  it('differ in the kinds that say something else', () => {
    expect(worksheetDifferences(sheet, sheet)).toEqual([]);
    expect(worksheetDifferences(sheet, { ...sheet, wage: 310_000, cost: 0 })).toEqual([{ kind: 'wage', before: 300_000, after: 310_000 }, { kind: 'cost', before: 60_000, after: 0 }]);
  });

  it('differ the same both ways round', () => {
    fc.assert(fc.property(sheets, sheets, (one, other) => {
      expect(worksheetDifferences(one, other).map(({ kind }) => kind)).toEqual(worksheetDifferences(other, one).map(({ kind }) => kind));
      expect(worksheetDifferences(one, other)).toHaveLength(WORKSHEET_KINDS.filter((kind) => one[kind] !== other[kind]).length);
    }));
  });
});
