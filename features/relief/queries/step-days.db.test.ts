import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTY, makePerson, makeReliefRules, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { asOwner } from '@/db/testing/open-notice';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';
import { stepMonths, stepRows } from './step-days';

const TODAY = '2018-03-02';
let village: string;
let elsewhere: string;
let auditor: Viewer;
let clerk: Viewer;

/** A case with its steps, each `verb` on a day. */
const made = (division: string, state: string, steps: readonly (readonly [verb: string, part: string, day: string])[]) => asOwner(async (query) => {
  const [its] = await query<{ id: number; no: string }>(`
    insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, amount, state, version, receipt_hash)
    select gen_random_uuid()::text, $1, '王测试', gen_random_uuid()::text, 'clerk', 'illness', '住院自付三万元', 2018, min(id), 100, $2, 4, gen_random_uuid()::text from relief_rules returning id, no`, [division, state]);
  for (const [verb, part, day] of steps) await query('insert into relief_steps (case_id, division, round, part, verb, at) values ($1, $2, 1, $3, $4, $5)', [its!.id, division, part, verb, `${day} 10:00+08`]);
  return its!;
});

beforeAll(async () => {
  const people = await making(async (tx) => {
    await setClock(tx, `${TODAY} 10:00+08`);
    village = await makeVillage(tx, await makeTownship(tx));
    elsewhere = await makeVillage(tx, await makeTownship(tx));
    await makeReliefRules(tx);
    return [await makePerson(tx, 'auditor'), await makePerson(tx, 'relief-village-clerk', { division: village })];
  });
  [auditor, clerk] = (await Promise.all(people.map(viewerOf))) as [Viewer, Viewer];
  const [apply, review, recheck, approve] = [['apply', 'applicant'], ['review', 'village'], ['recheck', 'township'], ['approve', 'district']] as const;
  await made(village, 'approved', [[...apply, '2018-01-10'], [...review, '2018-01-12'], [...recheck, '2018-01-17'], [...approve, '2018-01-29']]);
  // Six days of five, back, five again: two reviews of one case.
  await made(village, 'reviewed', [[...apply, '2018-01-02'], ['return-village', 'village', '2018-01-08'], ['resubmit', 'applicant', '2018-01-20'], [...review, '2018-01-25']]);
  // Ended by the household, still waiting, and older than twelve months: none of them counts.
  await made(village, 'withdrawn', [[...apply, '2018-01-03'], ['withdraw', 'applicant', '2018-01-30']]);
  await made(village, 'applied', [[...apply, '2018-02-03']]);
  await made(village, 'reviewed', [[...apply, '2017-03-01'], [...review, '2017-03-31']]);
  await made(elsewhere, 'reviewed', [[...apply, '2018-01-02'], [...review, '2018-01-20']]);
});

describe('the days of the steps', () => {
  it('are counted by the month of the decision, against the limit of each case: a decision on the last day is in time', async () => {
    const { months, steps } = await stepMonths(auditor, areaOf(village), TODAY);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2017-04', '2018-03']);
    expect(steps).toEqual([
      { month: '2018-01', step: 'village', count: 3, late: 1, median: 5, longest: 6, least: 5, most: 5 },
      { month: '2018-01', step: 'township', count: 1, late: 0, median: 5, longest: 5, least: 5, most: 5 },
      { month: '2018-01', step: 'district', count: 1, late: 0, median: 12, longest: 12, least: 12, most: 12 },
    ]);
  });

  it('open to their rows, the longest first, as many as were counted', async () => {
    const asked = { step: 'village', decided: '2018-01', late: false, page: 1 } as const;
    const { rows, count } = await stepRows(auditor, areaOf(village), asked);
    expect([count, rows.map(({ days }) => days)]).toEqual([3, [6, 5, 2]]);
    expect(rows[0]).toMatchObject({ since: '2018-01-02', until: '2018-01-08', most: 5 });
    expect(await stepRows(auditor, areaOf(village), { ...asked, late: true })).toMatchObject({ count: 1, rows: [{ days: 6 }] });
    expect((await stepRows(auditor, areaOf(village), { ...asked, page: 2 })).rows).toEqual([]);
  });

  it('are of the cases that the viewer may see', async () => {
    const everywhere = areaOf(COUNTY);
    expect((await stepMonths(auditor, everywhere, TODAY)).steps[0]).toMatchObject({ step: 'village', count: 4, late: 2, longest: 18 });
    expect((await stepMonths(clerk, everywhere, TODAY)).steps[0]).toMatchObject({ step: 'village', count: 3 });
    expect((await stepRows(clerk, areaOf(elsewhere), { step: 'village', decided: '2018-01', late: false, page: 1 })).count).toBe(0);
  });
});
