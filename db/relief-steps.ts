import { sql } from 'drizzle-orm';
import type { ReliefDeed } from '@/domain/relief';
import type { Tx } from './fence';

/** The last step on an application: who was faster, as a key of messages errors.deeds; null where the household itself was. */
export async function lastCaseStep(tx: Tx, id: number): Promise<{ who: string; deed: `relief.${ReliefDeed}`; at: number } | null> {
  const { rows: [step] } = await tx.execute<{ who: string; verb: ReliefDeed; at: number }>(sql`
    select p.name as who, s.verb, (extract(epoch from s.at) * 1000)::float8 as at
    from relief_steps s join people p on p.id = s.person_id where s.case_id = ${id} order by s.id desc limit 1`);
  return step ? { who: step.who, deed: `relief.${step.verb}`, at: step.at } : null;
}
