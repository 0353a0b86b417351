import { describe, expect, it } from 'vitest';
import { reliefAmount } from './relief-amount';
import { incomeYearOf, isEligible, judge, RELIEF_RULE_NAMES, type ReliefFacts } from './relief-eligibility';

const working = (year: number, wage: number) =>
  reliefAmount({ year, wage, business: 0, property: 0, transfer: 0, cost: 0 }, 3, { year, scope: 'Sichuan', fen: 330_000, status: 'found', source: '测试' });
const facts: ReliefFacts = { registered: { exitedOn: '2016-12-01' }, cause: 'illness', evidence: 1, appliedOn: '2017-08-10', working: working(2017, 500_000), other: null };
const why = (changed: Partial<ReliefFacts>) => Object.fromEntries(judge({ ...facts, ...changed }).map(({ rule, met, why: because }) => [rule, `${met ? '+' : '-'}${because}`]));

describe('who is helped', () => {
  it('an exited household under the line, by every rule', () => {
    expect(why({})).toEqual({ object: '+exited', cause: '+shown', year: '+in-time', line: '+line', income: '+below', once: '+first' });
    expect(isEligible(judge(facts))).toBe(true);
  });

  it('an agricultural household that was never registered', () => {
    expect(why({ registered: null }).object).toBe('+agricultural');
    expect(isEligible(judge({ ...facts, registered: null }))).toBe(true);
  });

  it('each rule that is not met says why, and one is enough', () => {
    const refused: [Partial<ReliefFacts>, string, string][] = [
      [{ registered: { exitedOn: null } }, 'object', '-still-poor'],
      [{ evidence: 0 }, 'cause', '-no-evidence'],
      [{ working: working(2015, 500_000) }, 'year', '-other-year'],
      [{ working: null }, 'year', '-no-worksheet'],
      [{ working: null }, 'line', '-no-line'],
      [{ working: null }, 'income', '-no-worksheet'],
      [{ working: working(2017, 990_000) }, 'income', '-stable'],
      [{ working: working(2017, 990_000), registered: null }, 'income', '-above'],
      [{ other: 'JZ2017-0001' }, 'once', '-again'],
    ];
    for (const [changed, rule, answer] of refused) {
      expect(why(changed)[rule]).toBe(answer);
      expect(isEligible(judge({ ...facts, ...changed }))).toBe(false);
    }
  });

  it('is judged by every rule in turn, whatever is missing', () => {
    expect(judge({ ...facts, working: null, evidence: 0, other: 'x' }).map(({ rule }) => rule)).toEqual([...RELIEF_RULE_NAMES]);
  });
});

describe('the income year', () => {
  it('begins on 1 October and is named for the year it ends in', () => {
    expect(incomeYearOf('2017-09-30')).toBe(2017);
    expect(incomeYearOf('2017-10-01')).toBe(2018);
    expect(incomeYearOf('2018-02-28')).toBe(2018);
  });

  it('an application is for the running one or the one before', () => {
    for (const [year, answer] of [[2016, '-other-year'], [2017, '+in-time'], [2018, '+in-time'], [2019, '-other-year']] as const)
      expect(why({ appliedOn: '2017-10-01', working: working(year, 500_000) }).year).toBe(answer);
  });
});
