import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { lockCase, moveCase, rulesToday } from '@/db/relief-cases';
import { countedTwice, otherCase, workingOf } from '@/db/relief-intake';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { writeEvidence, writeWorksheet } from '@/db/relief-writing';
import { isEligible, judge } from '@/domain/relief-eligibility';
import { RELIEF_CORRECTION } from '@/domain/relief-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayApply } from '../policy';
import { FILES } from './apply';

const NAME = 'relief.resubmit';

interface Sent extends Record<string, unknown> {
  people: number;
  files: number;
  registered: boolean;
  exitedOn: string | null;
}

/** Hands a returned application in again: a new round with a worksheet of its own, under the rules and the line of today. */
export const resubmit = command('relief.resubmit', { lastStep: lastCaseStep })
  .input(RELIEF_CORRECTION.extend({ evidence: FILES }))
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can(mayApply)
  .run(async ({ tx, viewer, input, subject }) => {
    const { id, version, cause, causeText, year, worksheet, evidence, note, insist } = input;
    if (subject.version !== version || subject.state !== 'returned') return null;
    const { rows: [sent] } = await tx.execute<Sent>(sql`
      select (select count(*)::int from relief_people where case_id = c.id) as people, (select count(*)::int from relief_evidence where case_id = c.id) as files,
        c.household_id is not null as registered, to_char(h.exited_on, 'YYYY-MM-DD') as "exitedOn"
      from relief_cases c left join households h on h.id = c.household_id where c.id = ${id}`);
    const other = await otherCase(tx, { subjectKey: subject.subjectKey, cause, year, own: id });
    if (other) throw new Refusal('invalid', NAME, [{ field: 'cause', problem: other.named ? 'relief-again' : 'relief-again-elsewhere', named: other.named }]);
    const { rows: people } = await tx.execute<{ row: null; idHash: string | null }>(sql`select null as row, id_hash as "idHash" from relief_people where case_id = ${id}`);
    const counted = await countedTwice(tx, people, { cause, year }, id);
    if (counted.length > 0) throw new Refusal('invalid', NAME, counted);
    const rules = await rulesToday(tx);
    if (!sent || !rules) throw new Refusal('conflict', NAME, [], 'relief-no-rules');
    const { line, working } = await workingOf(tx, { year, worksheet }, sent.people);
    const { today } = await readClock(tx);
    const judged = judge({ registered: sent.registered ? { exitedOn: sent.exitedOn } : null, cause, evidence: sent.files + evidence.length, appliedOn: today, working, other: null });
    if (!isEligible(judged) && !insist) throw new Refusal('invalid', NAME, [{ field: 'insist', problem: 'not-eligible' }]);
    const its = { ...subject, round: subject.round + 1 };
    await tx.execute(sql`
      update relief_cases set round = ${its.round}, cause = ${cause}, cause_text = ${causeText}, year = ${year}, rules_id = ${rules.id}, line = ${line?.fen ?? null},
        line_scope = ${line?.scope ?? null}, line_source = ${line?.source ?? null}, amount = ${working?.amount || null} where id = ${id}`);
    await writeWorksheet(tx, its, worksheet, viewer.personId, note);
    await writeEvidence(tx, its, evidence, viewer.personId);
    return moveCase(tx, { case: its, verb: 'resubmit', version, by: viewer.personId, note });
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
