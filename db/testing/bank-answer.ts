import { yuanText } from '@/domain/bank-file';
import { RESULT_COLUMNS } from '@/domain/bank-result';

/** A line of the bank's answer: `amount` in fen, paid unless the word says otherwise. */
export interface AnswerLine {
  readonly no: number;
  readonly caseNo: string;
  readonly amount: number;
  readonly word?: '成功' | '失败';
  readonly reason?: string;
  readonly ref: string;
}

/** A result file as the bank writes it (docs/bank-file.md). */
export function bankAnswer(no: string, hash: string, lines: readonly AnswerLine[]): string {
  const rows = lines.map(({ no: line, caseNo, amount, word = '成功', reason = '', ref }) => [line, caseNo, yuanText(amount), word, reason, ref].join(','));
  const sum = (of: readonly AnswerLine[]) => yuanText(of.reduce((total, { amount }) => total + amount, 0));
  const paid = lines.filter(({ word }) => word !== '失败');
  return [`H,${no},${hash}`, RESULT_COLUMNS.join(','), ...rows, `T,${lines.length},${sum(lines)},${paid.length},${sum(paid)}`, ''].join('\r\n');
}
