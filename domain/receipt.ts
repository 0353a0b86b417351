/** Digits and capital letters that nobody mistakes for one another; 32 of them, five bits each. */
export const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Sixty bits: a code is found by who was given it, not by trying. */
export const RECEIPT_LENGTH = 12;

/** A receipt code as it is kept: half-width capitals without blanks and hyphens; what is misread is read as it was meant. */
export const receiptCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

export const isReceiptCode = (code: string): boolean => code.length === RECEIPT_LENGTH && [...code].every((each) => RECEIPT_ALPHABET.includes(each));

/** As it is shown and written down: ABCD-EFGH-JKMN. */
export const shownReceipt = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';
