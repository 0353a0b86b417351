import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_MOVES, CHECKLIST_STATES, CHECKLIST_VERBS, type ChecklistState, isWaiting, isWritable, keepVerb } from './checklist';

const step = (state: ChecklistState, verb: (typeof CHECKLIST_VERBS)[number]): ChecklistState => {
  const { from, to } = CHECKLIST_MOVES[verb];
  return (from as readonly ChecklistState[]).includes(state) ? to : state;
};

describe('the table of states', () => {
  it('reaches every state from an open checklist', () => {
    const reached = new Set<ChecklistState>(['open']);
    for (let round = 0; round < CHECKLIST_STATES.length; round++) {
      for (const state of [...reached]) for (const verb of CHECKLIST_VERBS) reached.add(step(state, verb));
    }
    expect([...reached].sort()).toEqual([...CHECKLIST_STATES].sort());
  });

  it('never verifies what was not submitted after it was last returned, whatever is tried in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...CHECKLIST_VERBS), { maxLength: 40 }), (verbs) => {
      let state: ChecklistState = 'open';
      let waiting = false;
      for (const verb of verbs) {
        const next = step(state, verb);
        const moved = (CHECKLIST_MOVES[verb].from as readonly ChecklistState[]).includes(state);
        if (moved && verb === 'submit') waiting = true;
        if (moved && (verb === 'verify' || verb === 'return')) {
          expect(waiting).toBe(true);
          waiting = false;
        }
        state = next;
        expect(isWaiting(state)).toBe(waiting);
        expect(isWritable(state) && isWaiting(state)).toBe(false);
      }
    }));
  });

  it('keeps a draft in the state it is in, but for the first one', () => {
    expect(CHECKLIST_MOVES[keepVerb('open')].to).toBe('draft');
    expect(CHECKLIST_MOVES[keepVerb('draft')].to).toBe('draft');
    expect(CHECKLIST_MOVES[keepVerb('returned')].to).toBe('returned');
  });

  it('lets nobody but the filer write, and nobody but a reviewer decide', () => {
    for (const verb of CHECKLIST_VERBS) {
      const { from, by } = CHECKLIST_MOVES[verb];
      expect((from as readonly ChecklistState[]).some(isWritable)).toBe(by === 'filer');
    }
  });
});
