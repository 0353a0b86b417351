import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { readClock } from '@/db/clock';
import { engine } from '@/db/engine/engine';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { makePerson, makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { Refusal } from '@/server/errors';
import { viewerOf } from '@/server/testing/asking';
import { filingRates } from '../queries/filing-rates';
import { returnChecklist } from './return';
import { saveChecklist } from './save';
import { submitChecklist } from './submit';

const DUE = '2018-03-05T16:00:00.000Z';
const LOCK = '2018-03-10T16:00:00.000Z';
const EXPIRY = '2018-03-15T16:00:00.000Z';
const zone = process.env.TZ;
let office: Viewer;

/** The county's clock stands still at an instant, so that a deadline can be met to the millisecond. */
const freeze = (instant: string, ms: number) => making((tx) => tx.execute(sql`
  insert into installation (key, value) values ('frozen', ${new Date(Date.parse(instant) + ms).toISOString()}) on conflict (key) do update set value = excluded.value`));

/** Every connection's session, and the process, in a time zone. */
async function liveIn(tz: string): Promise<void> {
  process.env.TZ = tz;
  const { pool } = await engine();
  const held = await Promise.all(Array.from({ length: Math.max(1, pool.totalCount) }, () => pool.connect()));
  for (const client of held) await client.query(`set time zone '${tz}'`);
  for (const client of held) client.release();
}

const code = (call: Promise<unknown>) => call.then(() => 'done', (failure: unknown) => {
  if (failure instanceof Refusal) return failure.reason ?? failure.code;
  throw failure;
});

/** A village whose first secretary has February's checklist before them; perhaps with an exception until the 15th. */
async function village({ exception = false } = {}) {
  await freeze('2018-03-01T01:00:00.000Z', 0);
  const made = await making(async (tx) => {
    const place = await makeVillage(tx, await makeTownship(tx));
    const filer = await makePerson(tx, 'first-secretary', { division: place });
    await issueChecklists(tx, '2018-02', filer.postId);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where post_id = ${filer.postId}`);
    const id = rows[0]!.id;
    if (exception) {
      await tx.execute(sql`insert into filing_exceptions (checklist_id, division, person_id, granted_by, granted_at, expires_at, reason)
        values (${id}, ${place}, ${filer.personId}, ${office.personId}, '2018-03-09 09:00+08', ${EXPIRY}::timestamptz, '住院治疗')`);
    }
    return { place, id, person: filer };
  });
  return { ...made, filer: await viewerOf(made.person) };
}

const filing = (id: number, version = 1) => ({ id, version, entries: { 1: { mode: 'nothing' } } });
/** What becomes of a submission a millisecond before an instant, at it and a millisecond after; and whether it counts as on time. */
async function filedAround(instant: string, more: { exception?: boolean } = {}): Promise<string[]> {
  const outcomes: string[] = [];
  for (const ms of [-1, 0, 1]) {
    const { id, filer, place } = await village(more);
    await freeze(instant, ms);
    const outcome = await code(submitChecklist(filer, filing(id)));
    const { total } = await filingRates(office, { area: areaOf(place), month: '2018-02', reading: 'true', by: 'place' });
    const { rows: [kind] } = await filingRates(office, { area: areaOf(place), month: '2018-02', reading: 'true', by: 'kind' });
    expect([kind?.filed, kind?.onTime]).toEqual([total.filed, total.onTime]);
    outcomes.push(outcome === 'done' ? (total.onTime === 1 ? 'on time' : 'late') : outcome);
  }
  return outcomes;
}

beforeAll(async () => {
  await (await engine()).unhurried(({ pool }) => pool.query(`
    create or replace function county_now() returns timestamp with time zone language plpgsql volatile as $$
    begin return (select value::timestamptz from installation where key = 'frozen'); end $$`));
  await freeze('2018-03-01T01:00:00.000Z', 0);
  office = await making(async (tx) => {
    const { rows } = await tx.execute<{ id: number }>(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01') returning id`);
    await tx.execute(sql`insert into template_entries (template_id, no, kind, label, label_en) values (${rows[0]!.id}, 1, 'text', '工作', 'Work')`);
    return makePerson(tx, 'office-reviewer');
  }).then(viewerOf);
}, 120_000);

afterAll(() => liveIn(zone ?? 'UTC'));

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('round the deadlines, process and database in %s', (tz) => {
  beforeAll(() => liveIn(tz));

  it('is on time before the end of the due day, and late from it on', async () => expect(await filedAround(DUE)).toEqual(['on time', 'late', 'late']));
  it('is taken before the lock, and refused from it on', async () => expect(await filedAround(LOCK)).toEqual(['late', 'locked', 'locked']));
  it('is taken beyond the lock under an exception', async () => expect(await filedAround(LOCK, { exception: true })).toEqual(['late', 'late', 'late']));
  it('is taken until the exception expires', async () => expect(await filedAround(EXPIRY, { exception: true })).toEqual(['late', 'locked', 'locked']));

  it('keeps drafts and takes returns by the same instants', async () => {
    for (const [ms, kept, returned] of [[-1, 'done', 'done'], [0, 'locked', 'locked-return'], [1, 'locked', 'locked-return']] as const) {
      const [draft, filed] = [await village(), await village()];
      await submitChecklist(filed.filer, filing(filed.id));
      await freeze(LOCK, ms);
      expect([ms, await code(saveChecklist(draft.filer, filing(draft.id))), await code(returnChecklist(office, { id: filed.id, version: 2, entries: {}, reason: '请补充说明' }))]).toEqual([ms, kept, returned]);
    }
  });

  it('turns the day at midnight in Shanghai and the open month at the lock', async () => {
    const told: string[] = [];
    for (const ms of [-1, 0, 1]) {
      await freeze(LOCK, ms);
      const { today, openMonth } = await making(readClock);
      told.push(`${today} ${openMonth}`);
    }
    expect(told).toEqual(['2018-03-10 2018-02', '2018-03-11 2018-03', '2018-03-11 2018-03']);
  });

  it('leaves nothing that breaks an invariant', async () => expect(await asSystem('job', (tx) => violations(tx))).toEqual([]));
});
