import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { FilerKind } from '@/domain/checklist';
import { deadlines } from '@/domain/deadline';
import type { Month } from '@/domain/month';
import { byTrouble, type Claim, propose, type Queued, troubleOf } from '@/domain/verdict';
import type { Viewer } from '@/domain/viewer';

export interface QueuedChecklist extends Queued {
  readonly filer: string;
  readonly kind: FilerKind;
  readonly place: string;
  readonly post: string;
  readonly version: number;
  readonly comments: number;
  /** The records support every entry: it can be verified without opening it. */
  readonly plain: boolean;
  /** Nobody decides on their own. */
  readonly own: boolean;
}

interface Row extends Record<string, unknown> {
  id: number;
  version: number;
  comments: number;
  filer: string;
  personId: number;
  kind: FilerKind;
  place: string;
  post: string;
  submittedAt: number;
  firstAt: number;
  dueDay: number;
  doubts: Claim[] | null;
}

/**
 * A month's checklists that wait for the office, most troubled first. Only entries that do not plainly agree with the records
 * leave the database; the verdicts are proposed by the same function that the form shows.
 */
export async function reviewQueue(viewer: Viewer, area: Area, month: Month, kind: FilerKind | null): Promise<QueuedChecklist[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      with waiting as materialized (
        select * from checklists where month = ${month} and state = 'submitted' and ${inArea(sql`division`, area)} and ${kind ? sql`filer_kind = ${kind}` : sql`true`}
      ),
      asked as materialized (select template_id, jsonb_object_agg(no, kind) as kinds from template_entries group by template_id)
      select w.id, w.version, p.name as filer, w.person_id as "personId", w.filer_kind as kind, d.name as place, post.name as post, (select count(*)::int from entry_comments m where m.checklist_id = w.id) as comments,
        (extract(epoch from w.submitted_at) * 1000)::float8 as "submittedAt", (extract(epoch from w.first_submitted_at) * 1000)::float8 as "firstAt",
        coalesce((select due_day from filing_calendar where from_month <= ${month} order by from_month desc limit 1), 5) as "dueDay", doubts.doubts
      from waiting w join asked on asked.template_id = w.template_id join people p on p.id = w.person_id join divisions d on d.code = w.division join posts post on post.id = w.post_id
      cross join lateral (
        select json_agg(json_build_object('kind', t.kind, 'claim', e.claim, 'recorded', e.recorded, 'nothing', e.nothing, 'text', left(e.text, 1),
          'explanation', left(e.explanation, 1), 'files', (select count(*) from evidence_files f where f.checklist_id = e.checklist_id and f.entry_no = e.no))) as doubts
        from checklist_entries e cross join lateral (select asked.kinds ->> e.no::text as kind) as t
        where e.checklist_id = w.id and not (t.kind = 'number' and e.claim is not distinct from e.recorded and e.claim is not null) and not (t.kind <> 'number' and e.nothing) and not (t.kind = 'text' and e.text is not null)
      ) as doubts`);
    return rows.map(({ doubts, personId, firstAt, dueDay, ...row }) => {
      const trouble = troubleOf((doubts ?? []).map(propose));
      const late = firstAt >= deadlines(month, { dueDay, lockDay: dueDay }).dueAt.getTime();
      return { ...row, ...trouble, plain: trouble.doubtful === 0, late, own: personId === viewer.personId };
    }).sort(byTrouble);
  });
}
