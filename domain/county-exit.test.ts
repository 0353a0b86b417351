import { expect, test } from 'vitest';
import { everywhere } from './county-exit';

test.each([
  [57, 57, true],
  [56, 57, false],
  [0, 1, false],
  [0, 0, null],
])('%d of %d townships: %j', (having, townships, met) => expect(everywhere(having, townships)).toBe(met));
