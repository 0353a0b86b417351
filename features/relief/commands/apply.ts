import 'server-only';
import { z } from 'zod';
import { newReceipt } from '@/db/receipts';
import { recordStep } from '@/db/relief-cases';
import { lockHousehold, takeIn } from '@/db/relief-intake';
import { firstDue, nextCase, writeParts } from '@/db/relief-writing';
import { reliefCases } from '@/db/schema/relief';
import { readClock } from '@/db/clock';
import { reliefTouches } from '@/db/relief-touches';
import { seal } from '@/db/vault';
import { isEligible } from '@/domain/relief-eligibility';
import { EVIDENCE_MAX, RELIEF_APPLICATION } from '@/domain/relief-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayApply, villagesOf } from '../policy';

const NAME = 'relief.apply';

export const FILES = z.array(z.object({ name: z.string(), type: z.enum(['image/jpeg', 'application/pdf']), content: z.instanceof(Buffer) })).max(EVIDENCE_MAX).default([]);

/**
 * Hands an application in for a household of the clerk's own village: a registered one with the people and the card of the registry,
 * or one that is in no registry with its people as typed. `secret` is the receipt code, kept nowhere but on the household's slip.
 */
export const apply = command('relief.apply', { fresh: true })
  .input(z.intersection(RELIEF_APPLICATION, z.object({ evidence: FILES })))
  .load(async ({ tx, viewer, input }) => {
    if (input.household === null) {
      const villages = villagesOf(viewer);
      return { id: 0, division: input.division ?? villages[0] ?? '', household: null };
    }
    const household = await lockHousehold(tx, input.household);
    return household && { id: household.id, division: household.division, household };
  })
  .can(mayApply)
  .run(async ({ tx, viewer, input, subject: { division, household } }) => {
    const { cause, causeText, year, worksheet, evidence, phone, insist } = input;
    const intake = await takeIn(tx, input, { household, own: null, evidence: evidence.length });
    if (intake.problems.length > 0) throw new Refusal('invalid', NAME, intake.problems);
    const { rules, line, working, headName, subjectKey } = intake;
    if (!rules) throw new Refusal('conflict', NAME, [], 'relief-no-rules');
    if (!isEligible(intake.judged) && !insist) throw new Refusal('invalid', NAME, [{ field: 'insist', problem: 'not-eligible' }]);
    const { id, no } = await nextCase(tx, (await readClock(tx)).today);
    const receipt = newReceipt();
    await tx.insert(reliefCases).values({
      id, no, division, householdId: household?.id ?? null, headName, subjectKey, origin: 'clerk', cause, causeText, year, rulesId: rules.id,
      line: line?.fen ?? null, lineScope: line?.scope ?? null, lineSource: line?.source ?? null, amount: working?.amount || null,
      state: 'applied', dueAt: firstDue(rules), receiptHash: receipt.hash,
      phone: phone === null ? null : seal(phone, `relief_cases:${id}:phone`), phoneTail: phone?.slice(-4),
    });
    const its = { id, division, round: 1 };
    await writeParts(tx, its, intake, { worksheet, files: evidence, by: viewer.personId });
    await recordStep(tx, its, { part: 'applicant', verb: 'apply', by: viewer.personId });
    return { ...its, no, household: household?.no ?? null, cause, year, amount: working?.amount ?? null, eligible: isEligible(intake.judged), people: intake.people.length, files: evidence.length, secret: receipt.code };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
