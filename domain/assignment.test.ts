import { describe, expect, it } from 'vitest';
import { isGap, reassignProblem } from './assignment';

const village = '510823100201';

describe('handing households over', () => {
  it('goes from one cadre of one village to another', () => {
    expect(reassignProblem([{ division: village, cadre: 1 }, { division: village, cadre: 1 }], 2)).toBeNull();
    expect(reassignProblem([{ division: village, cadre: null }], 2)).toBeNull();
  });

  it('says why not', () => {
    expect(reassignProblem([], 2)).toBe('no-household');
    expect(reassignProblem([{ division: village, cadre: 1 }, { division: '510823100202', cadre: 1 }], 2)).toBe('other-village');
    expect(reassignProblem([{ division: village, cadre: 1 }, { division: village, cadre: null }], 2)).toBe('other-cadre');
    expect(reassignProblem([{ division: village, cadre: 2 }], 2)).toBe('same-cadre');
  });

  it('knows its gaps', () => {
    expect(isGap('no-cadre')).toBe(true);
    expect(isGap('toString')).toBe(false);
    expect(isGap(undefined)).toBe(false);
  });
});
