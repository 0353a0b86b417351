import { createHash } from 'node:crypto';
import { BANK_LAYOUT, bankFile } from '@/domain/bank-file';
import type { bankResults, reliefBatches, reliefBatchLines } from '../schema/fund';
import { fingerprint } from '../vault';
import { addDays, instant } from './calendar';
import { FAILED } from './cast/relief';
import type { FundBook } from './fund-book';
import { type CaseFile, weekday } from './relief-case';
import { COUNTY } from './shape';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const MADE = 10 * 60;
const SENT = 15 * 60;
const SETTLED = 11 * 60;
const CLOSED = 16 * 60;

/** Payments by the month: approved cases into one file, taken to the bank, its result booked, closed by the second officer. */
export class Batches {
  readonly batches: (typeof reliefBatches.$inferInsert)[] = [];
  readonly lines: (typeof reliefBatchLines.$inferInsert)[] = [];
  readonly results: (typeof bankResults.$inferInsert)[] = [];

  constructor(private readonly book: FundBook, private readonly finance: number, private readonly second: number) {}

  /** Pays cases in a month's batch; `failed` come back from the bank, and the file of an `open` batch is still to be taken. */
  pay(month: string, files: readonly CaseFile[], { failed = [], open = false }: { failed?: readonly CaseFile[]; open?: boolean } = {}): void {
    const { book, finance, second } = this;
    const id = this.batches.length + 1;
    const day = weekday(`${month}-24`, 3, 8, id);
    const settledOn = weekday(day, 3, 9, id);
    const closedOn = weekday(settledOn, 4, 10, id);
    const of = (minutes: number) => ({ madeBy: finance, minutes });
    const lines = files.map((file, at) => {
      const { id: caseId, division, amount, subjectKey, cause, year } = file.row;
      const isFailed = failed.includes(file);
      const lineId = this.lines.length + 1;
      file.step('payment', 'batch', finance, day, null, MADE);
      if (!open) {
        book.book({ deed: 'send', key: `send:${lineId}`, amount: amount!, day, ...of(SENT), lineId });
        file.step('payment', isFailed ? 'bounce' : 'settle', finance, settledOn, isFailed ? FAILED : null, SETTLED);
        book.book({ deed: isFailed ? 'fail' : 'pay', key: `${isFailed ? 'fail' : 'pay'}:${lineId}`, amount: amount!, day: settledOn, ...of(SETTLED), lineId });
        file.step('closing', 'close-batch', second, closedOn, null, CLOSED);
        if (!isFailed) file.published(settledOn.slice(0, 7));
      }
      const line = {
        id: lineId, batchId: id, no: at + 1, division, caseId, ...file.account, amount: amount!, subjectKey, cause, year, state: open ? 'waiting' as const : isFailed ? 'failed' as const : 'paid' as const,
        reason: isFailed ? FAILED : null, bankRef: open || isFailed ? null : `${settledOn.replaceAll('-', '')}${String(lineId).padStart(6, '0')}`, settledAt: open ? null : instant(settledOn, SETTLED),
      };
      this.lines.push(line);
      return line;
    });
    const no = `PC${day.replaceAll('-', '')}-01`;
    const file = bankFile({ no, day, layout: BANK_LAYOUT, lines: files.map(({ row, account, card }, at) => ({ no: at + 1, holder: account.holder, card, amount: row.amount!, caseNo: row.no })) }, fingerprint);
    this.batches.push({
      id, no, division: COUNTY, state: open ? 'made' : 'closed', version: open ? 1 : 4, lines: lines.length, total: lines.reduce((sum, { amount }) => sum + amount, 0), madeBy: finance, madeAt: instant(day, MADE),
      fileHash: open ? null : digest(file), sentBy: open ? null : finance, sentAt: open ? null : instant(day, SENT), closedBy: open ? null : second, closedAt: open ? null : instant(closedOn, CLOSED),
    });
    if (open) return;
    const back = lines.filter(({ state }) => state === 'failed').length;
    this.results.push({ id: this.results.length + 1, batchId: id, division: COUNTY, hash: digest(`result of ${no}`), paid: lines.length - back, failed: back, at: instant(settledOn, SETTLED), takenBy: finance });
  }

  /** A card that failed is changed by the village, confirmed by the township, and its case waits for money again. */
  reinstate(file: CaseFile, card: string, day: string): void {
    file.changeCard(card, day, addDays(day, 1));
    file.step('payment', 'reinstate', this.finance, addDays(day, 6));
  }
}
