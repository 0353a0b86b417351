import { describe, expect, it } from 'vitest';
import { isReceiptCode, RECEIPT_ALPHABET, receiptCode, shownReceipt } from './receipt';

describe('a receipt code', () => {
  it.each([
    ['7kq2-m0xz-94tr', '7KQ2M0XZ94TR'],
    ['７ＫＱ２ Ｍ０ＸＺ ９４ＴＲ', '7KQ2M0XZ94TR'],
    ['7KQ2-MOXZ-94TR', '7KQ2M0XZ94TR'],
    ['iL00 0000 0000', '110000000000'],
  ])('%s is read as %s', (typed, code) => {
    expect(receiptCode(typed)).toBe(code);
    expect(isReceiptCode(receiptCode(typed))).toBe(true);
  });

  it.each(['', '7KQ2M0XZ94T', '7KQ2M0XZ94TRR', '7KQ2M0XZ94T!', '收据收据收据收据收据收据'])('%j is none', (typed) => expect(isReceiptCode(receiptCode(typed))).toBe(false));

  it('is shown in three parts, and read back', () => {
    const code = RECEIPT_ALPHABET.slice(8, 20);
    expect(shownReceipt(code)).toBe(`${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`);
    expect(receiptCode(shownReceipt(code))).toBe(code);
  });
});
