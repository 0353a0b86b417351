import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { countFilings, type FilingsAsked, isFiled } from '@/db/filing-counts';
import { readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import { trends } from '@/db/trends';
import type { Area } from '@/domain/area';
import { FILER_KINDS } from '@/domain/checklist';
import { type FilingCounts, type FilingCut, NO_FILINGS, placeLevel } from '@/domain/filing-cut';
import { addMonths, FIRST_MONTH } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface MissingName {
  readonly id: number;
  readonly name: string;
}

/** `key`: a code, a zone's number, a line's code, a kind, a month; 'own' for what hangs on no township, zone or line. */
export interface FilingRow extends FilingCounts {
  readonly key: string;
  readonly name: string | null;
  /** The first who have not filed: their checklists and names. None by month. */
  readonly missing: readonly MissingName[];
}

export interface FilingRates {
  readonly total: FilingCounts;
  readonly rows: readonly FilingRow[];
}

export interface FilingAsked extends FilingsAsked {
  readonly by: FilingCut;
}

const IDS = ['checklists.expected', 'checklists.filed', 'checklists.complete', 'checklists.on_time', 'checklists.verified'] as const;
const FIELDS = ['expected', 'filed', 'complete', 'onTime', 'verified'] as const;
/** How many of those who are missing a row names itself, and how many months the cut by month goes back. */
const NAMED = 3;
const MONTHS = 12;

/**
 * How a month's filing stands, whole and cut: places, zones and months from the measurements, like every other screen; lines
 * and kinds of filer from the rows.
 */
export async function filingRates(viewer: Viewer, { by, ...asked }: FilingAsked): Promise<FilingRates> {
  return fenced(viewer, async (tx) => {
    const { area, month, reading } = asked;
    const total = tabled(await readings(tx, { ...asked, indicators: IDS })).get('total') ?? NO_FILINGS;
    if (by === 'month') {
      const first = addMonths(month, 1 - MONTHS);
      const read = await trends(tx, { indicators: IDS, area, first: first > FIRST_MONTH ? first : FIRST_MONTH, last: month, reading });
      const months = tabled(read.map(({ indicator, month: key, value }) => ({ indicator, key, value })));
      return { total, rows: [...months].map(([key, counts]) => ({ key, name: null, ...counts, missing: [] })).reverse() };
    }
    const measured = by === 'place' ? placeLevel(area) : by === 'zone' ? 'zone' : null;
    const key = keyOf(by, area);
    const counts = measured ? tabled(await readings(tx, { ...asked, indicators: IDS, by: measured })) : await countFilings(tx, asked, key);
    const names = await namesOf(tx, by, [...counts.keys()]);
    const missing = await missingBy(tx, asked, key);
    const rows = [...counts].map(([each, row]) => ({ key: each, name: names.get(each) ?? null, ...row, missing: missing.get(each) ?? [] }));
    return { total, rows: by === 'kind' ? rows.toSorted((a, b) => kindOrder(a.key) - kindOrder(b.key)) : rows };
  });
}

const kindOrder = (key: string): number => (FILER_KINDS as readonly string[]).indexOf(key);

function keyOf(by: Exclude<FilingCut, 'month'>, area: Area): SQL {
  if (by === 'kind') return sql`c.filer_kind`;
  if (by === 'line') return sql`coalesce(c.line, 'own')`;
  if (by === 'zone') return sql`coalesce((select d.zone_no::text from divisions d where d.code = left(c.division, 9) and d.level = 'township'), 'own')`;
  const digits = placeLevel(area) === 'village' ? 12 : 9;
  return sql`case when length(c.division) < ${digits}::int then 'own' else left(c.division, ${digits}::int) end`;
}

function tabled(read: readonly { indicator: string; key: string; value: number | null }[]): Map<string, FilingCounts> {
  const rows = new Map<string, Record<keyof FilingCounts, number>>();
  for (const { indicator, key, value } of read) {
    const row = rows.get(key) ?? { ...NO_FILINGS };
    const field = FIELDS[(IDS as readonly string[]).indexOf(indicator)];
    if (field) row[field] = value ?? 0;
    rows.set(key, row);
  }
  return rows;
}

async function missingBy(tx: Tx, { area, month, reading }: FilingsAsked, key: SQL): Promise<Map<string, MissingName[]>> {
  const { rows } = await tx.execute<{ key: string; missing: MissingName[] }>(sql`
    select m.key, json_agg(json_build_object('id', m.id, 'name', p.name) order by m.division, m.id) as missing
    from (
      select c.id, c.division, c.person_id, ${key} as key, row_number() over (partition by ${key} order by c.division, c.id) as at
      from checklists c where c.month = ${month} and not ${isFiled(month, reading)} and ${inArea(sql`c.division`, area)}
    ) as m join people p on p.id = m.person_id where m.at <= ${NAMED} group by m.key`);
  return new Map(rows.map((row) => [row.key, row.missing]));
}

async function namesOf(tx: Tx, by: FilingCut, keys: readonly string[]): Promise<Map<string, string>> {
  const named = keys.filter((key) => key !== 'own');
  if (by === 'kind' || named.length === 0) return new Map();
  const table = by === 'place' ? sql`select code as key, name from divisions` : by === 'zone' ? sql`select no::text as key, name from zones` : sql`select code as key, name from lines`;
  const { rows } = await tx.execute<{ key: string; name: string }>(sql`
    select key, name from (${table}) as named where key in (${sql.join(named.map((key) => sql`${key}`), sql`, `)})`);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
