import { expect, test } from 'vitest';
import { cursorText, parseCursor } from './cursor';

test('a cursor comes back from its address', () => {
  for (const cursor of [{ amount: null, division: '510823100201', ord: 12, key: '12' }, { amount: 1000.5, division: '510823', ord: 0, key: 'dept-1:2017' }]) {
    expect(parseCursor(cursorText(cursor))).toEqual(cursor);
  }
});

test.each([undefined, '', '~510823~x~1', "~510823~1~1' or 1=1", '~5108~1~1', ['a'], `~510823~1~${'x'.repeat(61)}`])('what is no cursor is none: %j', (text) => {
  expect(parseCursor(text)).toBeNull();
});
