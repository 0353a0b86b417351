import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { thresholdsIn } from '@/db/exit-thresholds';
import { type Changed, changedFigures, UNCHANGED } from '@/db/late-changes';
import { type Cut, type Reading, type ReadingKind, readings } from '@/db/readings';
import { trends, type TrendReading } from '@/db/trends';
import { may } from '@/domain/access';
import { type Area, areaOf, contains, covers, zoneArea } from '@/domain/area';
import type { ExitThresholds } from '@/domain/exit-threshold';
import type { IndicatorId } from '@/domain/indicators';
import { addMonths, FIRST_MONTH, firstDay, type Month } from '@/domain/month';
import { opensZone, type Viewer } from '@/domain/viewer';
import { cutRows, type CutRow } from '@/features/indicators/queries/cut-rows';
import { type HouseholdGaps, householdGaps, type PoorVillages, poorVillages, type VillageExit, villageExit } from './exit-state';
import { type InCharge, type Paired, pairedWith, peopleInCharge } from './people-in-charge';

export type Level = 'county' | 'zone' | 'township' | 'village';

export interface Place {
  level: Level;
  /** A division's code or a zone's number, as it stands in the address. */
  key: string;
  name: string;
  area: Area;
  code: string | null;
  /** The zone it lies in, and whether its page is the viewer's to open. */
  zone: { no: number; name: string; opens: boolean } | null;
  /** From the county down, as far as the viewer may see them. */
  above: { code: string; name: string }[];
}

export interface PlaceProfile {
  place: Place;
  figures: Reading[];
  /** Of a closed month, which of the figures read otherwise at its close. */
  changed: Changed;
  changedBelow: Changed;
  /** The same a year before; none in the books' first year. */
  before: Reading[];
  trend: TrendReading[];
  /** Townships or villages, each with CHILD_FIGURES. */
  children: CutRow[];
  /** Whether the month is over: the people are those of its last day. */
  past: boolean;
  people: InCharge[];
  paired: Paired[];
  /** What leaving the list is measured by in the month. */
  thresholds: ExitThresholds;
  village: VillageExit | null;
  /** Of a place of townships, how many have each of the three, and how many there are. */
  services: Reading[];
  poorVillages: PoorVillages | null;
  gaps: HouseholdGaps | null;
}

const WIDE = [
  'poverty.incidence', 'poverty.remaining_households', 'poverty.remaining_persons', 'poverty.households_lifted', 'poverty.villages_exited', 'org.poor_villages',
  'housing.relocated_households', 'housing.renovated_households', 'industry.village_parks', 'staff.cadres_assigned', 'support.visit_rate', 'checklists.completeness',
] as const satisfies readonly IndicatorId[];
const NARROW = [
  'poverty.incidence', 'poverty.registered_households', 'poverty.remaining_households', 'poverty.remaining_persons', 'poverty.households_lifted',
  'housing.relocated_households', 'housing.renovated_households', 'industry.courtyard_gardens', 'support.assigned_households', 'support.visits',
  'support.visit_rate', 'support.households_neglected',
] as const satisfies readonly IndicatorId[];
/** The three that every township must have (一低三有), of how many townships. */
const SERVICES = ['services.central_schools', 'services.clinics', 'services.service_centres', 'org.townships'] as const satisfies readonly IndicatorId[];
export const CHILD_FIGURES = [
  'poverty.incidence', 'poverty.remaining_households', 'poverty.households_lifted', 'housing.relocated_households', 'support.visit_rate', 'support.households_neglected',
] as const satisfies readonly IndicatorId[];

const CHILDREN: Record<Level, Exclude<Cut, 'total' | 'zone'> | null> = { county: 'township', zone: 'township', township: 'village', village: null };
const TREND_MONTHS = 48;

/** The division, or null when it does not exist or lies outside what the viewer may see. */
export async function divisionPlace(viewer: Viewer, code: string): Promise<Place | null> {
  const { area } = viewer.scope;
  if (!area || !contains(area, code)) return null;
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<{ level: Exclude<Level, 'zone'>; name: string; zone_no: number | null; zone_name: string | null }>(sql`
      select d.level, d.name, z.no as zone_no, z.name as zone_name
      from divisions d left join divisions t on t.code = left(d.code, 9) and t.level = 'township' left join zones z on z.no = t.zone_no
      where d.code = ${code}`);
    if (!row) return null;
    const zone = row.zone_no === null ? null : { no: row.zone_no, name: row.zone_name ?? '', opens: opensZone(viewer, row.zone_no) };
    return { level: row.level, key: code, name: row.name, area: areaOf(code), code, zone, above: await above(tx, area, code) };
  });
}

/** The zone, or null when it does not exist or is not wholly the viewer's to see. */
export async function zonePlace(viewer: Viewer, no: number): Promise<Place | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ code: string; name: string; parent: string }>(sql`
      select d.code, z.name, left(d.code, 6) as parent from zones z join divisions d on d.level = 'township' and d.zone_no = z.no where z.no = ${no}`);
    const area = zoneArea(rows.map((row) => row.code));
    const mine = viewer.scope.area;
    const [first] = rows;
    if (!first || !area || !mine || !covers(mine, area)) return null;
    return { level: 'zone', key: String(no), name: first.name, area, code: null, zone: { no, name: first.name, opens: true }, above: await above(tx, mine, `${first.parent}000`) };
  });
}

async function above(tx: Tx, mine: Area, code: string): Promise<Place['above']> {
  const codes = [6, 9].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits)).filter((one) => contains(mine, one));
  if (codes.length === 0) return [];
  const { rows } = await tx.execute<{ code: string; name: string }>(sql`select code, name from divisions where code in ${codes} order by code`);
  return rows;
}

/** Everything of one place at a month: figures, course, children, people, and what it still needs to leave the list. */
export async function placeProfile(viewer: Viewer, place: Place, { month, reading, today, running }: { month: Month; reading: ReadingKind; today: string; running: Month }): Promise<PlaceProfile> {
  const { level, area, code, zone } = place;
  const indicators = level === 'village' ? NARROW : WIDE;
  const next = firstDay(addMonths(month, 1));
  const day = today < next ? today : lastDayBefore(next);
  const yearAgo = addMonths(month, -12);
  const early = addMonths(month, 1 - TREND_MONTHS);
  const by = CHILDREN[level];
  return fenced(viewer, async (tx) => ({
    place,
    figures: await readings(tx, { indicators, area, month, reading }),
    changed: month < running ? await changedFigures(tx, { indicators: level === 'village' ? indicators : [...indicators, ...SERVICES], area, month }) : UNCHANGED,
    changedBelow: by && month < running ? await changedFigures(tx, { indicators: CHILD_FIGURES, area, month, by }) : UNCHANGED,
    before: yearAgo < FIRST_MONTH ? [] : await readings(tx, { indicators, area, month: yearAgo }),
    trend: await trends(tx, { indicators: ['poverty.incidence'], area, first: early < FIRST_MONTH ? FIRST_MONTH : early, last: month, reading }),
    children: by ? (await cutRows(viewer, { indicators: CHILD_FIGURES, area, month, reading, by })).filter(({ key }) => key !== 'own') : [],
    past: next <= today,
    people: await peopleInCharge(viewer, { level, code, zone: zone?.no ?? null, day }),
    paired: code === null || level === 'county' ? [] : await pairedWith(viewer, code, day),
    thresholds: await thresholdsIn(tx, month),
    village: code !== null && level === 'village' ? await villageExit(viewer, code, month, reading) : null,
    services: level === 'village' ? [] : await readings(tx, { indicators: SERVICES, area, month, reading }),
    poorVillages: level === 'village' ? null : await poorVillages(viewer, area),
    gaps: code !== null && level === 'village' && may(viewer, 'households.view') && viewer.scope.households === '*' ? await householdGaps(viewer, code, day) : null,
  }));
}

function lastDayBefore(first: string): string {
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}
