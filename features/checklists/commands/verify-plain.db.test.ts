import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { remeasure } from '@/db/measure';
import { checklistTemplates, templateEntries } from '@/db/schema/checklists';
import { visits } from '@/db/schema/visits';
import { makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { refusal, viewerOf } from '@/server/testing/asking';
import { findChecklist } from '../queries/find-checklist';
import { submitChecklist } from './submit';
import { verifyPlainChecklist } from './verify-plain';

const MONTH = '2018-02';

const visited = (village: string, personId: number) => making(async (tx) => {
  const householdId = await makeHousehold(tx, village);
  await tx.insert(visits).values({ householdId, personId, division: village, visitedOn: '2018-02-10', seen: 'well', outcome: 'noted' });
  await remeasure(tx, [{ register: 'visits', division: village, month: MONTH }]);
});

/** A filed checklist of a village with one visit, as recorded unless another claim is given, and two of the office. */
async function filed(answer: object = { mode: 'recorded', seen: '1' }) {
  const made = await making(async (tx) => {
    const village = await makeVillage(tx, await makeTownship(tx));
    const filer = await makePerson(tx, 'first-secretary', { division: village });
    return { village, filer, office: await makePerson(tx, 'office-reviewer', { name: '甲复验' }), other: await makePerson(tx, 'office-reviewer') };
  });
  await visited(made.village, made.filer.personId);
  const id = await making(async (tx) => {
    await issueChecklists(tx, MONTH);
    return (await tx.execute<{ id: number }>(sql`select id from checklists where appointment_id = ${made.filer.appointmentId} and month = ${MONTH}`)).rows[0]!.id;
  });
  const filer = await viewerOf(made.filer);
  const { version } = await submitChecklist(filer, { id, version: 1, entries: { 1: answer, 2: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' } } });
  return { ...made, personId: made.filer.personId, filer, office: await viewerOf(made.office), other: await viewerOf(made.other), pick: { id, version } };
}

beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-03 12:00+08');
  const [template] = await tx.insert(checklistTemplates).values({ filerKind: 'first-secretary', fromMonth: '2014-01' }).returning({ id: checklistTemplates.id });
  await tx.insert(templateEntries).values([
    { templateId: template!.id, no: 1, kind: 'number', label: '走访次数', labelEn: 'Visits', indicator: 'support.visits' },
    { templateId: template!.id, no: 2, kind: 'text', label: '主要工作', labelEn: 'Main work' },
  ]);
}), 120_000);

describe('verifying what the records support whole', () => {
  it('gives every entry its verdict, and is in the trail', async () => {
    const { office, pick, village } = await filed();
    expect(await verifyPlainChecklist(office, pick)).toMatchObject({ state: 'verified' });
    const after = await findChecklist(office, pick.id);
    expect(after?.entries.map(({ kept }) => kept?.verdict)).toEqual(['supported', 'supported']);
    const trail = await asSystem('job', async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute<{ command: string }>(sql`select command from audits where division = ${village} order by id`)).rows;
    });
    expect(trail.at(-1)).toEqual({ command: 'checklist.verify-plain' });
    expect((await asSystem('job', (tx) => violations(tx, ['write-without-audit']))).filter(({ division }) => division === village)).toEqual([]);
  });

  it('leaves to a person what is not as recorded', async () => {
    const { office, pick } = await filed({ mode: 'other', claim: '3', explanation: '补录中的两次走访', seen: '1' });
    expect(await refusal(verifyPlainChecklist(office, pick))).toMatchObject({ code: 'forbidden', reason: 'not-plain' });
    expect(await findChecklist(office, pick.id)).toMatchObject({ state: 'submitted', version: pick.version });
  });

  it('leaves to a person what was as recorded, once the records have changed', async () => {
    const { office, pick, village, personId } = await filed();
    await visited(village, personId);
    expect(await refusal(verifyPlainChecklist(office, pick))).toMatchObject({ reason: 'not-plain' });
  });

  it('is for the office alone, inside its ground', async () => {
    const { filer, pick } = await filed();
    const stranger = await viewerOf(await making(async (tx) => makePerson(tx, 'township-secretary', { division: await makeTownship(tx) })));
    expect((await refusal(verifyPlainChecklist(filer, pick))).code).toBe('forbidden');
    expect((await refusal(verifyPlainChecklist(stranger, pick))).code).toBe('not-found');
  });

  it('lets one of two win, and tells the other who was first', async () => {
    const { office, other, pick } = await filed();
    const answers = await Promise.allSettled([verifyPlainChecklist(office, pick), verifyPlainChecklist(other, pick)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'conflict', happened: { deed: 'checklist.verify' } } });
  });
});
