import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { asSystem, type Tx } from './fence';
import { INVARIANTS, violations } from './invariants';
import { RELIEF_INVARIANTS } from './invariants/relief';
import { differences, measureAll, remeasure } from './measure';
import { makeHousehold, makePerson, makeTownship, makeVillage, setClock } from './testing/fixtures';

interface Scene {
  village: string;
  other: string;
  household: number;
  filer: number;
  reviewer: number;
  post: number;
  appointment: number;
  checklist: number;
}

class Undo extends Error {}

/** Runs on a sound checklist of a sound village, and undoes everything. */
async function within(run: (tx: Tx, scene: Scene) => Promise<void>): Promise<void> {
  await asSystem('job', async (tx) => {
    await setClock(tx, '2018-03-03 12:00+08');
    const township = await makeTownship(tx);
    const [village, other] = [await makeVillage(tx, township), await makeVillage(tx, township)];
    const household = await makeHousehold(tx, village);
    const filer = await makePerson(tx, 'first-secretary', { division: village });
    const reviewer = await makePerson(tx, 'office-reviewer');
    const one = async (query: ReturnType<typeof sql>) => (await tx.execute<{ id: number }>(query)).rows[0]!.id;
    const template = await one(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2018-02') on conflict (filer_kind, line, from_month) do update set line = null returning id`);
    await tx.execute(sql`insert into template_entries (template_id, no, kind, label, label_en, indicator) values (${template}, 1, 'number', '走访', 'Visits', 'support.visits'), (${template}, 2, 'text', '工作', 'Work', null) on conflict do nothing`);
    const checklist = await one(sql`
      insert into checklists (month, template_id, filer_kind, appointment_id, person_id, post_id, division)
      values ('2018-02', ${template}, 'first-secretary', ${filer.appointmentId}, ${filer.personId}, ${filer.postId}, ${village}) returning id`);
    await measureAll(tx);
    await run(tx, { village, other, household, filer: filer.personId, reviewer: reviewer.personId, post: filer.postId, appointment: filer.appointmentId, checklist });
    throw new Undo();
  }).catch((failure: unknown) => {
    if (!(failure instanceof Undo)) throw failure;
  });
}

const found = async (tx: Tx) => [...new Set((await violations(tx)).map(({ invariant }) => invariant))];
const step = (tx: Tx, { checklist, village }: Scene, verb: string, person: number, audited = true) => tx.execute(sql`
  with step as (insert into checklist_steps (checklist_id, division, person_id, verb, all_zero) values (${checklist}, ${village}, ${person}, ${verb}, ${verb === 'submit' ? false : null})),
  person as (select set_config('app.person', ${String(person)}, true))
  insert into audits (person_id, actor, command, subject_kind, subject_id, after)
  select ${person}, 'test', ${`checklist.${verb}`}, 'checklist', ${String(checklist)}, '{"answers": {"1": {"claim": 3, "nothing": false}}}'::jsonb from person where ${audited}`);
const filed = async (tx: Tx, scene: Scene) => {
  await tx.execute(sql`select set_config('app.person', ${String(scene.filer)}, true)`);
  await step(tx, scene, 'submit', scene.filer);
  await tx.execute(sql`insert into checklist_entries (checklist_id, no, division, claim) values (${scene.checklist}, 1, ${scene.village}, 3)`);
  await tx.execute(sql`update checklists set state = 'submitted', version = version + 1, submitted_at = county_now(), first_submitted_at = county_now(), shown = 1, prefilled = 0, typed = 1 where id = ${scene.checklist}`);
};

beforeAll(() => asSystem('job', (tx) => makeTownship(tx)), 120_000);

test('a sound village has nothing to find', () => within(async (tx, scene) => {
  await filed(tx, scene);
  expect(await found(tx)).toEqual([]);
}));

/** A letter of one version, with 'x' as its text. */
async function letter(tx: Tx, { post, village }: Scene, state: string, hash: string): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into letters (year, kind, from_post_id, to_post_id, division, in_force) values (2018, 'village', ${post}, ${post}, ${village}, ${state === 'signed' ? 1 : null}) returning id`);
  await tx.execute(sql`insert into letter_versions (letter_id, no, division, state, text, hash) values (${rows[0]!.id}, 1, ${village}, ${state}, 'x', ${hash})`);
}

const PLANTED: Record<string, (tx: Tx, scene: Scene) => Promise<unknown>> = {
  'reviewer-is-filer': async (tx, scene) => { await filed(tx, scene); await step(tx, scene, 'verify', scene.filer); },
  'illegal-step': (tx, scene) => step(tx, scene, 'verify', scene.reviewer),
  'state-without-step': (tx, { checklist }) => tx.execute(sql`update checklists set state = 'verified' where id = ${checklist}`),
  'version-without-step': (tx, { checklist }) => tx.execute(sql`update checklists set version = 7 where id = ${checklist}`),
  'unanswered-but-filed': async (tx, scene) => { await filed(tx, scene); await tx.execute(sql`update checklist_entries set claim = null where checklist_id = ${scene.checklist}`); },
  'changed-after-submission': async (tx, scene) => { await filed(tx, scene); await tx.execute(sql`update checklist_entries set claim = 4 where checklist_id = ${scene.checklist}`); },
  'filed-after-lock': (tx, { checklist }) => tx.execute(sql`update checklists set first_submitted_at = '2018-03-11 00:00+08' where id = ${checklist}`),
  'all-zero-differs': async (tx, scene) => { await filed(tx, scene); await tx.execute(sql`update checklists set all_zero = true where id = ${scene.checklist}`); },
  'burden-differs': async (tx, scene) => { await filed(tx, scene); await tx.execute(sql`update checklists set prefilled = 1, typed = 0 where id = ${scene.checklist}`); },
  'exception-of-own': (tx, { checklist, village, filer, reviewer }) => tx.execute(sql`
    insert into filing_exceptions (checklist_id, division, person_id, granted_by, expires_at, reason) values (${checklist}, ${village}, ${reviewer}, ${filer}, county_now() + interval '1 day', '住院治疗')`),
  'filed-without-appointment': async (tx, scene) => { await filed(tx, scene); await tx.execute(sql`update appointments set ends_on = '2018-02-01' where id = ${scene.appointment}`); },
  'letter-altered': async (tx, scene) => letter(tx, scene, 'offered', 'x'),
  'letter-half-signed': async (tx, scene) => { await letter(tx, scene, 'signed', '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'); },
  'write-without-audit': (tx, scene) => step(tx, scene, 'submit', scene.filer, false),
  'audit-chain-broken': (tx) => tx.execute(sql`insert into audit_seals (no, last_id, count, late, skipped, until, hash) values ((select coalesce(max(no), 0) + 1 from audit_seals), (select coalesce(max(last_id), 0) from audit_seals), 0, '{}', '{}', now(), 'no hash')`),
  'file-without-entry': (tx, { checklist, village, filer }) => tx.execute(sql`
    insert into evidence_files (checklist_id, entry_no, division, name, type, size, content, added_by) values (${checklist}, 2, ${village}, 'x', 'application/pdf', 1, '\\x00', ${filer})`),
  'two-cadres-at-once': (tx, { household, village, filer, reviewer }) => tx.execute(sql`
    insert into assignments (household_id, person_id, division, starts_on, ends_on) values (${household}, ${filer}, ${village}, '2015-01-01', '2016-01-01'), (${household}, ${reviewer}, ${village}, '2015-12-31', null)`),
  'two-appointments-at-once': (tx, { filer, post, village }) => tx.execute(sql`
    insert into appointments (person_id, post_id, duty, division, starts_on, ends_on) values (${filer}, ${post}, 'first-secretary', ${village}, '2013-01-01', '2014-06-01')`),
  'seat-held-twice': (tx, { reviewer, post, village }) => tx.execute(sql`
    insert into appointments (person_id, post_id, duty, division, starts_on) values (${reviewer}, ${post}, 'first-secretary', ${village}, '2018-01-01')`),
  'administrator-elsewhere': (tx, { filer, post, village }) => tx.execute(sql`
    insert into appointments (person_id, post_id, duty, division, starts_on) values (${filer}, ${post}, 'audit-administrator', ${village}, '2018-01-01')`),
  'ends-before-it-begins': (tx, { household }) => tx.execute(sql`update households set exited_on = '2014-03-01' where id = ${household}`),
  'division-differs': (tx, { household, other }) => tx.execute(sql`update members set division = ${other} where household_id = ${household}`),
  'measured-unknown': (tx, { village }) => tx.execute(sql`insert into measurements (indicator, division, month, known, change) values ('no.such', ${village}, '2018-01', '2018-01', 1)`),
  'booked-before-it-happened': (tx, { village }) => tx.execute(sql`insert into measurements (indicator, division, month, known, change) values ('support.visits', ${village}, '2018-01', '2017-12', 1)`),
};

test('every invariant has its planted violation', () => {
  expect(Object.keys({ ...PLANTED, ...RELIEF_INVARIANTS }).sort()).toEqual(Object.keys(INVARIANTS).sort());
});

test.each(Object.keys(PLANTED))('%s is found when it is planted', (name) => within(async (tx, scene) => {
  await PLANTED[name]!(tx, scene);
  expect(await found(tx)).toContain(name);
}));

test('a measurement that is not its rows is found, at both levels, and gone after measuring', () => within(async (tx, { village, household }) => {
  expect(await differences(tx)).toEqual([]);
  await tx.execute(sql`update households set exited_on = '2018-01-15' where id = ${household}`);
  const differ = await differences(tx);
  expect(differ.map(({ indicator, division, measured, counted }) => [indicator, division.length, measured, counted])).toContainEqual(['poverty.households_lifted', 12, 0, 1]);
  expect(differ.map(({ indicator, division }) => [indicator, division.length])).toContainEqual(['poverty.remaining_persons', 9]);
  await remeasure(tx, (['household-exits', 'person-exits', 'remaining-households', 'remaining-persons'] as const).map((register) => ({ register, division: village, month: '2018-01' })));
  expect(await differences(tx)).toEqual([]);
}));

test('a filing after the lock is sound while an exception ran, and no longer', () => within(async (tx, { checklist, village, filer, reviewer }) => {
  await tx.execute(sql`
    insert into filing_exceptions (checklist_id, division, person_id, granted_by, granted_at, expires_at, reason)
    values (${checklist}, ${village}, ${filer}, ${reviewer}, '2018-03-12 09:00+08', '2018-03-16 00:00+08', '住院治疗')`);
  for (const [at, sound] of [['2018-03-12 08:59+08', false], ['2018-03-12 09:00+08', true], ['2018-03-15 23:59:59+08', true], ['2018-03-16 00:00+08', false]] as const) {
    await tx.execute(sql`update checklists set first_submitted_at = ${at}::timestamptz where id = ${checklist}`);
    expect((await found(tx)).includes('filed-after-lock'), at).toBe(!sound);
  }
}));
