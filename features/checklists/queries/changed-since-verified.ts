import 'server-only';
import { sql } from 'drizzle-orm';
import { round } from '@/db/checklists';
import { fenced, type Tx } from '@/db/fence';
import { type Cut, readingOf, readings } from '@/db/readings';
import { inArea } from '@/db/scope';
import { type Area, areaOf } from '@/domain/area';
import type { FilerKind } from '@/domain/checklist';
import { type IndicatorId, isIndicator } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** An entry whose verdict was given on other records than there are now. */
export interface ChangedEntry {
  readonly id: number;
  readonly division: string;
  readonly filer: string;
  readonly kind: FilerKind;
  readonly place: string;
  readonly no: number;
  readonly label: string;
  readonly labelEn: string;
  readonly indicator: string;
  readonly then: number;
  readonly now: number;
}

interface Verified extends Record<string, unknown>, Pick<ChangedEntry, 'id' | 'division' | 'no' | 'then'> {
  template: number;
}
type Question = Pick<ChangedEntry, 'label' | 'labelEn' | 'indicator'>;
type Filer = Pick<ChangedEntry, 'filer' | 'kind' | 'place'>;

/** The entries of a month's verified checklists whose recorded value is another one now, by place. Names are looked up for those alone. */
export async function changedSinceVerified(viewer: Viewer, area: Area, month: Month): Promise<ChangedEntry[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Verified>(sql`
      select c.id, c.division, c.template_id as template, e.no, e.recorded::float8 as "then"
      from checklists c join checklist_entries e on e.checklist_id = c.id
      where c.month = ${month} and c.state = 'verified' and e.recorded is not null and ${inArea(sql`c.division`, area)}
      order by c.division, c.id, e.no`);
    const questions = await boundQuestions(tx);
    const asked = rows.flatMap((row) => {
      const question = questions.get(`${row.template} ${row.no}`);
      return question ? [{ ...row, ...question }] : [];
    });
    const now = await recordedNow(tx, asked, area, month);
    const changed = asked.flatMap((row) => {
      const value = now(row.indicator, row.division);
      return value === null || value === row.then ? [] : [{ ...row, now: value }];
    });
    const filers = await filersOf(tx, changed.map(({ id }) => id));
    return changed.map(({ id, division, no, label, labelEn, indicator, then, now: value }) => ({ id, division, no, label, labelEn, indicator, then, now: value, ...filers.get(id)! }));
  });
}

/** The questions that the records answer, by template and number. */
async function boundQuestions(tx: Tx): Promise<Map<string, Question>> {
  const { rows } = await tx.execute<Question & { key: string } & Record<string, unknown>>(sql`
    select template_id || ' ' || no as key, label, label_en as "labelEn", indicator from template_entries where indicator is not null`);
  return new Map(rows.map(({ key, ...question }) => [key, question]));
}

async function filersOf(tx: Tx, checklists: readonly number[]): Promise<Map<number, Filer>> {
  if (checklists.length === 0) return new Map();
  const { rows } = await tx.execute<Filer & { id: number } & Record<string, unknown>>(sql`
    select c.id, p.name as filer, c.filer_kind as kind, d.name as place
    from checklists c join people p on p.id = c.person_id join divisions d on d.code = c.division where c.id in ${[...new Set(checklists)]}`);
  return new Map(rows.map(({ id, ...filer }) => [id, filer]));
}

/** What the records say now at the filers' places: one reading for each level of places, however many filers. */
async function recordedNow(tx: Tx, rows: readonly (Verified & Question)[], area: Area, month: Month): Promise<(id: string, division: string) => number | null> {
  const found = new Map<string, number | null>();
  const levels: readonly (readonly [digits: number, by: Cut])[] = [[6, 'total'], [9, 'township'], [12, 'village']];
  for (const [digits, by] of levels) {
    const here = rows.filter(({ division }) => division.length === digits);
    const indicators = [...new Set(here.map(({ indicator }) => indicator))].filter(isIndicator);
    if (indicators.length === 0) continue;
    const county = here[0]!.division;
    const read = await readings(tx, { indicators, area: by === 'total' ? areaOf(county) : area, month, by });
    for (const { indicator, key, value } of read) found.set(`${indicator} ${by === 'total' ? county : key}`, round(value));
  }
  return (id, division) => {
    const value = found.get(`${id} ${division}`);
    return value === undefined ? round(readingOf(id as IndicatorId, division, () => null).value) : value;
  };
}
