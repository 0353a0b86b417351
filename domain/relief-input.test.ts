import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeCard, madeIdNumber } from '@/db/testing/numbers';
import { isCardNumber } from './card';
import { isIdNumber } from './id-number';
import { KINSHIP, RELIEF_APPLICATION, RELIEF_COMPLETION, RELIEF_CORRECTION, RELIEF_WITHDRAWAL } from './relief-input';

const worksheet = { wage: '6,000', business: '１２００.５', property: '0', transfer: '800.25', cost: '300' };
const typed = {
  household: '', cause: 'illness', causeText: '户主住院手术，自付三万余元。', year: '2017', worksheet, phone: '', insist: undefined,
  people: { 0: { name: '赵 大', relation: 'head', idNumber: ` ${madeIdNumber(1)} ` }, 1: { name: '钱二', relation: 'spouse', idNumber: madeIdNumber(2) }, 2: { name: '', relation: 'child', idNumber: '' } },
  account: { holder: '钱二', bank: '四川农信', card: madeCard(1).replace(/(\d{4})/g, '$1 ') },
};
const problems = (given: object, schema: typeof RELIEF_APPLICATION = RELIEF_APPLICATION) => {
  const read = schema.safeParse(given);
  return read.success ? [] : read.error.issues.map(({ path, message, code }) => [path.join('.'), code === 'custom' ? message : code]);
};

describe('an application as it is typed', () => {
  it('is read: yuan become fen, numbers lose their blanks, empty rows are nobody', () => {
    expect(RELIEF_APPLICATION.parse(typed)).toMatchObject({
      household: null, worksheet: { wage: 600_000, business: 120_050, property: 0, transfer: 80_025, cost: 30_000 }, phone: null, insist: false,
      people: [{ row: '0', name: '赵大', relation: 'head', idNumber: madeIdNumber(1) }, { row: '1', name: '钱二', relation: 'spouse' }],
      account: { holder: '钱二', bank: '四川农信', card: madeCard(1) },
    });
  });

  it.each([
    ['no people', { people: {} }, ['people.0.name', 'required']],
    ['a bad ID number', { people: { ...typed.people, 1: { ...typed.people[1], idNumber: '510823198001011234' } } }, ['people.1.idNumber', 'id-number']],
    ['an ID number twice', { people: { ...typed.people, 1: { ...typed.people[1], idNumber: madeIdNumber(1) } } }, ['people.1.idNumber', 'id-twice']],
    ['two heads', { people: { ...typed.people, 1: { ...typed.people[1], relation: 'head' } } }, ['people.1.relation', 'one-head']],
    ['no head', { people: { 0: { ...typed.people[1] } } }, ['people.0.relation', 'one-head']],
    ['a bad card', { account: { ...typed.account, card: '6228480000000000001' } }, ['account.card', 'card-number']],
    ['no card', { account: { ...typed.account, card: '' } }, ['account.card', 'required']],
    ['an account of a stranger', { account: { ...typed.account, holder: '孙三' } }, ['account.holder', 'holder']],
    ['an amount that is none', { worksheet: { ...worksheet, wage: '六千' } }, ['worksheet.wage', 'number']],
    ['an amount with three decimals', { worksheet: { ...worksheet, cost: '1.005' } }, ['worksheet.cost', 'number']],
    ['an amount left out', { worksheet: { ...worksheet, cost: '' } }, ['worksheet.cost', 'invalid_type']],
    ['a cause that is none', { cause: 'laziness' }, ['cause', 'invalid_value']],
    ['too little said', { causeText: '生病' }, ['causeText', 'too_small']],
    ['a telephone that is none', { phone: '12' }, ['phone', 'phone']],
  ])('%s is told beside its field', (_what, changed, problem) => {
    expect(problems({ ...typed, ...changed })).toContainEqual(problem);
  });

  it('of a registered household needs neither people nor a card', () => {
    expect(RELIEF_APPLICATION.parse({ ...typed, household: '7', people: undefined, account: { holder: '钱二', bank: '四川农信', card: '' } })).toMatchObject({ household: 7, people: [], account: { card: null } });
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (given) => {
      RELIEF_APPLICATION.safeParse(given);
      RELIEF_COMPLETION.safeParse({ ...typed, people: given });
      RELIEF_CORRECTION.safeParse({ ...typed, worksheet: given });
    }));
  });

  it('refuses a row whose name is no text at all', () => {
    const given = { ...typed, people: { 0: { name: Object.assign(Object.create(null), { x: '1' }), relation: 'head', idNumber: '' } } };
    expect(RELIEF_APPLICATION.safeParse(given).success).toBe(false);
  });

  it('a fen is never lost', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (fen) => {
      const read = RELIEF_APPLICATION.parse({ ...typed, worksheet: { ...worksheet, wage: (fen / 100).toFixed(2) } });
      expect(read.worksheet.wage).toBe(fen);
    }));
  });
});

describe('what else is typed', () => {
  it('a correction and a withdrawal say why', () => {
    expect(problems({ ...typed, id: 1, version: 1, note: '改' }, RELIEF_CORRECTION as never)).toContainEqual(['note', 'too_small']);
    expect(RELIEF_WITHDRAWAL.safeParse({ id: 1, version: 1, reason: ' ' }).success).toBe(false);
  });

  it('a relative is declared by the whole ID number', () => {
    expect(KINSHIP.parse({ relation: 'self', name: '张 三', secretId: madeIdNumber(3).toLowerCase() })).toEqual({ relation: 'self', name: '张三', secretId: madeIdNumber(3) });
    expect(KINSHIP.safeParse({ relation: 'self', name: '张三', secretId: '123' }).success).toBe(false);
  });

  it('made numbers are valid', () => {
    for (let n = 0; n < 300; n += 7) expect([isIdNumber(madeIdNumber(n)), isCardNumber(madeCard(n))]).toEqual([true, true]);
  });
});
