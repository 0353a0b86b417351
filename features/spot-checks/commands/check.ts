import 'server-only';
import { sql } from 'drizzle-orm';
import { lastStep, lockChecklist, moveChecklist } from '@/db/checklists';
import { postOut } from '@/db/outbox';
import { passOnChecklist } from '@/db/seats';
import { filingExceptions } from '@/db/schema/checklists';
import { inboxMessages } from '@/db/schema/inbox';
import { findings } from '@/db/schema/spot-checks';
import { answerTime, SPOT_CHECK } from '@/domain/spot-check';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayCheck, squadOf } from '../policy';

const NAME = 'spot-check.check';

/**
 * What a squad found of a checklist drawn for it. A challenge opens a finding and sends the checklist back to its filer; both
 * steps are kept. Where the month is locked, or locks too soon, the challenge opens a window of its own in which the filer can
 * answer: whoever holds the post by now. Once: what changed since it was opened, or was checked already, is a conflict.
 */
export const checkOnTheSpot = command('spot-check.check', { kind: 'checklist', lastStep })
  .input(SPOT_CHECK)
  .load(async ({ tx, viewer, input }) => {
    const checklist = await lockChecklist(tx, input.id);
    const { rows: [drawn] } = await tx.execute<{ squad: number; sample: number }>(sql`
      select s.post_id as squad, s.id as sample from spot_checks k join spot_samples s on s.id = k.sample_id
      where k.checklist_id = ${input.id} and s.post_id = ${squadOf(viewer)?.postId ?? 0} order by s.id desc limit 1`);
    return checklist && { ...checklist, squad: drawn?.squad ?? 0, sample: drawn?.sample ?? 0 };
  })
  .can(mayCheck)
  .run(async ({ tx, viewer, subject, input: { version, result, note } }) => {
    const { id, division, month, postId, sample } = subject;
    if (subject.version !== version || subject.state !== 'verified') return null;
    const { rowCount } = await tx.execute(sql`
      update spot_checks set result = ${result}, note = ${note}, checked_by = ${viewer.personId}, checked_at = county_now()
      where sample_id = ${sample} and checklist_id = ${id} and result is null`);
    if (rowCount !== 1) throw new Refusal('conflict', NAME, [], 'spot-checked');
    const answer = result === 'challenged' ? answerTime(month, subject.days, subject.now) : null;
    if (answer) {
      for (const [at, verb] of (['challenge', 'reopen'] as const).entries()) {
        const moved = await moveChecklist(tx, { checklist: subject, verb, version: version + at, by: viewer.personId, note });
        if (!moved) return null;
      }
      const personId = await passOnChecklist(tx, viewer, id);
      await tx.insert(findings).values({ checklistId: id, division, foundBy: viewer.personId, detail: note ?? '' });
      if (answer.reopens) {
        await tx.insert(filingExceptions).values({ checklistId: id, division, personId, grantedBy: viewer.personId, expiresAt: answer.until, reason: note ?? '', cause: 'challenge' });
      }
      await tx.insert(inboxMessages).values({ personId, kind: 'challenge', month, checklistId: id });
      await postOut(tx, 'checklist.challenged', { month, post: postId, until: answer.until });
    }
    return { id, division, month, sample, result, note, answerBy: answer?.until ?? null };
  })
  .touches(({ after: { division, month, result } }) => (result === 'challenged' ? [{ register: 'checklists-verified', division, month }] : []));
