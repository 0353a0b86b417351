import { describe, expect, it } from 'vitest';
import { ISSUERS, LETTER_KINDS, LETTER_MOVES, LETTER_STATES, type Parties, PARTIES, signsFor } from './letter';

const letter: Parties = { kind: 'township', issuer: 'headquarters', fromPostId: 1, toPostId: 7, toPersonId: null };
const serving = (duty: Parameters<typeof signsFor>[0]['appointments'][number]['duty'], postId: number, personId = 5) => ({ personId, appointments: [{ duty, postId }] });

describe('letters', () => {
  it('every kind is issued by somebody who signs', () => {
    for (const kind of LETTER_KINDS) for (const issuer of ISSUERS[kind]) expect(PARTIES[issuer].signs.length).toBeGreaterThan(0);
  });

  it('is signed by whoever serves the duty at the party\'s post', () => {
    expect(signsFor(serving('county-leader', 1), letter, 'from')).toBe(true);
    expect(signsFor(serving('office-reviewer', 99), letter, 'from')).toBe(true);
    expect(signsFor(serving('township-secretary', 7), letter, 'to')).toBe(true);
    expect(signsFor(serving('township-secretary', 8), letter, 'to')).toBe(false);
    expect(signsFor(serving('county-leader', 7), letter, 'to')).toBe(false);
    expect(signsFor(serving('office-reviewer', 7), letter, 'to')).toBe(false);
  });

  it('binds a cadre by name', () => {
    const own: Parties = { ...letter, kind: 'cadre', issuer: 'township', toPersonId: 5 };
    expect(signsFor(serving('cadre', 7, 5), own, 'to')).toBe(true);
    expect(signsFor(serving('cadre', 7, 6), own, 'to')).toBe(false);
  });

  it('a signed version can only be superseded, a superseded or withdrawn one goes nowhere', () => {
    const ways = (from: (typeof LETTER_STATES)[number]) => Object.values(LETTER_MOVES).filter((move) => (move.from as readonly string[]).includes(from)).map(({ to }) => to);
    expect(ways('signed')).toEqual(['superseded']);
    expect([...ways('superseded'), ...ways('withdrawn')]).toEqual([]);
    for (const state of LETTER_STATES) for (const to of ways(state)) if (to === 'signed') expect(state).toBe('offered');
  });
});
