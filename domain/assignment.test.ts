import { describe, expect, it } from 'vitest';
import { isGap, pairsOf, reassignProblem } from './assignment';

const village = '510823100201';

describe('handing households over', () => {
  it('goes from anybody to somebody else of one village', () => {
    expect(reassignProblem([{ division: village, cadre: 1, to: 2 }, { division: village, cadre: null, to: 1 }])).toBeNull();
  });

  it('says why not', () => {
    expect(reassignProblem([])).toBe('no-household');
    expect(reassignProblem([{ division: village, cadre: 1, to: 2 }, { division: '510823100202', cadre: 1, to: 2 }])).toBe('other-village');
    expect(reassignProblem([{ division: village, cadre: 1, to: 2 }, { division: village, cadre: 2, to: 2 }])).toBe('same-cadre');
  });

  it('makes one sheet per pair of persons', () => {
    const rows = [{ cadre: 1, to: 2 }, { cadre: null, to: 2 }, { cadre: 1, to: 2 }, { cadre: 1, to: 3 }];
    expect(pairsOf(rows).map(({ from, to, rows: of }) => [from, to, of.length])).toEqual([[1, 2, 2], [null, 2, 1], [1, 3, 1]]);
  });

  it('knows its gaps', () => {
    expect(isGap('orphaned')).toBe(true);
    expect(isGap('toString')).toBe(false);
    expect(isGap(undefined)).toBe(false);
  });
});
