import { expect, it } from 'vitest';
import { type Wording, wordingOf } from './letter-text';

const letter: Wording = {
  id: 3, version: 1, year: 2018, kind: 'township', from: '总指挥部', to: '武连镇', division: '510823105',
  clauses: [
    { no: 2, indicator: 'poverty.incidence', target: 2.9, dueMonth: '2018-12', text: '贫困发生率\n 降下来', parent: '' },
    { no: 1, indicator: 'poverty.villages_exited', target: 3, dueMonth: '2018-12', text: '退出贫困村', parent: 't1' },
  ],
};

it('has one form, whatever the order and blanks, and changes with everything that binds', () => {
  const text = wordingOf(letter);
  expect(text.split('\n').slice(5)).toEqual([
    '第1条 退出贫困村 指标 poverty.villages_exited 目标 3 期限 2018-12 上级 t1',
    '第2条 贫困发生率 降下来 指标 poverty.incidence 目标 2.9 期限 2018-12 上级 无',
    '',
  ]);
  expect(wordingOf({ ...letter, clauses: letter.clauses.toReversed() })).toBe(text);
  const [first, second] = letter.clauses;
  const others: Wording[] = [{ ...letter, version: 2 }, { ...letter, to: '东宝镇' }, { ...letter, clauses: [first!, { ...second!, target: 4 }] }, { ...letter, clauses: [first!, { ...second!, parent: 't2' }] }];
  for (const other of others) expect(wordingOf(other)).not.toBe(text);
});
