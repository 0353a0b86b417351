import { beforeAll, describe, expect, test } from 'vitest';
import { type Area, areaOf, zoneArea } from '@/domain/area';
import type { RowCursor } from '@/domain/cursor';
import { indicator, INDICATOR_IDS, type IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { type SQL, sql } from 'drizzle-orm';
import { asSystem, type Tx } from './fence';
import { readings } from './readings';
import { cursorOf, rowsBehind, totalsOf } from './rows';
import { COUNTY } from './seed/shape';

const MEASURED = INDICATOR_IDS.filter((id) => 'register' in indicator(id));
const MONTHS: Month[] = ['2016-06', '2018-02'];
const places: { name: string; area: Area }[] = [];

beforeAll(async () => {
  await asSystem('job', async (tx) => {
    const { rows } = await tx.execute<{ code: string; zone_no: number }>(sql`select code, zone_no from divisions where level = 'township' order by code`);
    const [first] = rows;
    const zone = zoneArea(rows.filter((row) => row.zone_no === 2).map((row) => row.code));
    if (!first || !zone) throw new Error('the county has no townships');
    places.push({ name: 'county', area: areaOf(COUNTY) }, { name: 'zone', area: zone }, { name: 'township', area: areaOf(first.code) }, { name: 'village', area: areaOf(`${first.code}201`) });
  }, 'read');
});

describe.each(MEASURED)('%s', (id) => {
  test('its rows are its figure, at every level', async () => {
    await asSystem('job', async (tx) => {
      for (const { name, area } of places) {
        for (const month of MONTHS) {
          const totals = await totalsOf(tx, { indicator: id, area, month });
          const [reading] = await readings(tx, { indicators: [id], area, month });
          expect([name, month, totals.value]).toEqual([name, month, reading?.value ?? null]);
        }
      }
    }, 'read');
  });

  test('its cuts add up to the whole', async () => {
    const definition = indicator(id);
    const least = 'divisions' in definition && definition.divisions === 'least';
    const add = (values: (number | null)[]) => (least ? Math.min(...values.map((value) => value ?? Infinity)) : values.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 100), 0) / 100);
    await asSystem('job', async (tx) => {
      const month = '2017-12';
      const [whole] = await readings(tx, { indicators: [id], area: areaOf(COUNTY), month });
      for (const by of ['township', 'zone', 'village'] as const) {
        const cut = await readings(tx, { indicators: [id], area: areaOf(COUNTY), month, by });
        expect([by, cut.length === 0 ? (least ? null : 0) : add(cut.map((one) => one.value))]).toEqual([by, whole!.value]);
      }
    }, 'read');
  });
});

test.each<IndicatorId>(['poverty.remaining_persons', 'support.visits', 'funds.village_project_floor_yuan', 'org.poor_villages'])(
  'the pages of %s hold every row once, in order',
  async (id) => {
    await asSystem('job', async (tx) => {
      const question = { indicator: id, area: areaOf(COUNTY), month: '2017-12' as Month };
      const { count } = await totalsOf(tx, question);
      const keys = new Set<string>();
      let after: RowCursor | null = null;
      for (let pages = 0; pages < 40; pages += 1) {
        const page = await rowsBehind(tx, { ...question, after, limit: 501 });
        for (const row of page.slice(0, 500)) keys.add(row.key);
        if (page.length <= 500) break;
        after = cursorOf(id, page[499]!);
      }
      expect(keys.size).toBe(Math.min(count, 20_000));
    }, 'read');
  },
);

interface Node {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** Rows read of a table by a query, as its plan tells. */
async function rowsRead(tx: Tx, query: SQL, tables: readonly string[]): Promise<number> {
  const { rows } = await tx.execute<{ 'QUERY PLAN': [{ Plan: Node }] }>(sql`explain (analyze, timing off, format json) ${query}`);
  const read = (node: Node): number => (node.Plans ?? []).reduce((sum, child) => sum + read(child), 0)
    + (tables.includes(node['Relation Name'] ?? '') ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] : 0);
  return read(rows[0]!['QUERY PLAN'][0].Plan);
}

test.each<IndicatorId>(['poverty.remaining_persons', 'poverty.registered_households', 'support.visits', 'support.households_visited', 'housing.relocated_households'])(
  'a page of %s reads a village or two, not the county',
  async (id) => {
    await asSystem('job', async (tx) => {
      const read: number[] = [];
      const watching = { execute: async (query: SQL) => {
        read.push(await rowsRead(tx, query, ['households', 'members', 'visits', 'housing_cases']));
        return tx.execute(query);
      } } as unknown as Tx;
      await rowsBehind(watching, { indicator: id, area: areaOf(COUNTY), month: '2017-11', limit: 51 });
      expect(Math.max(...read)).toBeLessThan(3000);
    }, 'read');
  },
);
