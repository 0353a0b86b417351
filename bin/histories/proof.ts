import { expect } from 'vitest';
import { violations } from '@/db/invariants';
import { differences } from '@/db/measure';
import type { ReadingKind } from '@/db/readings';
import { making } from '@/db/testing/fixtures';
import { type Area, areaOf } from '@/domain/area';
import { GAPS } from '@/domain/assignment';
import { FILING_CUTS, type FilingCounts } from '@/domain/filing-cut';
import { parseHouseholdSearch } from '@/domain/household-search';
import { indicator, INDICATOR_IDS, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { readCoverage } from '@/features/assignments/queries/coverage';
import { gapList } from '@/features/assignments/queries/gap-list';
import { filingRates } from '@/features/checklists/queries/filing-rates';
import { missingFilers } from '@/features/checklists/queries/missing-filers';
import { listHouseholds } from '@/features/households/queries/list-households';
import { indicatorRows } from '@/features/indicators/queries/indicator-rows';
import { readIndicators } from '@/features/indicators/queries/read-indicators';
import type { County } from './county';

const COUNTY = '510823';
const RATIOS = INDICATOR_IDS.filter((id) => 'ratio' in indicator(id));
const SUMS = INDICATOR_IDS.filter((id) => 'register' in indicator(id) && (indicator(id) as RegisterIndicator).divisions === 'sum');
const MOVED = SUMS.filter((id) => /^(support|staff|checklists)\./.test(id));
/** Rows enough for any township of a history. */
const ALL = 5_000;

/** What no history may break: the invariants of check:data, and every measurement counted again from its rows. */
export async function proveSound(): Promise<void> {
  await making(async (tx) => {
    expect(await violations(tx)).toEqual([]);
    expect(await differences(tx)).toEqual([]);
  });
}

/** Every figure is its list, the cuts add up to the whole, and a rate lies between nothing and all. */
export async function proveFigures(office: Viewer, county: County, months: readonly Month[]): Promise<void> {
  for (const month of months) {
    await proveLists(office, county, month);
    await proveCuts(office, month, 'true');
    await proveRates(office, county, month);
    for (const area of [areaOf(county.township), areaOf(COUNTY)]) await proveFilings(office, area, month, 'true');
  }
}

/**
 * The same of what closed months were known to be: the figure is what its rows tell of the time before the lock, however it is cut.
 * Of the history's own township: measuring anew for the next one books everybody else's late changes in their own months.
 */
export async function proveKnownThen(office: Viewer, { township, closed }: County): Promise<void> {
  for (const month of closed.keys()) {
    await proveCuts(office, month, 'known');
    await proveFilings(office, areaOf(township), month, 'known');
  }
}

async function proveLists(office: Viewer, { township }: County, month: Month): Promise<void> {
  const area = areaOf(township);
  for (const id of MOVED) {
    const list = await indicatorRows(office, id, { area, month, limit: ALL });
    const sum = (indicator(id) as RegisterIndicator).of === 'rows' ? list.rows.length : list.rows.reduce((total, row) => total + Number(row.amount ?? 0), 0);
    expect([id, month, list.value ?? 0, list.count]).toEqual([id, month, sum, list.rows.length]);
  }
  const { gaps } = await readCoverage(office, area, month);
  for (const gap of GAPS) {
    const list = await gapList(office, gap, { area, month, after: null });
    expect([gap, list.count]).toEqual([gap, gaps[gap]]);
  }
  const orphaned = await listHouseholds(office, area, month, parseHouseholdSearch({ gap: 'no-cadre' }).search);
  expect([month, orphaned.count]).toEqual([month, gaps.orphaned]);
}

/** By township, by zone and by village: each cut adds up to the county. */
async function proveCuts(office: Viewer, month: Month, reading: ReadingKind): Promise<void> {
  const asked = { indicators: SUMS, area: areaOf(COUNTY), month, reading };
  const summed = async (by: 'total' | 'township' | 'zone' | 'village') => {
    const sums = new Map<IndicatorId, number>(SUMS.map((id) => [id, 0]));
    for (const { indicator: id, value } of await readIndicators(office, { ...asked, by })) sums.set(id, Math.round(((sums.get(id) ?? 0) + (value ?? 0)) * 100) / 100);
    return sums;
  };
  const total = await summed('total');
  for (const by of ['township', 'zone', 'village'] as const) expect([reading, by, month, await summed(by)]).toEqual([reading, by, month, total]);
}

async function proveRates(office: Viewer, { township }: County, month: Month): Promise<void> {
  for (const area of [areaOf(township), areaOf(COUNTY)]) {
    for (const { indicator: id, value, numerator, denominator } of await readIndicators(office, { indicators: RATIOS.filter((each) => partsOf(each).every((part) => MOVED.includes(part) || part.startsWith('poverty.'))), area, month })) {
      if (value === null) expect([id, denominator]).toEqual([id, 0]);
      else expect([id, month, value >= 0 && value <= 100 && (numerator ?? 0) <= (denominator ?? 0)]).toEqual([id, month, true]);
    }
  }
}

/** By place, zone, kind, line and month: each cut adds up to the total, and whoever has not filed is named. */
async function proveFilings(office: Viewer, area: Area, month: Month, reading: ReadingKind): Promise<void> {
  for (const by of FILING_CUTS) {
    const { total, rows } = await filingRates(office, { area, month, reading, by });
    for (const counts of [total, ...rows]) expect([by, counts.verified <= counts.filed, counts.onTime <= counts.filed, counts.complete <= counts.filed, counts.filed <= counts.expected]).toEqual([by, true, true, true, true]);
    expect([reading, by, month, added(by === 'month' ? rows.filter(({ key }) => key === month) : rows)]).toEqual([reading, by, month, added([total])]);
  }
  const missing = await missingFilers(office, area, month, 1, null, reading);
  const { total } = await filingRates(office, { area, month, reading, by: 'place' });
  expect([reading, month, missing.total]).toEqual([reading, month, total.expected - total.filed]);
}

const added = (rows: readonly FilingCounts[]) =>
  (['expected', 'filed', 'complete', 'onTime', 'verified'] as const).map((field) => rows.reduce((sum, row) => sum + row[field], 0));

/** The month's figures as they were known when it closed, in a word to compare: nothing may change them afterwards. */
export async function knownThen(office: Viewer, { township }: County, month: Month): Promise<string> {
  const read = await readIndicators(office, { indicators: MOVED, area: areaOf(township), month, reading: 'known' });
  return read.map(({ indicator: id, value }) => `${id} ${value}`).join('\n');
}
