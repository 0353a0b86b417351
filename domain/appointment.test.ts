import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAdministration, ROLE_OF } from './access';
import { type Appointing, appointProblem, endProblem, isEndable, type Term } from './appointment';
import { DUTIES } from './command';
import { dutiesAt, NEEDED, servesOn } from './post';

const team = { id: 1, kind: 'team', establishedOn: '2015-01-01', abolishedOn: null } as const;
const today = '2018-03-01';
const term = (over: Partial<Term> = {}): Term => ({ id: 9, personId: 7, postId: 1, duty: 'first-secretary', startsOn: today, endsOn: null, ...over });
const ask = (over: Partial<Appointing> = {}) => appointProblem({ post: team, seat: [], own: [], term: term(), today, ...over })?.problem ?? null;

describe('appointing', () => {
  it('takes what fits, today, earlier, and within a year', () => {
    for (const startsOn of ['2015-01-01', today, '2019-03-01']) expect(ask({ term: term({ startsOn }) })).toBeNull();
    expect(ask({ own: [term({ postId: 2, startsOn: '2016-01-01' })] })).toBeNull();
    expect(ask({ seat: [term({ personId: 8, startsOn: '2015-01-01', endsOn: today })] })).toBeNull();
    expect(ask({ term: term({ duty: 'technician' }), seat: [term({ personId: 8, duty: 'technician', startsOn: '2016-01-01' })] })).toBeNull();
  });

  it('says why not', () => {
    expect(ask({ term: term({ duty: 'auditor' }) })).toBe('duty-unfit');
    expect(ask({ term: term({ startsOn: '2014-12-31' }) })).toBe('post-closed');
    expect(ask({ post: { ...team, abolishedOn: today } })).toBe('post-closed');
    expect(ask({ term: term({ startsOn: '2019-03-03' }) })).toBe('too-far');
    expect(ask({ term: term({ endsOn: today }) })).toBe('ends-before');
    expect(ask({ own: [term({ startsOn: '2016-01-01' })] })).toBe('serves-already');
    expect(ask({ own: [term({ postId: 2, duty: 'audit-administrator', startsOn: '2016-01-01' })] })).toBe('administrator-alone');
    expect(ask({ post: { ...team, kind: 'administration' }, term: term({ duty: 'system-administrator' }), own: [term({ postId: 2, startsOn: '2016-01-01' })] })).toBe('administrator-alone');
    expect(ask({ seat: [term({ personId: 8, startsOn: '2016-01-01' })] })).toBe('seat-taken');
    expect(ask({ seat: [term({ personId: 8, startsOn: '2018-06-01' })] })).toBe('seat-taken');
  });

  it('never leads to a seat held twice nor to an administrator with another post, in any order', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((offset) => new Date(Date.UTC(2017, 0, 1 + offset)).toISOString().slice(0, 10));
    const wish = fc.record({ personId: fc.integer({ min: 1, max: 4 }), post: fc.integer({ min: 1, max: 3 }), duty: fc.constantFrom(...dutiesAt('team'), ...NEEDED.administration), startsOn: day, endsOn: fc.option(day, { nil: null }) });
    fc.assert(fc.property(fc.array(wish, { maxLength: 25 }), fc.array(day, { minLength: 5, maxLength: 5 }), (wishes, days) => {
      const made: Term[] = [];
      for (const [at, { post, ...wanted }] of wishes.entries()) {
        const next = { ...wanted, id: at, postId: post };
        const where = { id: post, kind: post === 3 ? 'administration' : 'team', establishedOn: '2016-01-01', abolishedOn: null } as const;
        if (!appointProblem({ post: where, seat: made.filter((one) => one.postId === post && one.duty === next.duty), own: made.filter((one) => one.personId === next.personId), term: next, today })) made.push(next);
      }
      for (const on of days) {
        const serving = made.filter((one) => servesOn(on, one));
        for (const duty of ['first-secretary', 'team-leader']) for (const post of [1, 2]) expect(serving.filter((one) => one.postId === post && one.duty === duty).length).toBeLessThanOrEqual(1);
        for (const one of serving) if (isAdministration(ROLE_OF[one.duty])) expect(serving.filter((other) => other.personId === one.personId)).toHaveLength(1);
      }
    }));
  });

  it('knows a post for every duty', () => {
    for (const duty of DUTIES) expect(Object.keys(NEEDED).some((kind) => dutiesAt(kind as keyof typeof NEEDED).includes(duty))).toBe(true);
  });
});

describe('ending', () => {
  const end = (over: Partial<Parameters<typeof endProblem>[0]> = {}) => endProblem({ term: term({ startsOn: '2016-01-01' }), endsOn: today, today, filed: null, others: 1, ...over })?.problem ?? null;

  it('takes today, an earlier and a later day, and the first day of what shall not begin', () => {
    for (const endsOn of ['2016-01-01', '2018-02-01', today, '2019-03-02']) expect(end({ endsOn })).toBeNull();
  });

  it('says why not', () => {
    expect(end({ endsOn: '2015-12-31' })).toBe('ends-before');
    expect(end({ endsOn: '2019-03-03' })).toBe('too-far');
    expect(end({ endsOn: '2018-01-01', filed: '2018-01' })).toBe('filed-since');
    expect(end({ endsOn: '2018-01-02', filed: '2018-01' })).toBeNull();
    expect(end({ term: term({ duty: 'security-administrator' }), others: 0 })).toBe('last-administrator');
  });

  it('is possible until it is over', () => {
    expect([null, '2018-03-02', today, '2018-02-01'].map((endsOn) => isEndable({ endsOn }, today))).toEqual([true, true, false, false]);
  });
});
