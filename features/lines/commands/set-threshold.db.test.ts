import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { thresholdsIn } from '@/db/exit-thresholds';
import { asSystem, fenced } from '@/db/fence';
import { makePerson, making, setClock } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { Refusal } from '@/server/errors';
import { viewerFor } from '@/server/viewer';
import { setThreshold } from './set-threshold';

let admin: Viewer;
let auditor: Viewer;
let others: Viewer[];
const refusal = (done: Promise<unknown>) => done.then(() => 'done', (failure: unknown) => (failure instanceof Refusal ? failure.code : failure));
const threshold = (changed: object) => ({ name: 'incidence', from: '2018-03', value: '2.5', source: '川委办〔2018〕3号', was: '', ...changed });
const held = (month: '2017-12' | '2018-02' | '2018-04' | '2019-06') => asSystem('job', (tx) => thresholdsIn(tx, month), 'read');

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    return [await makePerson(tx, 'system-administrator'), await makePerson(tx, 'auditor'), await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'county-leader')];
  });
  [admin, auditor, ...others] = (await Promise.all(made.map(({ accountId }) => viewerFor(accountId)))) as [Viewer, Viewer, ...Viewer[]];
});

describe('exit thresholds', () => {
  it('begin with 3 % and any collective income', async () => {
    expect(await held('2017-12')).toEqual({ incidence: 3, collectiveIncome: 0 });
  });

  it('are the system administrator’s alone', async () => {
    for (const viewer of [auditor, ...others]) expect(await refusal(setThreshold(viewer, threshold({})))).toBe('forbidden');
  });

  it('hold from their month on, are corrected, and kept old → new in the trail', async () => {
    await setThreshold(admin, threshold({}));
    expect([await held('2018-02'), await held('2018-04')]).toEqual([{ incidence: 3, collectiveIncome: 0 }, { incidence: 2.5, collectiveIncome: 0 }]);
    await setThreshold(admin, threshold({ value: '2', was: '2.5' }));
    expect((await held('2018-04')).incidence).toBe(2);
    const { rows } = await fenced(auditor, (tx) => tx.execute<{ before: unknown; after: unknown }>(sql`
      select before, after from audits where command = 'threshold.set' and subject_id = 'incidence 2018-03' order by id`));
    expect(rows).toMatchObject([{ before: { value: null }, after: { value: 2.5 } }, { before: { value: 2.5 }, after: { value: 2 } }]);
  });

  it('leave a closed month as it was judged', async () => {
    const failure = await setThreshold(admin, threshold({ from: '2018-01' })).catch((each: unknown) => each);
    expect(failure).toMatchObject({ code: 'invalid', fields: [{ field: 'from', problem: 'month-closed' }] });
    expect((await held('2017-12')).incidence).toBe(3);
  });

  it('two at once: the second is told', async () => {
    const both = await Promise.all(['3', '5'].map((value) => refusal(setThreshold(admin, threshold({ name: 'collective-income', from: '2019-06', value })))));
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await refusal(setThreshold(admin, threshold({ name: 'collective-income', from: '2019-06', value: '9', was: '1' })))).toBe('conflict');
  });

  it('refuse what is no percentage', async () => {
    expect(await refusal(setThreshold(admin, threshold({ value: '101' })))).toBe('invalid');
  });
});
