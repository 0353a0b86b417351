import { randomUUID } from 'node:crypto';
import { RECEIPT_ALPHABET, RECEIPT_LENGTH } from '@/domain/receipt';
import { fingerprint } from './vault';

/** What finds a case by its receipt code (`receiptCode` has read it). The code itself is kept nowhere. */
export const receiptHash = (code: string): string => fingerprint(code);

/** A new receipt code, to be shown once, and what is kept of it. */
export const newReceipt = (): { code: string; hash: string } => receiptFrom([randomUUID()]);

/** The receipt code that follows from these texts, for ever: a form with a key of its own that is sent twice gets one code. */
export function receiptFrom(texts: readonly string[]): { code: string; hash: string } {
  const bytes = Buffer.from(fingerprint(`receipt:${JSON.stringify(texts)}`), 'hex');
  const code = Array.from({ length: RECEIPT_LENGTH }, (_, at) => RECEIPT_ALPHABET[(bytes[at] ?? 0) % RECEIPT_ALPHABET.length]).join('');
  return { code, hash: receiptHash(code) };
}
