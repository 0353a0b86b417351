import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { visibleTo } from '@/db/letters';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { sight } from '../policy';

export interface CountyTarget extends Record<string, unknown> {
  id: number;
  year: number;
  line: string | null;
  lineName: string | null;
  lineNameEn: string | null;
  indicator: IndicatorId;
  text: string;
  target: number;
  dueMonth: Month;
  version: number;
  /** Somebody was offered or has signed a letter for it. */
  locked: boolean;
}

/** What headquarters wants of a year, by line; of one line when asked. */
export async function countyTargets(viewer: Viewer, year: number, line: string | null): Promise<CountyTarget[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<CountyTarget>(sql`
      select l.id, l.year, l.line, n.name as "lineName", n.name_en as "lineNameEn", l.indicator, l.text, l.target::float8 as target, l.due_month as "dueMonth", l.version,
        exists (select from letter_clauses c join letter_versions v on v.letter_id = c.letter_id and v.no = c.version where c.target_id = l.id and v.state in ('offered', 'signed')) as locked
      from county_targets l left join lines n on n.code = l.line
      where l.year = ${year} and ${line === null ? sql`true` : sql`l.line = ${line}`} and ${visibleTo({ ...sight(viewer), onlyOf: null })} order by n.position nulls first, l.id`);
    return rows;
  });
}
