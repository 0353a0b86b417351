import 'server-only';
import { sql } from 'drizzle-orm';
import { notFound } from 'next/navigation';
import { readClock } from '@/db/clock';
import { fenced, type Tx } from '@/db/fence';
import { type Area, areaOf, clip, contains, covers, zoneArea } from '@/domain/area';
import { type Filter, type FilterProblem, type Params, parseFilter } from '@/domain/filter';
import { FIRST_MONTH, type Month, monthsBetween } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface PageFilter {
  readonly filter: Filter;
  /** Shown beside the field: messages errors.fields[code]. */
  readonly problems: readonly FilterProblem[];
  /** The filter's ground, clipped to what the viewer may see. */
  readonly area: Area;
  /** The months that can be chosen, from the first of the books to the running one. */
  readonly months: readonly Month[];
  /** The first month that is not locked. */
  readonly running: Month;
  /** The day until which the filter's month can still be filed, so that its figures are not whole yet; null for a closed month. */
  readonly openUntil: string | null;
  /** The county's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The state of the database the page was asked in (db/clock.ts), for server/read-once.ts. */
  readonly state: string;
}

/**
 * The filter of a page or an API call: parsed from the URL, checked against what exists, clipped to the viewer. What does not
 * exist and what the viewer may not see are the same problem, 'unknown'. Ends as *not found* for who has no ground at all.
 */
export async function pageFilter(viewer: Viewer, params: Params): Promise<PageFilter> {
  const mine = viewer.scope.area;
  if (!mine) notFound();
  return fenced(viewer, async (tx) => {
    const { today, openMonth, locksOn, state } = await readClock(tx);
    const { filter, problems } = parseFilter(params, { earliest: FIRST_MONTH, latest: openMonth, defaultMonth: openMonth });
    const known = await lookUp(tx, filter);
    const place = placeOf(mine, filter, known);
    const line = filter.line !== null && known.line ? filter.line : null;
    const unknown: FilterProblem[] = [
      ...(place.problem ? [{ field: place.problem, code: 'unknown' } as const] : []),
      ...(filter.line !== null && line === null ? [{ field: 'line', code: 'unknown' } as const] : []),
    ];
    return {
      filter: { ...filter, line, division: place.division, zone: place.zone },
      problems: [...problems, ...unknown],
      area: place.area,
      months: monthsBetween(FIRST_MONTH, openMonth),
      running: openMonth,
      openUntil: filter.month === openMonth ? locksOn : null,
      today,
      state,
    };
  });
}

interface Known {
  division: boolean;
  townships: readonly string[];
  line: boolean;
}

async function lookUp(tx: Tx, { division, zone, line }: Filter): Promise<Known> {
  if (division === null && zone === null && line === null) return { division: false, townships: [], line: false };
  const { rows } = await tx.execute<{ division: boolean; townships: string[] | null; line: boolean }>(sql`
    select exists (select from divisions where code = ${division}) as division,
      (select array_agg(code order by code) from divisions where level = 'township' and zone_no = ${zone}::int) as townships,
      exists (select from lines where code = ${line}) as line`);
  return { division: rows[0]?.division ?? false, townships: rows[0]?.townships ?? [], line: rows[0]?.line ?? false };
}

interface Place {
  area: Area;
  division: string | null;
  zone: number | null;
  problem?: 'division' | 'zone';
}

/** The asked division or zone inside the viewer's ground. Asking for more than one's own ground is asking for one's own. */
function placeOf(mine: Area, { division, zone }: Filter, known: Known): Place {
  const whole = { area: mine, division: null, zone: null };
  if (division !== null) {
    const asked = areaOf(division);
    if (known.division && contains(mine, division)) return { area: clip(mine, asked) ?? mine, division, zone: null };
    return known.division && covers(asked, mine) ? whole : { ...whole, problem: 'division' };
  }
  if (zone === null) return whole;
  const asked = zoneArea(known.townships);
  const area = asked && clip(mine, asked);
  return area ? { area, division: null, zone } : { ...whole, problem: 'zone' };
}
