import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { type Tx, widened } from '@/db/fence';
import { visitPhotos } from '@/db/schema/visits';
import { CORRECTION_DAYS, isCorrectable, VISIT_PHOTOS } from '@/domain/visit';
import { VISIT_PHOTO } from '@/domain/visit-input';
import type { Viewer } from '@/domain/viewer';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayCorrect } from '../policy';

const NAME = 'visit.add-photo';

interface Filed extends Record<string, unknown> {
  id: number;
  division: string;
  householdId: number;
  personId: number;
  recordedOn: string | null;
  photos: number;
}

type Added = { id: number; division: string; already?: true; visit?: number; size?: number };

/** Hangs a photo, already made safe by server/evidence-file.ts, on a visit of one's own; the same key once only. */
export const addPhoto = command('visit.add-photo', { kind: 'photo', fresh: true })
  .input(VISIT_PHOTO.extend({ content: z.instanceof(Buffer) }))
  .load(async ({ tx, viewer, input }) => {
    if (input.account !== undefined && input.account !== viewer.accountId) throw new Refusal('signed-out', NAME, [], 'other-person');
    const kept = await keptBefore(tx, viewer, input.key);
    if (kept) return { ...kept, personId: viewer.personId, kept, filed: null };
    const { rows: [filed] } = await tx.execute<Filed>(sql`
      select v.id, v.division, v.household_id as "householdId", v.person_id as "personId",
        to_char(v.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "recordedOn",
        (select count(*)::int from visit_photos f where f.visit_id = v.id) as photos
      from visits v where v.id = ${input.visit} for update`);
    return filed && { id: filed.id, division: filed.division, personId: filed.personId, kept: null, filed };
  })
  .can(mayCorrect)
  .run(async ({ tx, viewer, input, subject: { kept, filed } }): Promise<Added | null> => {
    const again = kept ?? (await keptBefore(tx, viewer, input.key));
    if (again) return { ...again, already: true };
    if (!filed) return null;
    const { today } = await readClock(tx);
    if (!isCorrectable(filed.recordedOn, today)) throw new Refusal('forbidden', NAME, [{ field: 'file', problem: 'long-ago', limit: CORRECTION_DAYS }], 'correction-over');
    if (filed.photos >= VISIT_PHOTOS) throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'file-many', limit: VISIT_PHOTOS }]);
    const { id: visitId, householdId, division } = filed;
    const { key, content } = input;
    const [photo] = await tx.insert(visitPhotos).values({ visitId, householdId, division, key, size: content.length, content, addedBy: viewer.personId })
      .returning({ id: visitPhotos.id });
    return photo ? { id: photo.id, division, visit: visitId, size: content.length } : null;
  });

async function keptBefore(tx: Tx, viewer: Viewer, key: string): Promise<{ id: number; division: string } | undefined> {
  const { rows } = await widened(tx, () => tx.execute<{ id: number; division: string }>(sql`
    select id, division from visit_photos where key = ${key}::uuid and added_by = ${viewer.personId}`));
  return rows[0];
}
