import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { type Area, areaOf, zoneArea } from '@/domain/area';
import { FILING_CUTS, type FilingCounts } from '@/domain/filing-cut';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { filingRates } from './filing-rates';
import { missingFilers } from './missing-filers';

const MONTHS: readonly Month[] = ['2014-03', '2015-12', '2016-08', '2017-01', '2017-11', '2017-12', '2018-01', '2018-02'];
const FIELDS = ['expected', 'filed', 'complete', 'onTime', 'verified'] as const;

let office: Viewer;
let areas: readonly (readonly [name: string, Area])[];

beforeAll(async () => {
  const { accounts, townships } = await asSystem('job', async (tx) => ({
    accounts: (await tx.execute<{ id: number }>(sql`select id from accounts where username = 'office'`)).rows,
    townships: (await tx.execute<{ code: string }>(sql`select code from divisions where level = 'township' and zone_no = 2 order by code`)).rows.map(({ code }) => code),
  }), 'read');
  office = (await viewerFor(accounts[0]!.id))!;
  areas = [['county', areaOf('510823')], ['zone', zoneArea(townships)!], ['township', areaOf('510823105')]];
});

const summed = (rows: readonly FilingCounts[]) => Object.fromEntries(FIELDS.map((field) => [field, rows.reduce((sum, row) => sum + row[field], 0)]));

describe.each(['true', 'known'] as const)('the demonstration county\'s filings, read as %s', (reading) => {
  it.each(MONTHS)('%s adds up to the same total however it is cut, and names as many as it misses', async (month) => {
    for (const [name, area] of areas) {
      for (const by of FILING_CUTS) {
        const { total, rows } = await filingRates(office, { area, month, reading, by });
        const whole = summed([total]);
        expect([name, by, by === 'month' ? summed(rows.filter(({ key }) => key === month)) : summed(rows)]).toEqual([name, by, whole]);
        expect([name, by, total.verified <= total.filed && total.filed <= total.expected]).toEqual([name, by, true]);
      }
      const { total } = await filingRates(office, { area, month, reading, by: 'place' });
      expect([name, (await missingFilers(office, area, month, 1, null, reading)).total]).toEqual([name, total.expected - total.filed]);
    }
  });
});

it('what was verified after the lock is known since the month in which it was verified', async () => {
  const read = async (reading: 'true' | 'known') => (await filingRates(office, { area: areaOf('510823'), month: '2018-01', reading, by: 'kind' })).total;
  const [now, known] = [await read('true'), await read('known')];
  expect(now.verified - known.verified).toBeGreaterThan(20);
  expect([now.expected, now.filed, now.complete, now.onTime]).toEqual([known.expected, known.filed, known.complete, known.onTime]);
});
