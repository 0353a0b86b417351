import { describe, expect, it } from 'vitest';
import { PERSON_NAME, PHONE } from './person';

describe('a name', () => {
  it.each([['王 伟', '王伟'], [' 王　伟 ', '王伟'], ['阿依·古丽', '阿依·古丽'], ['Anna  Maria', 'Anna Maria']])('%j is kept as %j', (typed, kept) => {
    expect(PERSON_NAME.parse(typed)).toBe(kept);
  });
  it.each(['', '王', 'cadre-00900', '12', '<b>', '·王', '长'.repeat(33)])('%j is none', (typed) => {
    expect(PERSON_NAME.safeParse(typed).success).toBe(false);
  });
});

describe('a telephone', () => {
  it.each([['139 0000 1234', '13900001234'], ['0839-6600000', '08396600000'], ['', null], [undefined, null]])('%j is kept as %j', (typed, kept) => {
    expect(PHONE.parse(typed)).toBe(kept);
  });
  it.each(['1390000', 'x', '+8613900001234', '2390000123'])('%j is none', (typed) => {
    expect(PHONE.safeParse(typed).success).toBe(false);
  });
});
