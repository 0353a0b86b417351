import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { areaOf } from '@/domain/area';
import { isIndicator } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { asSystem } from '../fence';
import { readings } from '../readings';
import { COUNTY } from './shape';

interface Figure { id: string; value: number; asOf?: string; precision?: string }
const { jiange, tongchuan } = JSON.parse(readFileSync('db/reference/figures.json', 'utf8')) as { jiange: Figure[]; tongchuan: Figure[] };

/** How far a reading may be from what the briefing states, where it states a rounded figure. */
const ROUNDED: Record<string, [number, number]> = {
  'poverty.persons_lifted': [59_850, 59_949],
  'poverty.incidence': [6.25, 6.3499],
  'housing.relocated_persons': [20_500, 21_499],
};

test('the briefing states 53 figures of the county, and 5 of a relief fund', () => {
  expect(jiange).toHaveLength(53);
  expect(tongchuan).toHaveLength(5);
});

// The fund's figures are those of its first year.
for (const { id, value, asOf = '2017-12' } of [...jiange, ...tongchuan])
  test(`${id} comes back from the rows as ${value}`, async () => {
    if (!isIndicator(id)) throw new Error(`no indicator ${id}`);
    const [reading] = await asSystem('job', (tx) => readings(tx, { indicators: [id], area: areaOf(COUNTY), month: asOf as Month }), 'read');
    const [least, most] = ROUNDED[id] ?? [value, value];
    expect(reading!.value).toBeGreaterThanOrEqual(least);
    expect(reading!.value).toBeLessThanOrEqual(most);
  });

test('the fund’s five assurances are kept in full, and its two noughts are noughts', async () => {
  const ids = ['relief.awareness', 'relief.participation', 'relief.home_survey', 'relief.posting', 'relief.accuracy', 'relief.wrong_payments', 'relief.petitions'] as const;
  for (const month of ['2017-12', '2018-02'] as const) {
    const found = await asSystem('job', (tx) => readings(tx, { indicators: [...ids], area: areaOf(COUNTY), month }), 'read');
    expect(Object.fromEntries(found.map(({ indicator, value }) => [indicator, value]))).toEqual(Object.fromEntries(ids.map((id, at) => [id, at < 5 ? 100 : 0])));
  }
});
