import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { ChecklistState, FilerKind } from '@/domain/checklist';
import type { Viewer } from '@/domain/viewer';
import type { Asked } from './board';

export interface Filing {
  id: number;
  post: string;
  person: string;
  state: ChecklistState;
  submittedAt: string;
}

export interface MissingFiling {
  id: number;
  post: string;
  person: string;
  kind: FilerKind;
}

export interface FilingKind {
  kind: FilerKind;
  expected: number;
  filed: number;
  verified: number;
}

/** Who answers for most comes first among those who are missing. */
const WIDEST_FIRST = sql`array_position(array['sub-command', 'township', 'first-secretary', 'team-leader'], c.filer_kind)`;

/** The month's checklists by kind of filer, the latest to come in, and who is missing. */
export async function readFilings(viewer: Viewer, { area, month }: Pick<Asked, 'area' | 'month'>, limit: number): Promise<{ kinds: FilingKind[]; latest: Filing[]; missing: MissingFiling[] }> {
  return fenced(viewer, async (tx) => {
    const here = sql`c.month = ${month} and ${inArea(sql`c.division`, area)}`;
    const kinds = await tx.execute<FilingKind & Record<string, unknown>>(sql`
      select c.filer_kind as kind, count(*)::int as expected, count(c.first_submitted_at)::int as filed,
        (count(*) filter (where c.state = 'verified'))::int as verified
      from checklists c where ${here} group by c.filer_kind`);
    const latest = await tx.execute<Filing & Record<string, unknown>>(sql`
      select c.id, p.name as post, n.name as person, c.state,
        to_char(c.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "submittedAt"
      from (select id, post_id, person_id, state, submitted_at from checklists c
        where ${here} and c.submitted_at is not null order by c.submitted_at desc, c.id desc limit ${limit}) as c
      join posts p on p.id = c.post_id join people n on n.id = c.person_id order by c.submitted_at desc, c.id desc`);
    const missing = await tx.execute<MissingFiling & Record<string, unknown>>(sql`
      select c.id, p.name as post, n.name as person, c.filer_kind as kind
      from (select * from checklists c where ${here} and c.first_submitted_at is null order by ${WIDEST_FIRST}, c.division, c.id limit ${limit}) as c
      join posts p on p.id = c.post_id join people n on n.id = c.person_id order by ${WIDEST_FIRST}, c.division, c.id`);
    return { kinds: kinds.rows, latest: latest.rows, missing: missing.rows };
  });
}
