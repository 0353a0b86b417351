import { expect, test } from 'vitest';
import { checkDigit } from '@/domain/id-number';
import { cardNumber } from './registry';
import { readReference } from './reference';
import { DEPARTMENTS } from './cast/departments';
import { LINES } from './cast/lines';
import { departmentCode } from './command';

test('the check digit is that of GB 11643', () => {
  // The two examples of the standard's appendix.
  expect(checkDigit('11010519491231002')).toBe('X');
  expect(checkDigit('44052418800101001')).toBe('4');
});

test('card numbers have 19 digits and pass the Luhn check', () => {
  for (const id of [1, 2, 999, 31_000]) {
    const card = cardNumber(id);
    expect(card).toMatch(/^62\d{17}$/);
    const sum = [...card].reverse().reduce((total, digit, at) => total + (at % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit)), 0);
    expect(sum % 10).toBe(0);
  }
});

test('a reference file is read with quoted and empty fields', () => {
  const lines = readReference<'year' | 'scope' | 'source'>('poverty_lines.csv');
  expect(lines).toHaveLength(18);
  expect(lines.every((line) => line.source.length > 0)).toBe(true);
  const townships = readReference<'code' | 'merged_into_2020'>('townships.csv');
  expect(townships.find((row) => row.code === '510823100')!.merged_into_2020).toBe('');
});

test('147 departments by as many names, 24 of them leading the 19 lines', () => {
  expect(new Set(DEPARTMENTS.map(({ name }) => name)).size).toBe(147);
  expect(LINES).toHaveLength(19);
  expect(new Set(LINES.flatMap(({ lead }) => lead.map(departmentCode))).size).toBe(24);
});
