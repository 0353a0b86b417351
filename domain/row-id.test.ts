import { expect, it } from 'vitest';
import { rowId } from './row-id';

it('takes a whole number from 1 that fits the column, and nothing else', () => {
  expect(rowId('1')).toBe(1);
  expect(rowId('2147483647')).toBe(2_147_483_647);
  for (const text of ['2147483648', '99999999999', '0', '-1', '1.5', '1e3', ' 1', '01', '', 'x', undefined, ['1']]) expect(rowId(text)).toBeNull();
  expect(rowId('7', 6)).toBeNull();
});
