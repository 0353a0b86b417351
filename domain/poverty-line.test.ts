import { describe, expect, test } from 'vitest';
import { POVERTY_LINE } from './poverty-line';

const typed = { year: '2018', scope: 'Sichuan', yuan: '３,６００', source: '川扶贫发〔2018〕1号', was: '' };

describe('a poverty line as it is typed', () => {
  test('reads full-width digits, in yuan; nothing was there before', () => {
    expect(POVERTY_LINE.parse(typed)).toEqual({ year: 2018, scope: 'Sichuan', yuan: 3600, source: '川扶贫发〔2018〕1号', was: null });
    expect(POVERTY_LINE.parse({ ...typed, was: '350000' }).was).toBe(350_000);
  });
  test.each([['year', '1999'], ['year', 'soon'], ['scope', 'Gansu'], ['yuan', ''], ['yuan', '-1'], ['yuan', '0'], ['yuan', '1e9'], ['source', ' '], ['source', '无'], ['source', 'x'.repeat(201)], ['was', 'x']])('refuses %s = %s by its name', (field, value) => {
    const { error } = POVERTY_LINE.safeParse({ ...typed, [field]: value });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
