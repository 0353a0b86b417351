import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import { submitChecklist } from '@/features/checklists/commands/submit';
import { type EntryView, findChecklist } from '@/features/checklists/queries/find-checklist';
import { viewerFor } from '@/server/viewer';
import { recorded } from './recorder.mjs';

export interface Submission {
  /** Milliseconds of all its statements together, begin to commit. */
  database: number;
  /** Milliseconds of the whole command. */
  whole: number;
  statements: number;
}

/** Files so many checklists of the running month, each by its own filer, and says what each cost. They stay filed. */
export async function submissions(count: number): Promise<Submission[]> {
  const done: Submission[] = [];
  for (const { id, account } of await waiting(count)) {
    const viewer = (await viewerFor(account))!;
    const checklist = (await findChecklist(viewer, id))!;
    const entries = Object.fromEntries(checklist.entries.map((entry) => [entry.no, answerTo(entry)]));
    const began = performance.now();
    const { statements } = await recorded(() => submitChecklist(viewer, { id, version: checklist.version, entries }));
    const whole = performance.now() - began;
    done.push({ database: statements.reduce((sum, { ms }) => sum + ms, 0), whole, statements: statements.length });
  }
  return done;
}

/** Checklists that nobody has filed yet, kinds of filers mixed as they come. */
async function waiting(count: number): Promise<{ id: number; account: number }[]> {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number; account: number }>(sql`
    select c.id, a.id as account from checklists c join accounts a on a.person_id = c.person_id and a.disabled_at is null
    where c.month = (select max(month) from checklists) and c.state in ('open', 'draft')
    order by hashint4(c.id), c.id limit ${count}`), 'read');
  return rows;
}

/** As most filers answer: what the records say, a sentence, no files. */
function answerTo({ kind, indicator, current }: EntryView) {
  if (kind === 'text') return { mode: 'given', text: '本月按计划推进，各项工作正常开展。' };
  if (kind === 'evidence') return { mode: 'nothing' };
  if (indicator && current !== null) return { mode: 'recorded', seen: String(current) };
  return { mode: 'other', claim: '1', explanation: '记录尚未更新，按实际填报。' };
}
