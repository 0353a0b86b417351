import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUSEHOLDS_PER_CADRE } from './assignment';
import { type Spreadable, spread } from './spread';

const household = (id: number, group: number, cadre: number | null, orphaned = cadre === null): Spreadable => ({ id, group, cadre, orphaned });

describe('spreading the households of a village', () => {
  it('prefers who helps in the same natural village, then who has the fewest', () => {
    const { moves } = spread([household(1, 1, 10), household(2, 1, 10), household(3, 2, 20), household(4, 1, null), household(5, 3, null)], [{ id: 10, load: 2 }, { id: 20, load: 1 }]);
    expect(moves).toEqual([{ household: 4, from: null, to: 10 }, { household: 5, from: null, to: 20 }]);
  });

  it('takes what is too many from the natural village where its cadre helps the fewest', () => {
    const heavy = [1, 2, 3, 4, 5, 6].map((id) => household(id, id === 2 ? 2 : 1, 10));
    expect(spread(heavy, [{ id: 10, load: 6 }, { id: 20, load: 0 }])).toMatchObject({ moves: [{ household: 2, from: 10, to: 20 }], left: [] });
  });

  it('says for whom nobody has room', () => {
    expect(spread([household(1, 1, null)], [{ id: 10, load: 5 }])).toMatchObject({ moves: [], left: [1] });
    expect(spread([household(1, 1, 10, true)], [])).toMatchObject({ moves: [], left: [1] });
  });

  it('overloads nobody, moves only what must move, and leaves nothing that somebody had room for', () => {
    const village = fc.array(fc.record({ group: fc.integer({ min: 1, max: 4 }), cadre: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), gone: fc.boolean() }), { maxLength: 40 });
    fc.assert(fc.property(village, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), (drawn, elsewhere) => {
      // Cadres 5 and 6 do not serve in the village: what they have on paper is orphaned, or theirs.
      const households = drawn.map(({ group, cadre, gone }, at) => household(at + 1, group, cadre, cadre === null || (cadre > 4 && gone)));
      const helpers = [1, 2, 3, 4].map((id, at) => ({ id, load: households.filter((one) => one.cadre === id).length + (elsewhere[at] ?? 0) }));
      const { moves, left, loads } = spread(households, helpers);
      expect(new Set([...moves.map((move) => move.household), ...left]).size).toBe(moves.length + left.length);
      const must = households.filter((one) => one.orphaned).length + helpers.reduce((sum, { id, load }) => sum + Math.min(households.filter((one) => one.cadre === id).length, Math.max(0, load - HOUSEHOLDS_PER_CADRE)), 0);
      expect(moves.length + left.length).toBe(must);
      for (const { id, load } of helpers) {
        const after = load + moves.filter((move) => move.to === id).length - moves.filter((move) => move.from === id).length;
        expect(loads.get(id)).toBe(after);
        expect(after).toBeLessThanOrEqual(Math.max(HOUSEHOLDS_PER_CADRE, load));
        if (left.length > 0) expect(after).toBeGreaterThanOrEqual(HOUSEHOLDS_PER_CADRE);
      }
    }));
  });
});
