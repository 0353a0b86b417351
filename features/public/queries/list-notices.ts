import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { codeAfter } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';

/** A notice as everybody may read it: there is no field for a whole name or number. Money in fen, instants in epoch milliseconds. */
export interface OpenNotice extends Record<string, unknown> {
  readonly id: number;
  readonly division: string;
  readonly township: string;
  readonly village: string;
  readonly maskedName: string;
  readonly people: number;
  readonly amount: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Until it is over. */
  readonly seconds: number;
}

export interface OpenNotices {
  readonly rows: readonly OpenNotice[];
  /** Where the next page begins; null after the last row. */
  readonly next: number | null;
  readonly townships: readonly { code: string; name: string; count: number }[];
}

export const NOTICES_PER_PAGE = 30;

const OPEN = sql`n.taken_down_at is null and n.opens_at <= county_now() and n.closes_at > county_now()`;

const COLUMNS = sql`n.id, n.division, t.name as township, v.name as village, n.masked_name as "maskedName", n.people, n.amount::float8 as amount,
  (extract(epoch from n.opens_at) * 1000)::float8 as "opensAt", (extract(epoch from n.closes_at) * 1000)::float8 as "closesAt",
  extract(epoch from n.closes_at - county_now())::float8 as seconds`;

const PLACED = sql`relief_notices n join divisions v on v.code = n.division join divisions t on t.code = left(n.division, 9)`;

/** The notices that hang out at this moment by the county's clock, the latest first; `before` is where a page begins. */
export async function listNotices(viewer: Viewer, { township, before }: { township: string | null; before: number | null }): Promise<OpenNotices> {
  return fenced(viewer, async (tx) => {
    const there = township === null ? sql`true` : sql`n.division >= ${township} and n.division < ${codeAfter(township)}`;
    const { rows } = await tx.execute<OpenNotice>(sql`
      select ${COLUMNS} from ${PLACED}
      where ${OPEN} and ${there} and n.id < ${before ?? 2_147_483_647} order by n.id desc limit ${NOTICES_PER_PAGE + 1}`);
    const { rows: townships } = await tx.execute<{ code: string; name: string; count: number }>(sql`
      select t.code, t.name, count(*)::int as count from ${PLACED} where ${OPEN} group by t.code, t.name order by t.code`);
    const page = rows.slice(0, NOTICES_PER_PAGE);
    return {
      rows: page,
      next: rows.length > NOTICES_PER_PAGE ? (page.at(-1)?.id ?? null) : null,
      townships,
    };
  });
}

/** One notice, as long as it hangs out; null before, after, and where there is none: nobody can tell which. */
export async function findNotice(viewer: Viewer, id: number): Promise<OpenNotice | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<OpenNotice>(sql`select ${COLUMNS} from ${PLACED} where n.id = ${id} and ${OPEN}`);
    return rows[0] ?? null;
  });
}
