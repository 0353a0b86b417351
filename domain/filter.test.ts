import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, filterQuery, parseFilter } from './filter';

const months = { earliest: '2014-01', latest: '2018-02', defaultMonth: '2018-02' } as const;
const plain: Filter = { month: '2018-02', division: null, zone: null, line: null, reading: 'true' };
const parse = (params: Record<string, string | string[]>) => parseFilter(params, months);

describe('the filter', () => {
  it('has its defaults without parameters, also with empty ones', () => {
    expect(parse({})).toEqual({ filter: plain, problems: [] });
    expect(parse({ month: '', division: '', zone: '', line: '', asOf: '' })).toEqual({ filter: plain, problems: [] });
  });

  it('keeps the default and says what was wrong', () => {
    const bad: [string, string | string[], string][] = [
      ['month', '2018-13', 'malformed'], ['month', '2018-03', 'out-of-range'], ['month', '2013-12', 'out-of-range'], ['month', ['2018-01', '2018-02'], 'malformed'],
      ['division', '5108', 'malformed'], ['division', "510823' or 1=1", 'malformed'], ['division', '9'.repeat(10_000), 'malformed'],
      ['zone', '0', 'malformed'], ['zone', '-1', 'malformed'], ['zone', '1e3', 'malformed'], ['zone', '999999999999', 'malformed'],
      ['line', '../etc', 'malformed'], ['asOf', 'yesterday', 'malformed'],
    ];
    for (const [field, value, code] of bad) expect(parse({ [field]: value })).toEqual({ filter: plain, problems: [{ field, code }] });
  });

  it('comes back from its own link', () => {
    const filter = fc.record({
      month: fc.constantFrom('2014-01', '2017-12', '2018-02'), division: fc.constantFrom(null, '510823', '510823100201'),
      zone: fc.constantFrom(null, 1, 5), line: fc.constantFrom(null, 'housing'), reading: fc.constantFrom('true', 'known'),
    }).map((all) => (all.division ? { ...all, zone: null } : all) as Filter);
    fc.assert(fc.property(filter, (value) => {
      expect(parse(Object.fromEntries(new URLSearchParams(filterQuery(value))))).toEqual({ filter: value, problems: [] });
    }));
  });

  it('changes only what a link says', () => {
    const zone: Filter = { ...plain, zone: 3, line: 'housing' };
    expect(filterQuery(zone, { division: '510823100' })).toBe('?month=2018-02&division=510823100&line=housing');
    expect(filterQuery({ ...plain, division: '510823100' }, { zone: 2 })).toBe('?month=2018-02&zone=2');
    expect(filterQuery(zone, { reading: 'known' }, { page: 2, sort: null })).toBe('?month=2018-02&zone=3&line=housing&asOf=known&page=2');
  });
});
