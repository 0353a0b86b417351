import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { makePerson, makeTownship, makeVillage, makeZone, making, type MadePerson, setClock } from '@/db/testing/fixtures';
import { drawSample } from '@/domain/spot-check';
import type { Viewer } from '@/domain/viewer';
import { verifyChecklist } from '@/features/checklists/commands/verify';
import { submitChecklist } from '@/features/checklists/commands/submit';
import { findChecklist } from '@/features/checklists/queries/find-checklist';
import { readInbox } from '@/features/inbox/queries/read-inbox';
import { viewerFor } from '@/server/viewer';
import { refusal, viewerOf } from '@/server/testing/asking';
import { readSamples } from '../queries/samples';
import { readSpotChecks } from '../queries/spot-check';
import { checkOnTheSpot } from './check';
import { drawSpotChecks } from './draw';

const MONTH = '2018-01';

let zone = 100;

/** A zone with a squad and six verified checklists, each of its own village. */
async function scene() {
  zone += 1;
  const made = await making(async (tx) => {
    const no = await makeZone(tx, zone);
    const township = await makeTownship(tx, no);
    const office = await makePerson(tx, 'office-reviewer');
    const ids: number[] = [];
    for (let at = 0; at < 6; at++) ids.push(await verified(await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) }), office.personId));
    return { squad: await makePerson(tx, 'squad-leader', { zoneNo: no }), office, ids };

    async function verified(filer: MadePerson, by: number): Promise<number> {
      const { rows: [row] } = await tx.execute<{ id: number }>(sql`
        insert into checklists (month, template_id, filer_kind, appointment_id, person_id, post_id, division, state, version, submitted_at, first_submitted_at, verified_at, verified_by)
        select ${MONTH}, (select min(id) from checklist_templates), 'first-secretary', a.id, a.person_id, a.post_id, a.division, 'verified', 3, filed.at, filed.at, county_now(), ${by}::int
        from appointments a, (select county_now() - interval '12 days' as at) as filed where a.id = ${filer.appointmentId} returning id`);
      for (const [verb, person] of [['submit', filer.personId], ['verify', by]] as const) {
        await tx.execute(sql`insert into checklist_steps (checklist_id, division, person_id, verb, at, all_zero) select id, division, ${person}::int, ${verb}, case ${verb} when 'submit' then submitted_at else verified_at end, case ${verb} when 'submit' then false end from checklists where id = ${row!.id}`);
      }
      return row!.id;
    }
  });
  return { ids: made.ids, squad: await viewerOf(made.squad), office: await viewerOf(made.office) };
}

const drawnFor = async (squad: Viewer) => (await readSamples(squad, squad.scope.area!, MONTH))[0]!;
const check = (id: number, over: object = {}) => ({ id, version: 3, result: 'challenged', note: '农户说二月没有人来过', ...over });
const filerOf = async (id: number) => viewerFor((await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select a.id from accounts a join checklists c on c.person_id = a.person_id where c.id = ${id}`))).rows[0]!.id).then((viewer) => viewer!);
const stateOf = async (id: number) => (await asSystem('job', (tx) => tx.execute<{ state: string; version: number }>(sql`select state, version from checklists where id = ${id}`))).rows[0]!;

beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-02-20 12:00+08');
  await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
}), 120_000);

describe('a sample', () => {
  it('is drawn by the system from what is verified on the squad’s ground, and can be drawn again from its seed', async () => {
    const { squad, ids } = await scene();
    await drawSpotChecks(squad, { month: MONTH, size: 4 });
    const { seed, population, drawn } = await drawnFor(squad);
    expect(population).toBe(6);
    expect(drawn.map(({ checklistId }) => checklistId)).toEqual(drawSample(seed, ids, 4));
  });

  it('is drawn once a month, by one of two who ask at once', async () => {
    const { squad } = await scene();
    const draws = await Promise.allSettled([1, 2].map(() => drawSpotChecks(squad, { month: MONTH, size: 2 })));
    expect(draws.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(drawSpotChecks(squad, { month: MONTH, size: 5 }))).toMatchObject({ code: 'conflict', reason: 'sample-drawn' });
    expect((await drawnFor(squad)).drawn).toHaveLength(2);
  });

  it('is for squads, and needs something verified', async () => {
    const { office, squad } = await scene();
    expect((await refusal(drawSpotChecks(office, { month: MONTH, size: 2 }))).code).toBe('forbidden');
    expect(await refusal(drawSpotChecks(squad, { month: '2017-12', size: 2 }))).toMatchObject({ reason: 'nothing-verified' });
  });
});

describe('a spot check', () => {
  it('that challenges opens a finding, sends the checklist back, and is in the trail', async () => {
    const { squad } = await scene();
    await drawSpotChecks(squad, { month: MONTH, size: 3 });
    const id = (await drawnFor(squad)).drawn[0]!.checklistId;
    await checkOnTheSpot(squad, check(id));
    expect(await stateOf(id)).toEqual({ state: 'returned', version: 5 });
    const { checks, findings } = await readSpotChecks(squad, id);
    expect(checks).toMatchObject([{ result: 'challenged', note: '农户说二月没有人来过' }]);
    expect(findings).toMatchObject([{ detail: '农户说二月没有人来过', closedAt: null }]);
    const trail = await asSystem('job', async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute<{ command: string }>(sql`select command from audits where subject_kind = 'checklist' and subject_id = ${String(id)}`)).rows;
    });
    expect(trail).toEqual([{ command: 'spot-check.check' }]);
    const wrong = await asSystem('job', violations);
    expect(wrong.filter(({ subject }) => subject === `checklist ${id}` ).map(({ invariant }) => invariant).filter((name) => /step|state|version/.test(name))).toEqual([]);
    expect(wrong.filter(({ invariant, detail }) => invariant === 'write-without-audit' && /challenge|reopen/.test(detail))).toEqual([]);
  });

  it('of a locked month opens the days in which its filer can answer, and tells them; then it locks again', async () => {
    const { squad, office } = await scene();
    await drawSpotChecks(squad, { month: MONTH, size: 1 });
    const id = (await drawnFor(squad)).drawn[0]!.checklistId;
    await checkOnTheSpot(squad, check(id));
    const filer = await filerOf(id);
    expect((await readInbox(filer, 1)).rows).toMatchObject([{ kind: 'challenge', checklistId: id, settled: false }]);
    expect(await findChecklist(filer, id)).toMatchObject({ exceptions: [{ cause: 'challenge', reason: '农户说二月没有人来过', expiresAt: Date.parse('2018-02-25T16:00:00Z') }] });
    const answer = (version: number) => submitChecklist(filer, { id, version, entries: {} });
    await making((tx) => setClock(tx, '2018-02-26 00:00+08'));
    expect((await refusal(answer(5))).reason).toBe('locked');
    await making((tx) => setClock(tx, '2018-02-25 23:59:59+08'));
    await answer(5);
    expect((await readInbox(filer, 1)).rows).toMatchObject([{ settled: true }]);
    await making((tx) => setClock(tx, '2018-02-20 12:00+08'));
    await verifyChecklist(office, { id, version: 6, entries: {} });
    expect((await readSpotChecks(squad, id)).findings).toMatchObject([{ closedBy: expect.any(String) as string }]);
    expect((await asSystem('job', (tx) => violations(tx, ['filed-after-lock', 'exception-of-own']))).filter(({ subject }) => subject.endsWith(` ${id}`))).toEqual([]);
  });

  it('is answered by whoever holds the post by now', async () => {
    const { squad } = await scene();
    await drawSpotChecks(squad, { month: MONTH, size: 1 });
    const id = (await drawnFor(squad)).drawn[0]!.checklistId;
    const next = await viewerOf(await making(async (tx) => {
      const { rows: [seat] } = await tx.execute<{ post: number; division: string }>(sql`
        update appointments set ends_on = '2018-02-15' where id = (select appointment_id from checklists where id = ${id}) returning post_id as post, division`);
      return makePerson(tx, 'first-secretary', { division: seat!.division, postId: seat!.post });
    }));
    await checkOnTheSpot(squad, check(id));
    expect((await readInbox(next, 1)).rows).toMatchObject([{ kind: 'challenge', checklistId: id }]);
    expect(await submitChecklist(next, { id, version: 5, entries: {} })).toMatchObject({ state: 'submitted' });
  });

  it('that confirms leaves the checklist verified, and is given once', async () => {
    const { squad } = await scene();
    await drawSpotChecks(squad, { month: MONTH, size: 1 });
    const id = (await drawnFor(squad)).drawn[0]!.checklistId;
    const given = await Promise.allSettled([checkOnTheSpot(squad, check(id, { result: 'confirmed' })), checkOnTheSpot(squad, check(id, { result: 'confirmed' }))]);
    expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(checkOnTheSpot(squad, check(id)))).toMatchObject({ code: 'conflict', reason: 'spot-checked' });
    expect(await stateOf(id)).toEqual({ state: 'verified', version: 3 });
  });

  it('is only of what was drawn for this squad, as it was seen, with what is wrong', async () => {
    const [mine, theirs] = [await scene(), await scene()];
    await drawSpotChecks(mine.squad, { month: MONTH, size: 1 });
    const id = (await drawnFor(mine.squad)).drawn[0]!.checklistId;
    const left = mine.ids.find((each) => each !== id)!;
    expect((await refusal(checkOnTheSpot(mine.squad, check(left)))).code).toBe('forbidden');
    expect((await refusal(checkOnTheSpot(theirs.squad, check(id)))).code).toBe('not-found');
    expect((await refusal(checkOnTheSpot(mine.office, check(id)))).code).toBe('forbidden');
    expect((await refusal(checkOnTheSpot(mine.squad, check(id, { version: 2 })))).code).toBe('conflict');
    expect((await refusal(checkOnTheSpot(mine.squad, check(id, { note: '不' })))).code).toBe('invalid');
    expect(await stateOf(id)).toEqual({ state: 'verified', version: 3 });
  });
});
