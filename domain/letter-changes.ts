import type { Pledge } from './letter-text';

export interface ClauseChange {
  readonly no: number;
  /** Null: added. */
  readonly before: Pledge | null;
  /** Null: removed. */
  readonly after: Pledge | null;
}

const same = (a: Pledge, b: Pledge): boolean => a.indicator === b.indicator && a.target === b.target && a.dueMonth === b.dueMonth && a.text === b.text && a.parent === b.parent;

/** What an amendment changes, clause by clause in the order of their numbers. */
export function clauseChanges(before: readonly Pledge[], after: readonly Pledge[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.no, clause]));
  const now = new Map(after.map((clause) => [clause.no, clause]));
  return [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a - b).flatMap((no) => {
    const [was = null, is = null] = [old.get(no), now.get(no)];
    return was && is && same(was, is) ? [] : [{ no, before: was, after: is }];
  });
}
