import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, type Tx } from '@/db/fence';
import { issueChecklists } from '@/db/checklist-issue';
import { differences, remeasure } from '@/db/measure';
import { readings } from '@/db/readings';
import { audits } from '@/db/schema/accounts';
import { checklistTemplates, templateEntries } from '@/db/schema/checklists';
import { visits } from '@/db/schema/visits';
import { makeHousehold, makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { readInbox } from '@/features/inbox/queries/read-inbox';
import { refusal, viewerOf } from '@/server/testing/asking';
import { findChecklist } from '../queries/find-checklist';
import { addEvidence } from './add-evidence';
import { removeEvidence } from './remove-evidence';
import { returnChecklist } from './return';
import { saveChecklist } from './save';
import { submitChecklist } from './submit';
import { verifyChecklist } from './verify';

const MONTH = '2018-02';
const NOON = '2018-03-03 12:00+08';

interface Scene {
  village: string;
  filer: Viewer;
  office: Viewer;
  other: Viewer;
  id: number;
}


/** A village with three visits in February, its first secretary with a checklist to file, and two reviewers. */
async function scene(): Promise<Scene> {
  const made = await asSystem('job', async (tx) => {
    await setClock(tx, NOON);
    const township = await makeTownship(tx);
    const village = await makeVillage(tx, township);
    const filer = await makePerson(tx, 'first-secretary', { division: village });
    const office = await makePerson(tx, 'office-reviewer', { name: '甲复验' });
    const other = await makePerson(tx, 'office-reviewer', { name: '乙复验' });
    await visit(tx, village, filer.personId, 3);
    await issueChecklists(tx, MONTH);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where appointment_id = ${filer.appointmentId} and month = ${MONTH}`);
    return { village, filer, office, other, id: rows[0]!.id };
  });
  return { ...made, filer: await viewerOf(made.filer), office: await viewerOf(made.office), other: await viewerOf(made.other) };
}

async function visit(tx: Tx, village: string, personId: number, times: number): Promise<void> {
  const householdId = await makeHousehold(tx, village);
  await tx.insert(visits).values(Array.from({ length: times }, () => ({ householdId, personId, division: village, visitedOn: '2018-02-10', seen: 'well' as const, outcome: 'noted' as const })));
  await remeasure(tx, [{ register: 'visits', division: village, month: MONTH }]);
}

const answers = (over: Record<string, object> = {}) => ({
  1: { mode: 'recorded', seen: '3' },
  2: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' },
  3: { mode: 'nothing' },
  ...over,
});
const filing = (id: number, version = 1, over?: Record<string, object>) => ({ id: String(id), version: String(version), entries: answers(over) });
const verdicts = { 1: { verdict: 'supported' }, 2: { verdict: 'supported' }, 3: { verdict: 'partly', note: '下月补照片' } };
const submitted = async (made: Scene) => submitChecklist(made.filer, filing(made.id));
const count = (village: string, id: 'checklists.filed' | 'checklists.on_time' | 'checklists.verified' | 'checklists.expected') =>
  asSystem('measure', async (tx) => (await readings(tx, { indicators: [id], area: areaOf(village), month: MONTH }))[0]!.value);

beforeAll(() => asSystem('job', async (tx) => {
  await setClock(tx, NOON);
  const [general] = await tx.insert(checklistTemplates).values({ filerKind: 'first-secretary', fromMonth: '2014-01' }).returning({ id: checklistTemplates.id });
  await tx.insert(templateEntries).values([
    { templateId: general!.id, no: 1, kind: 'number', label: '走访次数', labelEn: 'Visits', indicator: 'support.visits' },
    { templateId: general!.id, no: 2, kind: 'text', label: '主要工作', labelEn: 'Main work' },
    { templateId: general!.id, no: 3, kind: 'evidence', label: '佐证', labelEn: 'Evidence' },
  ]);
}), 120_000);

describe('filing', () => {
  it('keeps a draft, files once, records step, audit and measurements', async () => {
    const made = await scene();
    expect(await count(made.village, 'checklists.expected')).toBe(1);
    const draft = await saveChecklist(made.filer, filing(made.id, 1, { 2: { mode: 'given', text: '半句' } }));
    expect(draft).toMatchObject({ state: 'draft', version: 2 });
    expect((await findChecklist(made.filer, made.id))?.entries[1]?.kept?.text).toBe('半句');
    expect(await submitChecklist(made.filer, filing(made.id, 2))).toMatchObject({ state: 'submitted', version: 3 });
    expect([await count(made.village, 'checklists.filed'), await count(made.village, 'checklists.on_time'), await count(made.village, 'checklists.verified')]).toEqual([1, 1, 0]);
    const view = (await findChecklist(made.filer, made.id))!;
    expect(view.entries.map(({ kept }) => [kept?.claim, kept?.recorded, kept?.nothing])).toEqual([[3, 3, false], [null, null, false], [null, null, true]]);
    expect(view.steps.map(({ verb }) => verb)).toEqual(['submit', 'save']);
    const trail = await asSystem('job', (tx) => tx.execute(sql`select set_config('app.audit', 'all', true)`).then(() => tx.select().from(audits).where(sql`subject_id = ${String(made.id)} and subject_kind = 'checklist'`)));
    expect(trail.map(({ command }) => command)).toEqual(['checklist.save', 'checklist.submit']);
    expect(trail[1]).toMatchObject({ before: { state: 'draft', version: 2 }, after: { state: 'submitted', version: 3 } });
  });

  it('counts nothing but zeros as filed, not as complete, until something is reported', async () => {
    const made = await scene();
    const counts = () => asSystem('measure', async (tx) => (await readings(tx, { indicators: ['checklists.filed', 'checklists.complete'], area: areaOf(made.village), month: MONTH })).map(({ value }) => value));
    const zeros = { 1: { mode: 'nothing', seen: '3', explanation: '走访记录重复登记' }, 2: { mode: 'nothing' } };
    await submitChecklist(made.filer, filing(made.id, 1, zeros));
    expect(await counts()).toEqual([1, 0]);
    await returnChecklist(made.office, { id: made.id, version: 2, reason: '台账有走访记录', entries: {} });
    expect(await counts()).toEqual([1, 0]);
    await submitChecklist(made.filer, filing(made.id, 3));
    expect(await counts()).toEqual([1, 1]);
  });

  it('files once on a double click', async () => {
    const made = await scene();
    const both = await Promise.allSettled([submitted(made), submitted(made)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected')!;
    expect(lost.reason).toMatchObject({ code: 'conflict', happened: { who: made.filer.name, deed: 'checklist.submit' } });
    expect((await findChecklist(made.filer, made.id))?.steps).toHaveLength(1);
    expect(await count(made.village, 'checklists.filed')).toBe(1);
  });

  it('tells the second tab that the first one saved', async () => {
    const made = await scene();
    await saveChecklist(made.filer, filing(made.id));
    const late = await refusal(saveChecklist(made.filer, filing(made.id)));
    expect([late.code, late.happened?.deed]).toEqual(['conflict', 'checklist.save']);
  });

  it('refuses what is empty, negative, absurd, malformed or endless, beside the field', async () => {
    const made = await scene();
    const fields = async (over: Record<string, object>) => (await refusal(submitChecklist(made.filer, filing(made.id, 1, over)))).fields.map(({ field, problem }) => `${field} ${problem}`);
    expect(await fields({ 1: {}, 2: {}, 3: {} })).toEqual(['entries.1.mode required', 'entries.2.mode required', 'entries.3.mode required']);
    expect(await fields({ 1: { mode: 'other', claim: '-1', seen: '3' } })).toEqual(['entries.1.claim small']);
    expect(await fields({ 1: { mode: 'other', claim: '99999999999', seen: '3' } })).toEqual(['entries.1.claim big']);
    expect(await fields({ 1: { mode: 'other', claim: '1e5', seen: '3' } })).toEqual(['entries.1.claim number']);
    expect(await fields({ 1: { mode: 'other', claim: '5', seen: '3' } })).toEqual(['entries.1.explanation explain']);
    expect(await fields({ 2: { mode: 'given', text: '字'.repeat(10_000_000) } })).toEqual(['entries.2.text long']);
    expect(await fields({ 2: { mode: 'given', text: '字'.repeat(2_001) } })).toEqual(['entries.2.text long']);
    expect(await fields({ 3: { mode: 'given' } })).toEqual(['entries.3.files no-file']);
    expect((await refusal(submitChecklist(made.filer, { id: 'x', version: 1 }))).code).toBe('invalid');
    expect((await findChecklist(made.filer, made.id))?.state).toBe('open');
  });

  it('drops what no database keeps, and reads full-width digits', async () => {
    const made = await scene();
    await submitChecklist(made.filer, filing(made.id, 1, {
      1: { mode: 'other', claim: '１,２５０', seen: '3', explanation: '含补录的走访\0记录' },
      2: { mode: 'given', text: `半个字符\ud800也不会难住数据库，照样保存` },
    }));
    const view = (await findChecklist(made.filer, made.id))!;
    expect(view.entries[0]?.kept).toMatchObject({ claim: 1250, recorded: 3, explanation: '含补录的走访记录' });
    expect(view.entries[1]?.kept?.text).toBe('半个字符也不会难住数据库，照样保存');
  });

  it('asks again when the records moved under the form', async () => {
    const made = await scene();
    await asSystem('job', (tx) => visit(tx, made.village, made.filer.personId, 2));
    expect((await refusal(submitted(made))).fields).toEqual([{ field: 'entries.1.mode', problem: 'record-changed' }]);
    await submitChecklist(made.filer, filing(made.id, 1, { 1: { mode: 'recorded', seen: '5' } }));
  });

  it('is nobody else\'s: a neighbour finds nothing, a colleague may not', async () => {
    const made = await scene();
    const [neighbour, mate] = await asSystem('job', async (tx) => {
      const village = await makeVillage(tx, await makeTownship(tx));
      return [await makePerson(tx, 'first-secretary', { division: village }), await makePerson(tx, 'team-leader', { division: made.village })] as const;
    });
    expect((await refusal(submitChecklist(await viewerOf(neighbour), filing(made.id)))).code).toBe('not-found');
    expect(await findChecklist(await viewerOf(neighbour), made.id)).toBeNull();
    expect((await refusal(submitChecklist(await viewerOf(mate), filing(made.id)))).code).toBe('forbidden');
    expect((await refusal(submitChecklist(made.office, filing(made.id)))).code).toBe('forbidden');
  });

  it('is late after the due day, and shut after the lock day, by the database clock', async () => {
    const [late, shut] = [await scene(), await scene()];
    await asSystem('job', (tx) => setClock(tx, '2018-03-06 00:00:00+08'));
    await submitted(late);
    expect([await count(late.village, 'checklists.filed'), await count(late.village, 'checklists.on_time')]).toEqual([1, 0]);
    await asSystem('job', (tx) => setClock(tx, '2018-03-11 00:00:00+08'));
    expect(await refusal(submitted(shut))).toMatchObject({ code: 'forbidden', reason: 'locked' });
    expect(await refusal(saveChecklist(shut.filer, filing(shut.id)))).toMatchObject({ reason: 'locked' });
    expect(await refusal(returnChecklist(late.office, { id: late.id, version: 2, reason: '照片不清楚', entries: {} }))).toMatchObject({ reason: 'locked-return' });
    await verifyChecklist(late.office, { id: late.id, version: 2, entries: verdicts });
    await asSystem('job', (tx) => setClock(tx, NOON));
  });
});

describe('evidence', () => {
  it('hangs on an entry while the filer may write, and its bytes stay out of the audit trail', async () => {
    const made = await scene();
    const file = { checklist: made.id, entry: 3, name: '院坝会.jpg', type: 'image/jpeg', content: Buffer.from('picture bytes') };
    const added = await addEvidence(made.filer, file);
    expect((await refusal(addEvidence(made.office, file))).code).toBe('forbidden');
    expect((await refusal(addEvidence(made.filer, { ...file, entry: 2 }))).code).toBe('not-found');
    await submitChecklist(made.filer, filing(made.id, 1, { 3: { mode: 'given' } }));
    expect((await refusal(addEvidence(made.filer, file))).code).toBe('conflict');
    expect((await refusal(removeEvidence(made.filer, { id: added.id }))).code).toBe('conflict');
    await returnChecklist(made.office, { id: made.id, version: 2, reason: '照片不清楚，请重拍', entries: {} });
    await removeEvidence(made.filer, { id: added.id });
    expect((await findChecklist(made.filer, made.id))?.entries[2]?.files).toEqual([]);
    const trail = await asSystem('job', (tx) => tx.execute(sql`select set_config('app.audit', 'all', true)`).then(() => tx.select().from(audits).where(sql`subject_kind = 'evidence' and division = ${made.village}`)));
    expect(trail.map(({ command }) => command)).toEqual(['evidence.add', 'evidence.remove']);
    expect(JSON.stringify(trail)).not.toContain('picture');
  });
});

describe('verification', () => {
  it('lets one of two reviewers win and tells the other what happened', async () => {
    const made = await scene();
    await submitted(made);
    const review = { id: made.id, version: 2, entries: verdicts };
    const both = await Promise.allSettled([verifyChecklist(made.office, review), returnChecklist(made.other, { ...review, reason: '数字对不上' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = both[0].status === 'fulfilled' ? made.office : made.other;
    const lost = both.find((one) => one.status === 'rejected')!;
    expect(lost.reason).toMatchObject({ code: 'conflict', happened: { who: winner.name } });
  });

  it('verifies with a verdict on every entry, counted at once', async () => {
    const made = await scene();
    await submitted(made);
    expect((await refusal(verifyChecklist(made.office, { id: made.id, version: 2, entries: { 1: { verdict: 'supported' } } }))).fields.map(({ field }) => field))
      .toEqual(['entries.2.verdict', 'entries.3.verdict']);
    await verifyChecklist(made.office, { id: made.id, version: 2, entries: verdicts });
    expect(await count(made.village, 'checklists.verified')).toBe(1);
    const view = (await findChecklist(made.filer, made.id))!;
    expect(view.entries[2]?.kept).toMatchObject({ verdict: 'partly', note: '下月补照片' });
    expect((await refusal(submitChecklist(made.filer, filing(made.id, 3)))).code).toBe('conflict');
  });

  it('sends back with a reason, and takes the resubmission', async () => {
    const made = await scene();
    await submitted(made);
    expect((await refusal(returnChecklist(made.office, { id: made.id, version: 2, entries: {}, reason: '' }))).fields).toEqual([{ field: 'reason', problem: 'reason' }]);
    await returnChecklist(made.office, { id: made.id, version: 2, reason: '第三项请附照片', entries: { 3: { verdict: 'unsupported', note: '无照片' } } });
    const told = async () => (await readInbox(made.filer, 1)).rows;
    expect(await told()).toMatchObject([{ kind: 'returned', checklistId: made.id, settled: false }]);
    await saveChecklist(made.filer, filing(made.id, 3));
    expect(await submitChecklist(made.filer, filing(made.id, 4))).toMatchObject({ state: 'submitted' });
    expect(await told()).toMatchObject([{ settled: true }]);
    const view = (await findChecklist(made.filer, made.id))!;
    expect(view.steps.map(({ verb }) => verb)).toEqual(['submit', 'revise', 'return', 'submit']);
    expect(view.entries[2]?.kept).toMatchObject({ verdict: null, note: '无照片' });
    expect([await count(made.village, 'checklists.filed'), await count(made.village, 'checklists.verified')]).toEqual([1, 0]);
  });

  it('is never of one\'s own, by the policy and by the database', async () => {
    const made = await scene();
    await submitted(made);
    const both = { ...made.filer, roles: ['first-secretary', 'office'] } as const;
    expect((await refusal(verifyChecklist(both, { id: made.id, version: 2, entries: verdicts }))).code).toBe('forbidden');
    await expect(asSystem('job', (tx) => tx.execute(sql`update checklists set verified_by = person_id where id = ${made.id}`))).rejects.toThrow(/checklists_not_verified_by_filer/);
  });

  it('shows when rows changed after it', async () => {
    const made = await scene();
    await submitted(made);
    await verifyChecklist(made.office, { id: made.id, version: 2, entries: verdicts });
    await asSystem('job', (tx) => visit(tx, made.village, made.filer.personId, 1));
    const [first] = (await findChecklist(made.office, made.id))!.entries;
    expect([first?.kept?.recorded, first?.current]).toEqual([3, 4]);
  });
});

describe('issuing', () => {
  it('gives one to each holder, once, however often and by how many it runs', async () => {
    const made = await scene();
    const months = await Promise.all([1, 2].map(() => asSystem('job', (tx) => issueChecklists(tx, '2018-03'))));
    expect(months.filter((issued) => issued > 0)).toHaveLength(1);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ months: string }>(sql`select string_agg(month, ' ' order by month) as months from checklists where division = ${made.village}`));
    expect(rows[0]?.months).toBe('2018-02 2018-03');
  });

  it('leaves nothing measured wrong', async () => {
    const wrong = await asSystem('measure', differences);
    expect(wrong.filter(({ indicator }) => indicator.startsWith('checklists.'))).toEqual([]);
  });
});
