import { expect, test } from 'vitest';
import { plural } from './plural';

test('one stands alone, every other count in the plural, zero and thousands too', () => {
  expect(['1', '2', '0', '1,021'].map((count) => plural(count, 'demand'))).toEqual(['1 demand', '2 demands', '0 demands', '1,021 demands']);
  expect([1, 3].map((count) => plural(count, 'batch', 'batches'))).toEqual(['1 batch', '3 batches']);
});
