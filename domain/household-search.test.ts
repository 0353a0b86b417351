import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdSearchParams, isNarrowed, parseHouseholdSearch } from './household-search';

describe('the search for households', () => {
  it('reads what is asked', () => {
    const { search, problems } = parseHouseholdSearch({ q: ' 王 ', cause: 'illness', state: 'remaining', visited: 'no', gap: 'no-cadre', page: '3' });
    expect(problems).toEqual([]);
    expect(search).toEqual({
      name: '王', no: '', cause: 'illness', state: 'remaining', visited: false, gap: 'no-cadre', sort: 'place', descending: false, page: 3,
    });
    expect(isNarrowed(search)).toBe(true);
  });

  it('takes 16 digits for a household number, and no other digits: an ID number has no business in an address', () => {
    expect(parseHouseholdSearch({ q: '5108231002010001' }).search.no).toBe('5108231002010001');
    expect(parseHouseholdSearch({ q: '519999195001010011' })).toMatchObject({ search: { name: '', no: '' }, problems: ['q'] });
  });

  it('tells what it cannot read and asks for nothing there', () => {
    const { search, problems } = parseHouseholdSearch({ q: 'x'.repeat(10_000), cause: 'toString', state: '__proto__', visited: 'maybe', gap: "' or 1=1", sort: 'x', page: '-1' });
    expect(problems).toEqual(['q', 'page', 'visited', 'cause', 'state', 'gap', 'sort']);
    expect(isNarrowed(search)).toBe(false);
    expect(search.page).toBe(1);
    expect(parseHouseholdSearch({ page: '41' }).problems).toEqual(['page']);
    expect(parseHouseholdSearch({ q: 'a\u0000b' }).problems).toEqual(['q']);
  });

  it('takes the first of a parameter that comes twice', () => {
    expect(parseHouseholdSearch({ cause: ['illness', 'other'] }).search.cause).toBe('illness');
  });

  it('goes into an address and back', () => {
    const text = fc.constantFrom('', '王', '李秀', '5108231002010001');
    fc.assert(fc.property(text, fc.constantFrom('', 'illness'), fc.constantFrom('', 'exited'), fc.constantFrom('', 'yes', 'no'), fc.integer({ min: 1, max: 40 }), (q, cause, state, visited, page) => {
      const { search } = parseHouseholdSearch({ q, cause, state, visited, page: String(page) });
      expect(parseHouseholdSearch(householdSearchParams(search))).toEqual({ search, problems: [] });
    }));
  });
});
