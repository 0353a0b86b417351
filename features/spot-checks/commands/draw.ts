import 'server-only';
import { sql } from 'drizzle-orm';
import { inArea } from '@/db/scope';
import { drawSample, SPOT_DRAW } from '@/domain/spot-check';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayDraw, squadOf } from '../policy';

/** Draws a squad's sample among the verified checklists of a month on its ground: once a month, with a seed nobody chose. */
export const drawSpotChecks = command('spot-check.draw', { fresh: true })
  .input(SPOT_DRAW)
  .load(async ({ viewer }) => ({ id: squadOf(viewer)?.postId ?? 0, division: null }))
  .can(mayDraw)
  .run(async ({ tx, viewer, subject, input: { month, size } }) => {
    const { area } = viewer.scope;
    if (!area) return null;
    const { rows: verified } = await tx.execute<{ id: number; seed: string }>(sql`
      select id, (select gen_random_uuid())::text as seed from checklists
      where month = ${month} and state = 'verified' and person_id <> ${viewer.personId} and ${inArea(sql`division`, area)} order by id`);
    const seed = verified[0]?.seed;
    if (!seed) throw new Refusal('conflict', 'spot-check.draw', [], 'nothing-verified');
    const drawn = drawSample(seed, verified.map(({ id }) => id), size);
    const { rows: [sample] } = await tx.execute<{ id: number }>(sql`
      insert into spot_samples (post_id, month, seed, population, drawn_by) values (${subject.id}, ${month}, ${seed}, ${verified.length}, ${viewer.personId})
      on conflict do nothing returning id`);
    if (!sample) throw new Refusal('conflict', 'spot-check.draw', [], 'sample-drawn');
    await tx.execute(sql`
      insert into spot_checks (sample_id, checklist_id, division, no)
      select ${sample.id}, c.id, c.division, x.no from json_to_recordset(${JSON.stringify(drawn.map((id, at) => ({ id, no: at + 1 })))}::json) as x (id int, no int)
      join checklists c on c.id = x.id`);
    return { id: sample.id, month, seed, population: verified.length, checklists: drawn };
  });
