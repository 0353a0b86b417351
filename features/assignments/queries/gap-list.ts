import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import type { RegisterRow } from '@/db/rows';
import type { Area } from '@/domain/area';
import { type Gap, GAP_INDICATORS } from '@/domain/assignment';
import type { Duty } from '@/domain/command';
import type { RowCursor } from '@/domain/cursor';
import { addMonths, firstDay, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { indicatorRows } from '@/features/indicators/queries/indicator-rows';

/** A row of a gap: what its register says, and what somebody who closes it needs to know. Absent where a gap knows no such thing. */
export interface GapRow {
  readonly key: string;
  /** The household's head, the post or the person. */
  readonly name: string;
  readonly place: string;
  readonly division: string;
  /** Since when, `YYYY-MM-DD`. */
  readonly since: string | null;
  readonly householdId: number | null;
  readonly postId: number | null;
  readonly duty: Duty | null;
  readonly personId: number | null;
  /** The cadre on paper of a household nobody helps. */
  readonly cadre: string | null;
  /** Households of a cadre. */
  readonly load: number | null;
  readonly posts: readonly { id: number; name: string }[];
}

export interface GapList {
  readonly rows: readonly GapRow[];
  /** The figure: how many there are in all. */
  readonly count: number;
  readonly next: RowCursor | null;
}

type Known = Partial<GapRow>;

/** One page of the rows of a gap as they stand at the end of a month: the rows of its indicator, so their number is the figure. */
export async function gapList(viewer: Viewer, gap: Gap, asked: { area: Area; month: Month; after: RowCursor | null }): Promise<GapList> {
  return fenced(viewer, async (tx) => {
    const { rows, count, next } = await indicatorRows(viewer, GAP_INDICATORS[gap], asked);
    const known = rows.length === 0 ? new Map<string, Known>() : await MORE[gap](tx, rows, firstDay(addMonths(asked.month, 1)));
    return { rows: rows.map((row) => rowOf(gap, row, known.get(subjectOf(row)) ?? {})), count, next };
  });
}

/** Register keys are `subject` or `subject:…`. */
const subjectOf = ({ key }: RegisterRow): string => key.split(':', 1)[0] ?? key;

function rowOf(gap: Gap, row: RegisterRow, known: Known): GapRow {
  const vacancy = gap === 'vacancy' || gap === 'no-technician';
  return {
    key: row.key, name: row.label, place: row.place, division: row.division, since: row.since, householdId: row.household,
    postId: vacancy ? Number(subjectOf(row)) : null, duty: vacancy ? (row.key.split(':')[1] as Duty) : null, personId: null, cadre: null, load: null, posts: [], ...known,
  };
}

type More = (tx: Tx, rows: readonly RegisterRow[], next: string) => Promise<Map<string, Known>>;

const subjects = (rows: readonly RegisterRow[]): number[] => rows.map((row) => Number(subjectOf(row)));
const byId = (rows: readonly (Known & { id: number })[]): Map<string, Known> => new Map(rows.map(({ id, ...known }) => [String(id), known]));

/** Who is still responsible on paper. */
const paperCadres: More = async (tx, rows) => byId((await tx.execute<Known & { id: number } & Record<string, unknown>>(sql`
  select a.household_id as id, a.person_id as "personId", n.name as cadre from assignments a join people n on n.id = a.person_id
  where a.household_id in ${subjects(rows)} and a.ends_on is null`)).rows);

const loads: More = async (tx, rows, next) => byId((await tx.execute<Known & { id: number } & Record<string, unknown>>(sql`
  select a.person_id as id, a.person_id as "personId", count(*)::int as load from assignments a
  where a.person_id in ${subjects(rows)} and a.starts_on < ${next}::date and (a.ends_on is null or a.ends_on >= ${next}::date) group by a.person_id`)).rows);

/** All posts of whoever holds this one beyond the first. */
const postsHeld: More = async (tx, rows, next) => byId((await tx.execute<Known & { id: number } & Record<string, unknown>>(sql`
  select a.id, a.person_id as "personId", (
    select json_agg(json_build_object('id', held.id, 'name', held.name) order by held.id) from (
      select distinct p.id, p.name from appointments s join posts p on p.id = s.post_id
      where s.person_id = a.person_id and s.starts_on < ${next}::date and (s.ends_on is null or s.ends_on >= ${next}::date)) as held) as posts
  from appointments a where a.id in ${subjects(rows)}`)).rows);

const MORE: Record<Gap, More> = {
  orphaned: paperCadres,
  vacancy: async () => new Map(),
  'no-technician': async () => new Map(),
  overloaded: loads,
  'double-post': postsHeld,
};
