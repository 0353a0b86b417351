import { describe, expect, it } from 'vitest';
import { clauseChanges } from './letter-changes';
import { levelsOf, strays, type TreeClause, type TreeLetter, type UnitFacts } from './letter-tree';

const township = (id: number): TreeLetter => ({ id, kind: 'township', fromPostId: 1, toPostId: 10 + id, division: `51082310${id}` });
const letters = new Map([1, 2, 3].map((id) => [id, township(id)]));
const clause = (letterId: number, target: number, parent: string | null = 't1'): TreeClause => ({ key: `${letterId}.1`, letterId, kind: 'township', indicator: 'poverty.villages_exited', target, parent });
const root = { key: 't1', indicator: 'poverty.villages_exited', target: 5, postId: null } as const;
const facts = (needs: Record<string, number> = {}): UnitFacts => ({ need: (_, division) => needs[division] ?? null, denominator: () => null });

describe('a tree of letters', () => {
  it('asks for a part of every letter of the level, unless there is nothing to do', () => {
    const clauses = [clause(1, 3), clause(2, 2)];
    expect(levelsOf([root], clauses, letters, facts())).toMatchObject([{ kind: 'township', gap: 0, missing: ['510823103'], addsUp: false }]);
    expect(levelsOf([root], clauses, letters, facts({ 510823103: 0 }))).toMatchObject([{ missing: [], addsUp: true }]);
  });

  it('proves a level only where somebody uses it', () => {
    expect(levelsOf([root], [], letters, facts())).toEqual([]);
  });

  it('asks a letter\'s post for its own letters only', () => {
    const village: TreeLetter = { id: 9, kind: 'village', fromPostId: 11, toPostId: 90, division: '510823101201' };
    const other: TreeLetter = { ...village, id: 8, fromPostId: 12, division: '510823102201' };
    const all = new Map([...letters, [9, village], [8, other]]);
    const parent = { key: '1.1', indicator: root.indicator, target: 1, postId: 11 };
    expect(levelsOf([parent], [{ ...clause(9, 1, '1.1'), kind: 'village' }], all, facts())).toMatchObject([{ missing: [], gap: 0, addsUp: true }]);
  });

  it('finds what is a part of nothing', () => {
    expect(strays([root], [clause(1, 3), clause(2, 1, null), clause(3, 1, 't7')]).map(({ letterId }) => letterId)).toEqual([2, 3]);
  });
});

it('an amendment is told clause by clause: changed, added, removed', () => {
  const one = { no: 1, indicator: 'poverty.villages_exited', target: 2, dueMonth: '2018-12', text: 'a', parent: 't1' } as const;
  const changes = clauseChanges([one, { ...one, no: 2 }, { ...one, no: 3 }], [one, { ...one, no: 2, target: 4 }, { ...one, no: 4 }]);
  expect(changes.map(({ no, before, after }) => [no, before?.target ?? null, after?.target ?? null])).toEqual([[2, 2, 4], [3, 2, null], [4, null, 2]]);
});
