import { type AnswerLine, bankAnswer } from '@/db/testing/bank-answer';
import type { Luck } from '@/db/testing/relief-deeds';
import type { SeenBatch, Sight } from './sight';

/** The same as bytes. */
export const answerOf = (...answer: Parameters<typeof bankAnswer>): Uint8Array => new TextEncoder().encode(bankAnswer(...answer));

/** What the bank says of a line, always the same: paid, but for one in four. What was settled is said again. */
export const lineOf = ({ id, no, caseNo, amount, state, ref, reason }: SeenBatch['lines'][number]): AnswerLine => {
  const paid = state === 'waiting' ? id % 4 !== 3 : state === 'paid' || state === 'returned';
  return { no, caseNo, amount, word: paid ? '成功' : '失败', reason: state === 'waiting' ? (paid ? '' : '户名不符') : (reason ?? ''), ref: state === 'waiting' ? `BK${String(id).padStart(8, '0')}` : (ref ?? '') };
};

/** The bank's answer to a batch; now and then of a part, out of order, altered, contradicting, for another batch, or none of a bank. */
export function resultFile(batch: SeenBatch | undefined, { batches }: Sight, luck: Luck): Uint8Array {
  if (!batch || luck() < 0.03) return new TextEncoder().encode(luck.pick(['', 'H,,', '\u0000', '序号,案件编号']));
  const lines = batch.lines.map(lineOf);
  const way = luck();
  const sent = way < 0.15 ? lines.slice(0, 1 + luck.of(lines.length)) : way < 0.25 ? lines.toReversed() : lines;
  if (way > 0.95) return answerOf(batch.no, batch.hash ?? '', sent.map((line) => ({ ...line, amount: line.amount + 1 })));
  if (way > 0.9) return answerOf(batch.no, batch.hash ?? '', sent.map((line) => (line.word === '成功' ? { ...line, word: '失败', reason: '账号不存在' } : { ...line, word: '成功', reason: '' })));
  if (way > 0.85) return answerOf(batch.no, luck.pick(batches).hash ?? '', sent);
  if (way > 0.8) return answerOf(batch.no, batch.hash ?? '', sent.map((line) => ({ ...line, ref: 'BK00000001' })));
  return answerOf(batch.no, batch.hash ?? '', sent);
}
