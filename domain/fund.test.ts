import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_MOVES, BATCH_STATES, FUND_ACCOUNTS, type FundAccount, POSTINGS, projection, shortfall, standingOf } from './fund';

const deeds = Object.keys(POSTINGS) as (keyof typeof POSTINGS)[];
const amount = fc.integer({ min: 1, max: 1_000_000_000 });

const sumsOf = (entries: readonly { deed: keyof typeof POSTINGS; amount: number }[]) => {
  const sums: Record<FundAccount, number> = { bank: 0, transit: 0, unreserved: 0, reserved: 0 };
  for (const entry of entries) for (const posting of POSTINGS[entry.deed](entry.amount)) sums[posting.account] += posting.amount;
  return sums;
};

describe('entries', () => {
  it('are two postings of two accounts that add up to nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...deeds), amount, (deed, fen) => {
      const postings = POSTINGS[deed](fen);
      expect(postings).toHaveLength(2);
      expect(new Set(postings.map(({ account }) => account)).size).toBe(2);
      expect(postings.reduce((sum, each) => sum + each.amount, 0)).toBe(0);
      for (const { account } of postings) expect(FUND_ACCOUNTS).toContain(account);
    }));
  });

  it('leave the balance what is reserved and what is free, in any order', () => {
    fc.assert(fc.property(fc.array(fc.record({ deed: fc.constantFrom(...deeds), amount }), { maxLength: 40 }), (entries) => {
      const { balance, reserved, available } = standingOf(sumsOf(entries));
      expect(balance).toBe(reserved + available);
    }));
  });
});

describe('how the fund stands', () => {
  const given = { deed: 'donation', amount: 1_000 } as const;

  it('through a payment', () => {
    expect(standingOf(sumsOf([given]))).toEqual({ balance: 1_000, reserved: 0, available: 1_000 });
    expect(standingOf(sumsOf([given, { deed: 'reserve', amount: 300 }]))).toEqual({ balance: 1_000, reserved: 300, available: 700 });
    expect(standingOf(sumsOf([given, { deed: 'reserve', amount: 300 }, { deed: 'send', amount: 300 }]))).toEqual({ balance: 1_000, reserved: 300, available: 700 });
    expect(standingOf(sumsOf([given, { deed: 'reserve', amount: 300 }, { deed: 'send', amount: 300 }, { deed: 'pay', amount: 300 }]))).toEqual({ balance: 700, reserved: 0, available: 700 });
  });

  it('after a payment that came back, as before it: the money is still promised', () => {
    expect(standingOf(sumsOf([given, ...(['reserve', 'send', 'pay', 'return'] as const).map((deed) => ({ deed, amount: 300 }))]))).toEqual({ balance: 1_000, reserved: 300, available: 700 });
  });

  it('after a card that failed and an approval that was taken back, as before', () => {
    expect(standingOf(sumsOf([given, ...(['reserve', 'send', 'fail', 'release'] as const).map((deed) => ({ deed, amount: 300 }))]))).toEqual({ balance: 1_000, reserved: 0, available: 1_000 });
  });

  it('is short by what is missing to the floor of what is free', () => {
    expect(shortfall({ balance: 2_000, reserved: 1_100, available: 900 }, 1_000)).toBe(100);
    expect(shortfall({ balance: 1_000, reserved: 0, available: 1_000 }, 1_000)).toBe(0);
  });
});

describe('the projection', () => {
  const standing = { balance: 1_000, reserved: 200, available: 800 };

  it('pays what is approved first, then earns and spends as before', () => {
    const past = [{ month: '2018-01', income: 60, spending: 10 }, { month: '2018-02', income: 0, spending: 10 }];
    expect(projection(standing, past, ['2018-03', '2018-04'])).toEqual([{ month: '2018-03', balance: 820 }, { month: '2018-04', balance: 840 }]);
  });

  it('without a past stands still', () => {
    expect(projection(standing, [], ['2018-03', '2018-04']).map(({ balance }) => balance)).toEqual([800, 800]);
  });
});

it('a batch goes one way, from made to closed, and is taken back before it is sent or not at all', () => {
  let state: string = BATCH_STATES[0];
  const { void: back, ...way } = BATCH_MOVES;
  expect(back.from).toEqual([state]);
  for (const { from, to } of Object.values(way)) {
    expect(from).toEqual([state]);
    state = to;
  }
  expect(state).toBe('closed');
});
