import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { asSystem, fenced } from '@/db/fence';
import { violations } from '@/db/invariants';
import { making, makePerson, makeTownship, makeVillage, makeZone, setClock } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { readInbox } from '@/features/inbox/queries/read-inbox';
import { refusal, viewerOf } from '@/server/testing/asking';
import { findChecklist } from '../queries/find-checklist';
import { commentOnEntry } from './comment';
import { submitChecklist } from './submit';
import { verifyChecklist } from './verify';

const MONTH = '2018-02';
const code = async (call: Promise<unknown>) => (await refusal(call)).code;
let zone = 200;

async function scene() {
  zone += 1;
  const made = await making(async (tx) => {
    const no = await makeZone(tx, zone);
    const township = await makeTownship(tx, no);
    const village = await makeVillage(tx, township);
    const filer = await makePerson(tx, 'first-secretary', { division: village });
    const people = {
      filer,
      office: await makePerson(tx, 'office-reviewer', { name: '甲复验' }),
      squad: await makePerson(tx, 'squad-leader', { zoneNo: no }),
      chief: await makePerson(tx, 'township-secretary', { division: township }),
      leader: await makePerson(tx, 'county-leader'),
      sibling: await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) }),
    };
    await issueChecklists(tx, MONTH);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where appointment_id = ${filer.appointmentId} and month = ${MONTH}`);
    return { people, village, id: rows[0]!.id };
  });
  const names = Object.keys(made.people) as (keyof typeof made.people)[];
  const viewers = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await viewerOf(made.people[name])]))) as Record<keyof typeof made.people, Viewer>;
  return { ...viewers, id: made.id, village: made.village };
}

const told = async (viewer: Viewer, id: number) => (await readInbox(viewer, 1)).rows.filter((row) => row.kind === 'comment' && row.checklistId === id).length;
const say = (id: number, over: object = {}) => ({ id, entry: 1, text: '院坝会的签到表请补上', ...over });

beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-03 12:00+08');
  await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
  await tx.execute(sql`insert into template_entries (template_id, no, kind, label, label_en) select id, 1, 'text', '主要工作', 'Main work' from checklist_templates`);
}), 120_000);

it('is said by filer, office and squad in any state, read by all of them, told once to whom it concerns, and in the trail', async () => {
  const { filer, office, squad, id, village } = await scene();
  await commentOnEntry(office, say(id));
  await commentOnEntry(office, say(id, { text: '另请写明到会人数' }));
  expect([await told(filer, id), await told(office, id), await told(squad, id)]).toEqual([1, 0, 0]);
  await submitChecklist(filer, { id, version: 1, entries: { 1: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' } } });
  await commentOnEntry(filer, say(id, { text: '签到表已附' }));
  expect(await told(office, id)).toBe(1);
  await commentOnEntry(office, say(id, { text: '人数与签到表不符' }));
  expect(await told(filer, id), 'an answer in between makes the next word news').toBe(2);
  await verifyChecklist(office, { id, version: 2, entries: { 1: { verdict: 'supported' } } });
  await commentOnEntry(squad, say(id, { text: '入户时已核对签到表' }));
  expect((await findChecklist(filer, id))!.entries[0]!.comments.map(({ who, text }) => [who === '甲复验', text])).toEqual([
    [true, '院坝会的签到表请补上'], [true, '另请写明到会人数'], [false, '签到表已附'], [true, '人数与签到表不符'], [false, '入户时已核对签到表'],
  ]);
  expect(await findChecklist(filer, id)).toMatchObject({ state: 'verified', version: 3, speaks: true });
  const trail = await asSystem('job', async (tx) => {
    await tx.execute(sql`select set_config('app.audit', 'all', true)`);
    return (await tx.execute<{ text: string }>(sql`select after ->> 'text' as text from audits where command = 'checklist.comment' and division = ${village} order by id`)).rows;
  });
  expect(trail).toHaveLength(5);
  expect((await asSystem('job', (tx) => violations(tx, ['write-without-audit']))).filter(({ division }) => division === village)).toEqual([]);
});

it('is nobody else’s, needs words and an entry, and stays as it was said', async () => {
  const { filer, chief, leader, sibling, id } = await scene();
  expect(await Promise.all([commentOnEntry(chief, say(id)), commentOnEntry(leader, say(id)), commentOnEntry(sibling, say(id))].map(code))).toEqual(['forbidden', 'forbidden', 'not-found']);
  expect(await code(commentOnEntry(filer, say(id, { text: ' ' })))).toBe('invalid');
  expect(await code(commentOnEntry(filer, say(id, { entry: 9 })))).toBe('not-found');
  await commentOnEntry(filer, say(id));
  await expect(fenced(filer, (tx) => tx.execute(sql`update entry_comments set text = '没有说过'`), 'write')).rejects.toThrow();
  await expect(fenced(filer, (tx) => tx.execute(sql`delete from entry_comments`), 'write')).rejects.toThrow();
  expect((await findChecklist(chief, id))!).toMatchObject({ speaks: false, entries: [{ comments: [{ text: '院坝会的签到表请补上' }] }] });
  expect((await findChecklist(sibling, id))).toBeNull();
});
