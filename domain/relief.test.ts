import { describe, expect, it } from 'vitest';
import { isGivenUp, isOver, isWithdrawable, PASS_OF, RELIEF_DEEDS, RELIEF_MOVES, RELIEF_PARTS, RELIEF_STATES, RELIEF_VERBS, RESERVING, REVIEW_OF, reviewOf, REVIEWS } from './relief';

const moves = RELIEF_VERBS.map((verb) => ({ verb, from: RELIEF_MOVES[verb].from as readonly string[], to: RELIEF_MOVES[verb].to as string, by: RELIEF_MOVES[verb].by }));

describe('the moves of a case', () => {
  it('reach every state from the two it begins in', () => {
    const reached = new Set<string>(['received', 'applied']);
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of moves) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...RELIEF_STATES].sort());
  });

  it('lead out of every state but the three ends; out of what was paid only when the money came back', () => {
    const left = RELIEF_STATES.filter((state) => !moves.some(({ verb, from }) => verb !== 'come-back' && from.includes(state)));
    expect(left).toEqual(['paid', 'refused', 'withdrawn']);
    expect(left.filter(isGivenUp)).toEqual(['refused', 'withdrawn']);
    expect(RELIEF_STATES.filter(isOver)).toEqual(left);
    expect(RELIEF_STATES.filter(isWithdrawable)).toEqual(RELIEF_MOVES.withdraw.from);
  });

  it('never stand still, and each is a deed', () => {
    for (const { verb, from, to } of moves) {
      expect(from).not.toContain(to);
      expect(RELIEF_DEEDS).toContain(verb);
    }
  });

  it('pass village, township and district one after the other, each of its own part', () => {
    expect(Object.values(REVIEW_OF)).toEqual([...REVIEWS]);
    for (const [state, review] of Object.entries(REVIEW_OF)) {
      expect(RELIEF_MOVES[PASS_OF[review]].from).toEqual([state]);
      expect(RELIEF_MOVES[PASS_OF[review]].by).toBe(review);
      for (const verb of ['return', 'refuse'] as const) expect(RELIEF_MOVES[`${verb}-${review}`]).toMatchObject({ from: [state], by: review });
    }
    expect(RELIEF_STATES.filter((state) => reviewOf(state) !== null)).toEqual(['applied', 'reviewed', 'noticed']);
  });

  it('come to money through an approval alone', () => {
    expect(moves.filter(({ to }) => to === 'approved').map(({ verb }) => verb)).toEqual(['approve', 'void-batch', 'reinstate']);
    expect(moves.filter(({ to }) => to === 'paid')).toMatchObject([{ from: ['batched'], by: 'payment' }]);
    expect(moves.filter(({ to }) => to === 'batched')).toMatchObject([{ from: ['approved'], by: 'payment' }]);
    expect([...RESERVING].sort()).toEqual(['approved', 'batched', 'failed']);
  });

  it('an applicant withdraws until it is approved', () => {
    for (const state of RESERVING) expect(RELIEF_MOVES.withdraw.from).not.toContain(state);
  });

  it('are made in parts that exist', () => {
    for (const { by } of moves) expect(RELIEF_PARTS).toContain(by);
  });
});
