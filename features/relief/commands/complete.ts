import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockCase, moveCase } from '@/db/relief-cases';
import { type IntakePerson, type IntakeProblem, lockHousehold, takeIn } from '@/db/relief-intake';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { writeParts } from '@/db/relief-writing';
import { seal } from '@/db/vault';
import { isEligible } from '@/domain/relief-eligibility';
import { RELIEF_COMPLETION } from '@/domain/relief-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayApply } from '../policy';
import { FILES } from './apply';

const NAME = 'relief.complete';

interface Written extends Record<string, unknown> {
  readonly name: string;
  readonly relation: string;
  readonly hash: string;
}

/** Whoever sent it in is among the people; who of them was written down then stands as they were, because nobody of a case is ever written anew. */
function applicantProblems(subjectKey: string, written: readonly Written[], people: readonly IntakePerson[]): IntakeProblem[] {
  const beside = (row: string | null, field: string) => (row === null ? 'cause' : `people.${row}.${field}`);
  const sender = subjectKey.startsWith('i:') ? [subjectKey.slice(2)] : [];
  const isMissing = [...written.map(({ hash }) => hash), ...sender].some((hash) => people.every(({ idHash }) => idHash !== hash));
  const others = people.flatMap(({ row, name, relation, idHash }) => {
    const before = written.find(({ hash }) => hash === idHash);
    if (!before || (before.name === name && before.relation === relation)) return [];
    return [{ field: beside(row, before.name === name ? 'relation' : 'name'), problem: 'applicant-other' }];
  });
  return [...(isMissing ? [{ field: beside(people[0]?.row ?? null, 'idNumber'), problem: 'applicant-missing' }] : []), ...others];
}

/** Completes what a household sent in itself with its people, income and account, and hands it in. Its number and receipt stay. */
export const complete = command('relief.complete', { lastStep: lastCaseStep })
  .input(z.intersection(RELIEF_COMPLETION, z.object({ evidence: FILES })))
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can(mayApply)
  .run(async ({ tx, viewer, input, subject: its }) => {
    const { id, version, cause, causeText, year, worksheet, evidence, phone, insist } = input;
    if (its.version !== version || its.state !== 'received') return null;
    const household = input.household === null ? null : await lockHousehold(tx, input.household);
    // Another village's household would take the case out of its own village.
    if (household === undefined || (household && household.division !== its.division)) throw new Refusal('not-found', NAME);
    const { rows: [has] } = await tx.execute<{ files: number }>(sql`select count(*)::int as files from relief_evidence where case_id = ${id}`);
    const { rows: written } = await tx.execute<Written>(sql`select name, relation, id_hash as hash from relief_people where case_id = ${id} and id_hash is not null`);
    const known = written.map(({ hash }) => hash);
    const intake = await takeIn(tx, input, { household, own: id, evidence: evidence.length + (has?.files ?? 0) });
    const problems = [...intake.problems, ...applicantProblems(its.subjectKey, written, intake.people)];
    if (problems.length > 0) throw new Refusal('invalid', NAME, problems);
    const { rules, line, working, headName, subjectKey } = intake;
    if (!rules) throw new Refusal('conflict', NAME, [], 'relief-no-rules');
    if (!isEligible(intake.judged) && !insist) throw new Refusal('invalid', NAME, [{ field: 'insist', problem: 'not-eligible' }]);
    await tx.execute(sql`
      update relief_cases set household_id = ${household?.id ?? null}, head_name = ${headName}, subject_key = ${subjectKey}, cause = ${cause}, cause_text = ${causeText}, year = ${year},
        rules_id = ${rules.id}, line = ${line?.fen ?? null}, line_scope = ${line?.scope ?? null}, line_source = ${line?.source ?? null}, amount = ${working?.amount || null}
      where id = ${id}`);
    if (phone) await tx.execute(sql`update relief_cases set phone = ${seal(phone, `relief_cases:${id}:phone`)}, phone_tail = ${phone.slice(-4)} where id = ${id}`);
    await writeParts(tx, its, intake, { worksheet, files: evidence, by: viewer.personId, known });
    const moved = await moveCase(tx, { case: its, verb: 'complete', version, by: viewer.personId });
    // The print of an ID number that may be in the subject's key is nothing for the audit trail.
    return moved && { id, division: its.division, no: moved.no, state: moved.state, version: moved.version, householdId: moved.householdId, cause, year, amount: moved.amount, eligible: isEligible(intake.judged), people: intake.people.length, files: evidence.length };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
