import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { book, lockLedger, readStanding } from '@/db/ledger';
import { moveCase, type ReliefCase } from '@/db/relief-cases';
import { lockStanding, missingGate, reviewGround } from '@/db/relief-standing';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefNotices, reliefVisits, reliefWorksheets } from '@/db/schema/relief';
import type { Tx } from '@/db/fence';
import { reliefTouches } from '@/db/relief-touches';
import { maskedName } from '@/domain/mask';
import { PASS_OF, reviewOf } from '@/domain/relief';
import { reliefAmount } from '@/domain/relief-amount';
import { PASS, passProblems, presentOf, worksheetOf } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { cameLate, mayReview } from '../policy';

const NAME = 'relief.pass';

/**
 * A review lets a case pass with its own visit and worksheet: the village to the township; the township onto the public notice, in
 * the amount it reckoned; the district, when the notice's days are over and nothing is left to answer, to payment: the money is
 * reserved in the same transaction, or the approval is refused.
 */
export const passReview = command('relief.pass', { lastStep: lastCaseStep })
  .input(PASS.extend({ photo: z.instanceof(Buffer) }))
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can((viewer, subject) => mayReview(viewer, subject) || cameLate(viewer, subject))
  .run(async ({ tx, viewer, subject, input }) => {
    const review = reviewOf(subject.state);
    if (review === null || !mayReview(viewer, subject) || subject.version !== input.version) return null;
    const ground = await reviewGround(tx, subject);
    if (!ground || subject.line === null) return null;
    const problems = passProblems(input, ground);
    if (problems.length > 0) throw new Refusal('invalid', NAME, problems);
    const { id: caseId, division, round } = subject;
    const sheet = worksheetOf(input);
    const { amount } = reliefAmount({ year: subject.year, ...sheet }, ground.people, { year: subject.year, scope: 'Sichuan', fen: subject.line, status: '', source: '' });
    if (amount <= 0) throw new Refusal('invalid', NAME, [], 'relief-not-below');
    const own = { caseId, division, round, part: review, personId: viewer.personId };
    await tx.insert(reliefWorksheets).values({ ...own, ...sheet, explanation: input.explanation });
    await tx.insert(reliefVisits).values({ ...own, visitedOn: input.visitedOn, found: input.found, present: presentOf(input), explained: input.explained, photo: input.photo });
    if (review === 'township') await hangNotice(tx, subject, { people: ground.people, amount });
    if (review === 'district') await reserve(tx, subject, amount, viewer.personId);
    const moved = await moveCase(tx, { case: subject, verb: PASS_OF[review], version: input.version, by: viewer.personId, note: input.explanation, set: sql`, amount = ${amount}` });
    return moved && { ...moved, visitedOn: input.visitedOn, worksheet: sheet };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));

async function hangNotice(tx: Tx, { id, round, division, headName }: ReliefCase, { people, amount }: { people: number; amount: number }): Promise<void> {
  // The days are the database's own (trigger `hang`).
  await tx.insert(reliefNotices).values({ caseId: id, round, division, maskedName: maskedName(headName), people, amount, closesAt: sql`county_now()` });
}

async function reserve(tx: Tx, subject: ReliefCase, amount: number, madeBy: number): Promise<void> {
  if (subject.amount !== amount) throw new Refusal('conflict', NAME, [], 'relief-other-amount');
  const missing = await missingGate(tx, subject.id);
  if (missing !== null) throw new Refusal('conflict', NAME, [], `relief_${missing.replaceAll(' ', '_')}`);
  await lockLedger(tx);
  if ((await readStanding(tx)).available < amount) throw new Refusal('conflict', NAME, [], 'relief_short');
  const entry = await book(tx, { deed: 'reserve', key: `reserve:${subject.id}`, amount, madeBy, caseId: subject.id });
  if (entry === null) throw new Refusal('conflict', NAME);
}
