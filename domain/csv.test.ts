import { expect, test } from 'vitest';
import { csvLine } from './csv';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['a,b', '"a,b"'],
  ['普安镇', '普安镇'],
])('%j is written as %j', (value, field) => {
  expect(csvLine([value])).toBe(`${field}\r\n`);
});

test('numbers stay numbers, nothing stays empty', () => {
  expect(csvLine([-3, null, 0])).toBe('-3,,0\r\n');
});
