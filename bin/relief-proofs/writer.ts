// For the test of kill -9: approves, makes batches and takes the bank's answers in, for ever, and says what it begins and what was acknowledged.
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';
import { importResult } from '@/features/batches/commands/import-result';
import { makeBatch } from '@/features/batches/commands/make-batch';
import { sendBatch } from '@/features/batches/commands/send-batch';
import { passReview } from '@/features/relief-reviews/commands/pass';
import { Refusal } from '@/server/errors';
import { viewerFor } from '@/server/viewer';
import { answerOf, lineOf } from './bank';
import { look, type SeenBatch } from './sight';

const AT_A_TIME = 2;

const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<readonly Row[]> => (await asSystem('job', (tx) => tx.execute<Row>(query), 'read')).rows as unknown as readonly Row[];

/** Says an act before it begins and after it was acknowledged; the id may be known only then. */
async function act(name: string, id: number, run: () => Promise<{ id: number | string }>): Promise<void> {
  console.log(`begin ${name} ${id}`);
  const done = await run();
  console.log(`done ${name} ${name === 'make' ? done.id : id}`);
}

async function turn(district: Viewer, finance: Viewer): Promise<boolean> {
  const batches = (await rows<{ id: number }>(sql`select id from relief_batches where state in ('made', 'sent') order by id`)).map(({ id }) => id);
  for (const id of batches) {
    // Whoever comes back after a kill begins where the work was left, and does again what was not acknowledged.
    await act('send', id, () => sendBatch(finance, { id }));
    const batch = (await look()).batches.find((each) => each.id === id) as SeenBatch;
    await act('import', id, () => importResult(finance, { id, file: answerOf(batch.no, batch.hash ?? '', batch.lines.map(lineOf)) }));
  }
  const waiting = await rows<{ id: number; version: number; today: string }>(sql`
    select id, version, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today from relief_cases where state = 'noticed' order by id limit ${AT_A_TIME}`);
  for (const { id, version, today } of waiting) {
    await act('approve', id, () => passReview(district, { id, version, visitedOn: today, found: '情况属实，同意审定', wage: '0', business: '0', property: '0', transfer: '0', cost: '0', photo: Buffer.from('jpeg') }));
  }
  const [{ approved }] = (await rows<{ approved: number }>(sql`select count(*)::int as approved from relief_cases where state = 'approved'`)) as unknown as [{ approved: number }];
  if (approved > 0) await act('make', 0, () => makeBatch(finance, {}));
  return waiting.length > 0 || batches.length > 0;
}

async function main([district, finance]: string[]): Promise<void> {
  const own = async (account: string | undefined) => (await viewerFor(Number(account)))!;
  const [approver, payer] = [await own(district), await own(finance)];
  for (let left = true; left;) {
    try {
      left = await turn(approver, payer);
    } catch (failure) {
      // The database was killed: it comes back, and the work with it. A refusal would be a mistake.
      if (failure instanceof Refusal) throw failure;
      console.log('cut');
      await new Promise((done) => setTimeout(done, 30));
    }
  }
  console.log('nothing left');
  process.exit(0);
}

// A spare one waits until it is told to begin.
process.stdin.once('data', () => void main(process.argv.slice(2)));
console.log('ready');
