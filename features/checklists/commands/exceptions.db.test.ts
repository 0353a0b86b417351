import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { making, makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import { readToDo } from '@/features/home/queries/to-do';
import { readInbox } from '@/features/inbox/queries/read-inbox';
import { refusal, viewerOf } from '@/server/testing/asking';
import { findChecklist } from '../queries/find-checklist';
import { listExceptions } from '../queries/list-exceptions';
import { myChecklists } from '../queries/my-checklists';
import { grantException } from './grant-exception';
import { saveChecklist } from './save';
import { submitChecklist } from './submit';

const MONTH = '2018-02';
const LOCKED = '2018-03-11 09:00+08';
const REASON = '住院治疗，未能按期填报';
const clock = (at: string) => making((tx) => setClock(tx, at));

async function scene() {
  const made = await making(async (tx) => {
    const village = await makeVillage(tx, await makeTownship(tx));
    const filer = await makePerson(tx, 'first-secretary', { division: village });
    const office = await makePerson(tx, 'office-reviewer', { name: '甲复验' });
    await issueChecklists(tx, MONTH);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where appointment_id = ${filer.appointmentId} and month = ${MONTH}`);
    return { village, filer, office, id: rows[0]!.id };
  });
  return { ...made, filer: await viewerOf(made.filer), office: await viewerOf(made.office) };
}

const filing = (id: number, version = 1) => ({ id, version, entries: { 1: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' } } });
const grant = (id: number, over: object = {}) => ({ id, until: '2018-03-15', reason: REASON, ...over });

beforeAll(async () => {
  await making(async (tx) => {
    await setClock(tx, LOCKED);
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
    await tx.execute(sql`insert into template_entries (template_id, no, kind, label, label_en) select id, 1, 'text', '主要工作', 'Main work' from checklist_templates`);
  });
}, 120_000);

describe('an exception', () => {
  it('opens a locked month for one filer, until its instant, and locks again by itself', async () => {
    const [made, other] = [await scene(), await scene()];
    await clock(LOCKED);
    expect(await refusal(submitChecklist(made.filer, filing(made.id)))).toMatchObject({ name: 'LockedRefusal', month: MONTH, lockAt: new Date('2018-03-10T16:00:00Z') });
    await grantException(made.office, grant(made.id));
    expect((await refusal(submitChecklist(other.filer, filing(other.id)))).reason).toBe('locked');
    expect((await myChecklists(made.filer))[0]).toMatchObject({ time: 'late', openUntil: new Date('2018-03-15T16:00:00Z') });
    expect((await readToDo(made.filer)).toFile).toMatchObject([{ id: made.id, dueAt: new Date('2018-03-15T16:00:00Z'), late: false }]);
    await clock('2018-03-15 23:59:59+08');
    expect(await saveChecklist(made.filer, filing(made.id))).toMatchObject({ state: 'draft' });
    await clock('2018-03-16 00:00:00+08');
    expect((await refusal(submitChecklist(made.filer, filing(made.id, 2)))).reason).toBe('locked');
    expect((await findChecklist(made.filer, made.id))).toMatchObject({ state: 'draft', exceptions: [{ granter: '甲复验', reason: REASON }], office: expect.arrayContaining(['甲复验']) });
    expect((await readToDo(made.filer)).toFile).toEqual([]);
    await clock('2018-03-14 12:00+08');
    await submitChecklist(made.filer, filing(made.id, 2));
    const broken = await asSystem('job', (tx) => violations(tx, ['filed-after-lock', 'exception-of-own']));
    expect(broken.filter(({ subject }) => subject === `checklist ${made.id}`)).toEqual([]);
  });

  it('is for whoever holds the post by now, when its filer has left', async () => {
    const made = await scene();
    await clock(LOCKED);
    const next = await viewerOf(await making(async (tx) => {
      const { rows: [seat] } = await tx.execute<{ post: number }>(sql`update appointments set ends_on = '2018-03-05' where person_id = ${made.filer.personId} returning post_id as post`);
      return makePerson(tx, 'first-secretary', { division: made.village, postId: seat!.post });
    }));
    await grantException(made.office, grant(made.id));
    expect((await readToDo(next)).toFile).toMatchObject([{ id: made.id, month: MONTH }]);
    expect((await readInbox(next, 1)).rows).toMatchObject([{ kind: 'exception', checklistId: made.id }]);
    expect(await submitChecklist(next, filing(made.id))).toMatchObject({ state: 'submitted' });
  });

  it('is the office\'s to grant: not the filer\'s, not the office\'s own, not across the fence', async () => {
    const made = await scene();
    await clock(LOCKED);
    expect((await refusal(grantException(made.filer, grant(made.id)))).code).toBe('forbidden');
    const both = { ...made.filer, roles: ['first-secretary', 'office'] } as const;
    expect((await refusal(grantException(both, grant(made.id)))).code).toBe('forbidden');
    await expect(making((tx) => tx.execute(sql`
      insert into filing_exceptions (checklist_id, division, person_id, granted_by, expires_at, reason)
      values (${made.id}, ${made.village}, ${made.filer.personId}, ${made.filer.personId}, county_now() + interval '1 day', 'x')`))).rejects.toThrow(/filing_exceptions_not_by_filer/);
    expect((await refusal(grantException(made.office, grant(2_000_000)))).code).toBe('not-found');
    const stranger = await viewerOf(await making(async (tx) => makePerson(tx, 'township-secretary', { division: await makeTownship(tx) })));
    await grantException(made.office, grant(made.id));
    expect((await listExceptions(stranger, 1)).total).toBe(0);
    expect((await listExceptions(made.filer, 1)).rows).toMatchObject([{ checklistId: made.id, running: true }]);
  });

  it('names what is wrong beside the field, and is not for what is filed', async () => {
    const made = await scene();
    await clock(LOCKED);
    const fields = async (over: object) => (await refusal(grantException(made.office, grant(made.id, over)))).fields.map(({ field, problem }) => `${field} ${problem}`);
    expect(await fields({ until: '2018-03-10' })).toEqual(['until until-past']);
    expect(await fields({ until: '2018-06-01' })).toEqual(['until until-far']);
    expect(await fields({ until: '明天' })).toEqual(['until format']);
    expect(await fields({ reason: '住院' })).toEqual(['reason reason']);
    await grantException(made.office, grant(made.id));
    expect(await fields({})).toEqual(['until until-shorter']);
    await submitChecklist(made.filer, filing(made.id));
    expect(await refusal(grantException(made.office, grant(made.id, { until: '2018-03-20' })))).toMatchObject({ code: 'conflict', reason: 'exception-filed' });
  });

  it('leaves its audit row; two offices at once: the second is refused', async () => {
    const made = await scene();
    await clock(LOCKED);
    const both = await Promise.allSettled([grantException(made.office, grant(made.id)), grantException(made.office, grant(made.id))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await making((tx) => tx.execute(sql`select set_config('app.audit', 'all', true)`).then(() => tx.execute<{ command: string; reason: string }>(sql`
      select command, after ->> 'reason' as reason from audits where subject_kind = 'exception' and division = ${made.village}`)));
    expect(rows).toEqual([{ command: 'exception.grant', reason: REASON }]);
  });
});
