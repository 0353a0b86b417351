import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type SealedUntil, sealedUntil } from '@/db/audit-seals';
import { fenced } from '@/db/fence';
import type { AuditSearch } from '@/domain/audit-search';
import type { Viewer } from '@/domain/viewer';

export const TRAIL_SHOWN = 50;

export interface TrailRow extends Record<string, unknown> {
  id: number;
  at: string;
  actor: string;
  /** The person's name; null for the system and for who could not sign in. */
  name: string | null;
  command: string;
  subjectKind: string;
  subjectId: string;
  division: string | null;
  address: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * The audit trail, newest first, as far as the viewer may read it: the fence decides (the auditor all of it, the audit
 * administrator what concerns accounts). `more` when there are older rows.
 */
export async function auditTrail(viewer: Viewer, search: AuditSearch): Promise<{ rows: TrailRow[]; more: boolean }> {
  if (viewer.scope.audit === '') return { rows: [], more: false };
  const { actor, command, kind, subject, from, to, before } = search;
  const conditions: SQL[] = [
    ...(before === null ? [] : [sql`a.id < ${before}`]),
    ...(actor === null ? [] : [sql`a.actor = ${actor}`]),
    ...(command === null ? [] : [sql`a.command = ${command}`]),
    ...(kind === null ? [] : [sql`a.subject_kind = ${kind}`]),
    ...(subject === null ? [] : [sql`a.subject_id = ${subject}`]),
    ...(from === null ? [] : [sql`a.at >= ${from}::timestamp at time zone 'Asia/Shanghai'`]),
    ...(to === null ? [] : [sql`a.at < (${to}::timestamp + interval '1 day') at time zone 'Asia/Shanghai'`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<TrailRow>(sql`
      select a.id, a.at, a.actor, p.name, a.command, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.division, a.address, a.before, a.after
      from (select * from audits a ${where} order by a.id desc limit ${TRAIL_SHOWN + 1}) as a left join people p on p.id = a.person_id
      order by a.id desc`);
    return { rows: rows.slice(0, TRAIL_SHOWN), more: rows.length > TRAIL_SHOWN };
  });
}

/** How far the trail is sealed; null before the first seal. */
export const trailSeal = async (viewer: Viewer): Promise<SealedUntil | null> => fenced(viewer, sealedUntil);
