import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { countFilings, isFiled, isOnTime } from '@/db/filing-counts';
import { inArea } from '@/db/scope';
import type { ChecklistState, FilerKind } from '@/domain/checklist';
import type { FilingCounts } from '@/domain/filing-cut';
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

/** A line's sub-command: whether it has filed, and in time. */
export interface LineFiling {
  id: number;
  line: string;
  lineEn: string;
  person: string;
  filed: boolean;
  onTime: boolean;
}

export interface Filings {
  kinds: ReadonlyMap<string, FilingCounts>;
  lines: LineFiling[];
  latest: Filing[];
  missing: MissingFiling[];
}

export const NO_FILING: Filings = { kinds: new Map(), lines: [], latest: [], missing: [] };

/** Who answers for most comes first among those who are missing. */
const WIDEST_FIRST = sql`array_position(array['sub-command', 'township', 'first-secretary', 'team-leader'], c.filer_kind)`;

/** The month's checklists by kind of filer and by line, the latest to come in, and who is missing. */
export async function readFilings(viewer: Viewer, asked: Asked, limit: number): Promise<Filings> {
  return fenced(viewer, async (tx) => ({
    kinds: await countFilings(tx, asked, sql`c.filer_kind`), lines: await linesOf(tx, asked), latest: await latestOf(tx, asked, limit), missing: await missingOf(tx, asked, limit),
  }));
}

async function linesOf(tx: Tx, { area, month, reading }: Asked): Promise<LineFiling[]> {
  const { rows } = await tx.execute<LineFiling & Record<string, unknown>>(sql`
    select c.id, l.name as line, l.name_en as "lineEn", n.name as person, ${isFiled(month, reading)} as filed, ${isOnTime(month)} as "onTime"
    from checklists c join lines l on l.code = c.line join people n on n.id = c.person_id
    where c.month = ${month} and c.filer_kind = 'sub-command' and ${inArea(sql`c.division`, area)} order by l.position, c.id`);
  return rows;
}

async function latestOf(tx: Tx, { area, month }: Asked, limit: number): Promise<Filing[]> {
  const { rows } = await tx.execute<Filing & Record<string, unknown>>(sql`
    select c.id, p.name as post, n.name as person, c.state,
      to_char(c.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "submittedAt"
    from (select id, post_id, person_id, state, submitted_at from checklists c
      where c.month = ${month} and ${inArea(sql`c.division`, area)} and c.submitted_at is not null order by c.submitted_at desc, c.id desc limit ${limit}) as c
    join posts p on p.id = c.post_id join people n on n.id = c.person_id order by c.submitted_at desc, c.id desc`);
  return rows;
}

async function missingOf(tx: Tx, { area, month, reading }: Asked, limit: number): Promise<MissingFiling[]> {
  const { rows } = await tx.execute<MissingFiling & Record<string, unknown>>(sql`
    select c.id, p.name as post, n.name as person, c.filer_kind as kind
    from (select * from checklists c where c.month = ${month} and not ${isFiled(month, reading)} and ${inArea(sql`c.division`, area)} order by ${WIDEST_FIRST}, c.division, c.id limit ${limit}) as c
    join posts p on p.id = c.post_id join people n on n.id = c.person_id order by ${WIDEST_FIRST}, c.division, c.id`);
  return rows;
}
