import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { beginsWith } from '@/db/names';
import { inArea } from '@/db/scope';
import { readings } from '@/db/readings';
import { walking } from '@/db/walking';
import type { Area } from '@/domain/area';
import type { Cause } from '@/domain/household';
import { HOUSEHOLDS_PER_PAGE, type HouseholdSearch } from '@/domain/household-search';
import type { IndicatorId } from '@/domain/indicators';
import { addMonths, firstDay, januaryOf, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface HouseholdRow extends Record<string, unknown> {
  id: number;
  no: string;
  headName: string;
  /** The member whose name was found, when it is not the head's. */
  found: string | null;
  village: string;
  villageName: string;
  townshipName: string;
  people: number;
  mainCause: Cause;
  exitedOn: string | null;
  housed: boolean;
  cadre: string | null;
  lastVisit: string | null;
}

export interface HouseholdList {
  rows: HouseholdRow[];
  /** How many there are; when `capped`, at least so many: nobody needs a thousand rows counted to the last. */
  count: number;
  capped: boolean;
}

/** A count goes no further than this, so that it never walks the whole registry. */
export const COUNTED_TO = 1000;
const NOTHING: HouseholdList = { rows: [], count: 0, capped: false };

/** Households of an area as they stood at the end of a month, 50 to a page, by place or by name. */
export async function listHouseholds(viewer: Viewer, area: Area, month: Month, search: HouseholdSearch): Promise<HouseholdList> {
  return fenced(viewer, async (tx) => {
    const whole = viewer.scope.households === '*';
    if (whole && isOnlyGap(search)) return inGapVillages(tx, area, month, search);
    const measured = whole ? await measuredCount(tx, area, month, search) : null;
    if (measured === 0) return NOTHING;
    const where = conditions(area, month, search);
    return walking(tx, inIndexOrder(area, search), async () => {
      const count = measured ?? (await countTo(tx, where));
      if (count === 0) return NOTHING;
      const rows = await rowsOf(tx, where, month, search, (search.page - 1) * HOUSEHOLDS_PER_PAGE);
      return { rows, count: measured ?? Math.min(count, COUNTED_TO), capped: measured === null && count > COUNTED_TO };
    });
  });
}

const isOnlyGap = ({ name, no, cause, state, visited, gap, sort, descending }: HouseholdSearch): boolean =>
  gap === 'no-cadre' && sort === 'place' && !descending && !name && !no && cause === null && state === null && visited === null;

/** The measurements say how many households without a cadre each village has: only the villages of this page are looked into. */
async function inGapVillages(tx: Tx, area: Area, month: Month, search: HouseholdSearch): Promise<HouseholdList> {
  const villages = await tx.execute<{ division: string; gap: number }>(sql`${gapVillages(area, month, sql`m.division, sum(m.change)::int as gap`)} order by 1`);
  const from = (search.page - 1) * HOUSEHOLDS_PER_PAGE;
  let before = 0;
  let skipped = 0;
  const mine: string[] = [];
  for (const { division, gap } of villages.rows) {
    if (before + gap <= from) skipped += gap;
    else if (before < from + HOUSEHOLDS_PER_PAGE) mine.push(division);
    before += gap;
  }
  if (mine.length === 0) return { rows: [], count: before, capped: false };
  const where = sql`h.division in ${mine} and ${conditions(area, month, { ...search, gap: null })} and ${unassigned(month)}`;
  return { rows: await rowsOf(tx, where, month, search, from - skipped), count: before, capped: false };
}

/**
 * Whether an index gives the rows in the order asked, so that a page reads little more than its rows. Not where a name is
 * looked for, and not inside one township: there the few rows found are sorted.
 */
const inIndexOrder = (area: Area, { name, no, gap }: HouseholdSearch): boolean => !name && !no && gap !== 'no-cadre' && area.from.length < 9;

/** Where the question is one the indicators answer, their measurement is the count: exact, and no row is read for it. */
async function measuredCount(tx: Tx, area: Area, month: Month, search: HouseholdSearch): Promise<number | null> {
  const { name, no, cause, state, visited, gap } = search;
  const asked = [state, visited, gap].filter((one) => one !== null).length;
  if (name || no || cause || asked > 1 || gap === 'no-housing') return null;
  const [plus, minus] = partsOf(state, visited, gap);
  const indicators = minus ? [plus, minus] : [plus];
  const read = await readings(tx, { indicators, area, month });
  const value = (id: IndicatorId | undefined) => read.find((reading) => reading.indicator === id)?.value ?? 0;
  if (state !== 'exited-year') return value(plus) - (minus ? value(minus) : 0);
  const [before] = await readings(tx, { indicators: [plus], area, month: addMonths(januaryOf(month), -1) });
  return value(plus) - (before?.value ?? 0);
}

function partsOf(state: HouseholdSearch['state'], visited: boolean | null, gap: HouseholdSearch['gap']): [IndicatorId, IndicatorId?] {
  if (gap === 'no-cadre') return ['support.households_orphaned'];
  if (visited !== null) return visited ? ['support.households_visited'] : ['poverty.registered_households', 'support.households_visited'];
  if (state === 'remaining') return ['poverty.remaining_households'];
  return state === null ? ['poverty.registered_households'] : ['poverty.households_lifted'];
}

/** The conditions on a household `h`: each a range or a probe of an index, so that a page reads little more than its rows. */
function conditions(area: Area, month: Month, search: HouseholdSearch): SQL {
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  const all = [inArea(sql`h.division`, area), sql`h.registered_on < ${next}`];
  if (search.no) all.push(sql`h.no = ${search.no}`);
  if (search.name) all.push(named(area, search.name));
  if (search.cause) all.push(sql`h.main_cause = ${search.cause}`);
  if (search.state === 'remaining') all.push(sql`(h.exited_on is null or h.exited_on >= ${next})`);
  if (search.state === 'exited') all.push(sql`h.exited_on < ${next}`);
  if (search.state === 'exited-year') all.push(sql`h.exited_on >= ${firstDay(januaryOf(month))}::date and h.exited_on < ${next}`);
  if (search.gap === 'no-housing') all.push(unhoused(area, month));
  if (search.gap === 'no-cadre') all.push(sql`h.division in (${gapVillages(area, month, sql`m.division`)})`, unassigned(month));
  if (search.visited !== null) {
    // offset 0: probed household by household as far as the page goes, not joined with every visit of the month.
    const visit = sql`exists (select from visits v where v.household_id = h.id and v.visited_on >= ${firstDay(month)}::date and v.visited_on < ${next} offset 0)`;
    all.push(search.visited ? visit : sql`not ${visit}`);
  }
  return sql.join(all, sql` and `);
}

/** A family name alone asks for heads: with every member who bears it the answer would be half the registry. */
function named(area: Area, name: string): SQL {
  if ([...name].length === 1) return beginsWith(sql`h.head_name`, name);
  return sql`h.id in (
    select id from households where ${beginsWith(sql`head_name`, name)} and ${inArea(sql`division`, area)}
    union select household_id from members where ${beginsWith(sql`name`, name)} and ${inArea(sql`division`, area)})`;
}

/** Nobody who served as a cadre was responsible at the end of the month. */
const unassigned = (month: Month): SQL => {
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  return sql`not exists (
    select from assignments a join appointments s on s.person_id = a.person_id and s.duty = 'cadre'
    where a.household_id = h.id and a.starts_on < ${next} and (a.ends_on is null or a.ends_on >= ${next}) and s.starts_on < ${next} and (s.ends_on is null or s.ends_on >= ${next}))`;
};

/** Without safe housing at the end of the month: two indexes hold them, those still without and those secured since. */
const unhoused = (area: Area, month: Month): SQL => sql`h.id = any(array(
  select id from households where housing_since is null and ${inArea(sql`division`, area)}
  union all select id from households where housing_since >= ${firstDay(addMonths(month, 1))}::date and ${inArea(sql`division`, area)}))`;

/** Villages with households nobody helps; the measurements know which. */
const gapVillages = (area: Area, month: Month, columns: SQL): SQL => sql`
  select ${columns} from measurements m
  where m.indicator = 'support.households_orphaned' and m.month <= ${month} and ${inArea(sql`m.division`, area)}
  group by m.division having sum(m.change) > 0`;

async function countTo(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from households h where ${where} limit ${COUNTED_TO + 1}) as found`);
  return rows[0]?.count ?? 0;
}

async function rowsOf(tx: Tx, where: SQL, month: Month, { name, sort, descending }: HouseholdSearch, offset: number): Promise<HouseholdRow[]> {
  const way = descending ? sql`desc` : sql`asc`;
  const order = (of: SQL): SQL => (sort === 'head' ? sql`${of}.head_name ${way}, ${of}.division ${way}` : sql`${of}.division ${way}, ${of}.id ${way}`);
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  const found = [...name].length > 1
    ? sql`case when ${beginsWith(sql`page.head_name`, name)} then null else (select m.name from members m where m.household_id = page.id and ${beginsWith(sql`m.name`, name)} limit 1) end`
    : sql`null`;
  const { rows } = await tx.execute<HouseholdRow>(sql`
    with page as materialized (
      select h.id, h.no, h.head_name, h.division, h.main_cause, h.exited_on, h.housing_since from households h where ${where}
      order by ${order(sql`h`)} limit ${HOUSEHOLDS_PER_PAGE} offset ${offset}
    )
    select page.id, page.no, page.head_name as "headName", ${found} as found, page.division as village, village.short_name as "villageName",
      township.short_name as "townshipName", (select count(*)::int from members m where m.household_id = page.id) as people,
      page.main_cause as "mainCause", case when page.exited_on < ${next} then page.exited_on end as "exitedOn", coalesce(page.housing_since < ${next}, false) as housed,
      (select p.name from assignments a join people p on p.id = a.person_id
        where a.household_id = page.id and a.starts_on < ${next} and (a.ends_on is null or a.ends_on >= ${next}) order by a.starts_on desc limit 1) as cadre,
      (select v.visited_on from visits v where v.household_id = page.id and v.visited_on < ${next} order by v.visited_on desc limit 1) as "lastVisit"
    from page
    join divisions village on village.code = page.division
    left join divisions township on township.code = village.parent
    order by ${order(sql`page`)}`);
  return rows;
}
