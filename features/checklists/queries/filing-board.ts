import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { type Reading, type ReadingKind, readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { FILER_KINDS, type FilerKind } from '@/domain/checklist';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** Expected, filed, filed on time and verified: every rate is made from two of these. */
export interface FilingCounts {
  readonly expected: number;
  readonly filed: number;
  readonly onTime: number;
  readonly verified: number;
}

export interface FilingBoard {
  readonly total: FilingCounts;
  /** By township, or by village inside one township. `code` is 'own' for the county's sub-commands. */
  readonly places: readonly (FilingCounts & { code: string; name: string | null })[];
  readonly kinds: readonly (FilingCounts & { kind: FilerKind })[];
}

const IDS = ['checklists.expected', 'checklists.filed', 'checklists.on_time', 'checklists.verified'] as const;

/** How a month's filing stands in an area: from the measurements, like every other screen; by kind from the rows. */
export async function filingBoard(viewer: Viewer, area: Area, month: Month, reading: ReadingKind): Promise<FilingBoard> {
  return fenced(viewer, async (tx) => {
    const by = area.from.length >= 9 ? 'village' : 'township';
    const [total] = places(await readings(tx, { indicators: IDS, area, month, reading }));
    const cut = places(await readings(tx, { indicators: IDS, area, month, reading, by }));
    const codes = cut.map(({ code }) => code).filter((code) => code !== 'own');
    const { rows: names } = codes.length === 0 ? { rows: [] } : await tx.execute<{ code: string; name: string }>(sql`
      select code, name from divisions where code in (${sql.join(codes.map((code) => sql`${code}`), sql`, `)})`);
    const name = new Map(names.map((row) => [row.code, row.name]));
    const { rows: kinds } = await tx.execute<FilingCounts & { kind: FilerKind } & Record<string, unknown>>(sql`
      with due as (
        select ((${month} || '-01')::date + interval '1 month' + make_interval(days => coalesce((
          select due_day from filing_calendar where from_month <= ${month} order by from_month desc limit 1), 5))) at time zone 'Asia/Shanghai' as at
      )
      select filer_kind as kind, count(*)::int as expected, count(first_submitted_at)::int as filed,
        (count(*) filter (where first_submitted_at < due.at))::int as "onTime", (count(*) filter (where state = 'verified'))::int as verified
      from checklists, due where month = ${month} and ${inArea(sql`division`, area)} group by filer_kind`);
    return {
      total: total ?? { expected: 0, filed: 0, onTime: 0, verified: 0 },
      places: cut.map((place) => ({ ...place, name: name.get(place.code) ?? null })),
      kinds: kinds.toSorted((a, b) => FILER_KINDS.indexOf(a.kind) - FILER_KINDS.indexOf(b.kind)),
    };
  });
}

function places(read: readonly Reading[]): (FilingCounts & { code: string })[] {
  const [expected, filed, onTime, verified] = IDS.map((id) => new Map(read.filter((each) => each.indicator === id).map(({ key, value }) => [key, value ?? 0])));
  return [...expected!].map(([code, count]) => ({ code, expected: count, filed: filed!.get(code) ?? 0, onTime: onTime!.get(code) ?? 0, verified: verified!.get(code) ?? 0 }));
}
