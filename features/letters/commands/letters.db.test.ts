import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { beginLetter } from '@/db/letters';
import { makePerson, makeTownship, makeVillage, type MadePerson, making, setClock } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { refusal, viewerOf } from '@/server/testing/asking';
import { clausesCounted } from '../queries/clauses-counted';
import { findLetter, type LetterView } from '../queries/find-letter';
import { letterTree } from '../queries/letter-tree';
import { lettersOf } from '../queries/letters-of';
import { splitBasis } from '../queries/split-basis';
import { amendLetter } from './amend-letter';
import { draftLetter } from './draft-letter';
import { offerLetter } from './offer-letter';
import { removeClause } from './remove-clause';
import { setClause } from './set-clause';
import { setTarget } from './set-target';
import { signLetter } from './sign-letter';
import { splitClause } from './split-clause';
import { withdrawLetter } from './withdraw-letter';

const INDICATOR = 'industry.courtyard_gardens';
let year = 2020;
let office: Viewer;
let leader: Viewer;
let secretary: Viewer;
let sibling: Viewer;
let teamLeader: Viewer;
let people: Record<'secretary' | 'sibling' | 'team', MadePerson>;

const code = async (call: Promise<unknown>) => (await refusal(call)).code;
const shown = async (id: number | string, viewer = office): Promise<LetterView> => (await findLetter(viewer, Number(id)))!;
const seen = ({ id, version, revision }: LetterView) => ({ id, version, revision });
const clause = (target: number | string, parent = '') => ({ indicator: INDICATOR, target: String(target), dueMonth: `${year}-12`, text: '建设小庭园', parent });
const target = (value: number) => setTarget(office, { year, line: '', indicator: INDICATOR, target: String(value), dueMonth: `${year}-12`, text: '建设小庭园', version: 0 });
const start = (viewer: Viewer, kind: string, post: number) => draftLetter(viewer, { year, kind, party: String(post) });
const sign = async (viewer: Viewer, id: number | string) => { const letter = await shown(id, viewer); return signLetter(viewer, { id, version: letter.version, hash: letter.hash }); };

/** A township letter with one clause, offered. */
async function offered(): Promise<{ id: number | string; target: number | string }> {
  const root = await target(30);
  const { id } = await start(office, 'township', people.secretary.postId);
  await setClause(office, { ...seen(await shown(id)), ...clause(30, `t${root.id}`) });
  await offerLetter(office, seen(await shown(id)));
  return { id, target: root.id };
}
async function signed(): Promise<{ id: number | string; target: number | string }> {
  const made = await offered();
  await sign(leader, made.id);
  await sign(secretary, made.id);
  return made;
}

beforeEach(async () => {
  // Every test has a year of its own: letters are one a year for each party.
  year += 1;
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    const [mine, other] = [await makeTownship(tx), await makeTownship(tx)];
    const village = await makeVillage(tx, mine);
    return {
      office: await makePerson(tx, 'office-reviewer'), leader: await makePerson(tx, 'county-leader'),
      secretary: await makePerson(tx, 'township-secretary', { division: mine }), sibling: await makePerson(tx, 'township-secretary', { division: other }),
      team: await makePerson(tx, 'team-leader', { division: village }),
    };
  });
  people = made;
  [office, leader, secretary, sibling, teamLeader] = await Promise.all([viewerOf(made.office), viewerOf(made.leader), viewerOf(made.secretary), viewerOf(made.sibling), viewerOf(made.team)]);
});

describe('signing', () => {
  it('needs both sides, and the second signature puts it in force', async () => {
    const { id } = await offered();
    expect(await sign(office, id)).toMatchObject({ state: 'offered', side: 'from' });
    expect(await sign(secretary, id)).toMatchObject({ state: 'signed', side: 'to' });
    const letter = await shown(id);
    expect([letter.inForce, letter.signed.map(({ side, hash }) => [side, hash === letter.hash])]).toEqual([1, [['from', true], ['to', true]]]);
    expect(letter.steps.map(({ verb }) => verb)).toEqual(['conclude', 'sign', 'offer', 'write', 'draft']);
    const { rows } = await asSystem('job', async (tx) => { await tx.execute(sql`select set_config('app.audit', 'all', true)`); return tx.execute<{ command: string }>(sql`select command from audits where subject_kind = 'letter' and subject_id = ${String(id)} order by id`); });
    expect(rows.map(({ command }) => command)).toEqual(['letter.draft', 'clause.set', 'letter.offer', 'letter.sign', 'letter.sign']);
    expect(await asSystem('job', (tx) => violations(tx))).toEqual([]);
  });

  it('is for who holds the party\'s post today', async () => {
    const { id } = await offered();
    const hash = (await shown(id)).hash;
    expect(await code(signLetter(sibling, { id, version: 1, hash }))).toBe('not-found');
    expect(await code(signLetter(teamLeader, { id, version: 1, hash }))).toBe('not-found');
    await making((tx) => tx.execute(sql`update appointments set ends_on = '2018-03-01' where id = ${people.secretary.appointmentId}`));
    expect(await code(signLetter(await viewerOf(people.secretary), { id, version: 1, hash }))).toBe('not-found');
  });

  it('is never both sides by one person', async () => {
    const { id } = await offered();
    await sign(office, id);
    const { hash } = await shown(id);
    expect(await refusal(signLetter(office, { id, version: 1, hash }))).toMatchObject({ code: 'forbidden', reason: 'signed-already' });
    await making((tx) => tx.execute(sql`with left_office as (update appointments set ends_on = '2018-01-01' where id = ${people.secretary.appointmentId})
      insert into appointments (person_id, post_id, duty, division, starts_on) select ${office.personId}, id, 'township-secretary', division, '2018-01-01' from posts where id = ${people.secretary.postId}`));
    const both = (await viewerFor(office.accountId))!;
    expect((await refusal(signLetter(both, { id, version: 1, hash }))).reason).toBe('signed-already');
  });

  it('refuses another text than the one that was read', async () => {
    const { id } = await offered();
    const read = await shown(id, secretary);
    await withdrawLetter(office, { ...seen(await shown(id)), reason: '数字有误，重新起草' });
    await amendLetter(office, { id, version: 1, reason: '数字有误，重新起草' });
    await setClause(office, { ...seen(await shown(id)), no: 1, ...clause(40) });
    await offerLetter(office, seen(await shown(id)));
    expect(await refusal(signLetter(secretary, { id, version: 1, hash: read.hash }))).toMatchObject({ code: 'conflict', happened: { deed: 'letter.offer' } });
    expect(await code(signLetter(secretary, { id, version: 2, hash: read.hash }))).toBe('conflict');
    expect(await code(signLetter(secretary, { id, version: 2, hash: 'x' }))).toBe('invalid');
  });

  it('counts once when two sign for one side at once', async () => {
    const { id } = await offered();
    const both = await Promise.allSettled([sign(office, id), sign(leader, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await shown(id)).signed).toHaveLength(1);
    const race = await Promise.allSettled([sign(secretary, id), withdrawLetter(office, { ...seen(await shown(id)), reason: '暂缓签订，另行通知' })]);
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await asSystem('job', (tx) => violations(tx))).toEqual([]);
  });
});

describe('a signed letter', () => {
  it('does not change, not even by hand', async () => {
    const { id } = await signed();
    expect(await code(setClause(office, { ...seen(await shown(id)), no: 1, ...clause(1) }))).toBe('conflict');
    expect(await code(removeClause(office, { ...seen(await shown(id)), no: 1 }))).toBe('conflict');
    expect(await code(withdrawLetter(office, { ...seen(await shown(id)), reason: '不想履行了吧' }))).toBe('conflict');
    for (const statement of [sql`update letter_clauses set target = 1 where letter_id = ${id}`, sql`delete from letter_clauses where letter_id = ${id}`, sql`update letter_versions set text = 'x' where letter_id = ${id}`, sql`update letter_signatures set hash = 'x' where letter_id = ${id}`, sql`delete from letter_versions where letter_id = ${id}`])
      await expect(making((tx) => tx.execute(statement))).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|42501)$/) });
  });

  it('stays in force until both sides signed its amendment, which says what changed', async () => {
    const { id } = await signed();
    expect(await amendLetter(office, { id, version: 1, reason: '上级追加任务' })).toMatchObject({ version: 2, state: 'draft' });
    expect(await code(amendLetter(leader, { id, version: 1, reason: '上级追加任务' }))).toBe('conflict');
    await setClause(office, { ...seen(await shown(id)), no: 1, ...clause(36) });
    await offerLetter(office, seen(await shown(id)));
    await sign(leader, id);
    expect((await shown(id)).inForce).toBe(1);
    await sign(secretary, id);
    const letter = await shown(id);
    expect([letter.inForce, letter.versions.map(({ no, state, clauses }) => [no, state, clauses[0]!.target])]).toEqual([2, [[2, 'signed', 36], [1, 'superseded', 30]]]);
    expect(await asSystem('job', (tx) => violations(tx))).toEqual([]);
  });
});

describe('drafting', () => {
  it('is one letter a year for a party, by who signs for its issuer', async () => {
    const { id } = await start(office, 'township', people.secretary.postId);
    expect(await code(start(leader, 'township', people.secretary.postId))).toBe('conflict');
    expect(await code(start(secretary, 'township', people.secretary.postId))).toBe('forbidden');
    expect(await code(start(sibling, 'village', people.team.postId))).toBe('forbidden');
    expect(await code(start(office, 'township', people.team.postId))).toBe('not-found');
    expect(await code(start(office, 'township', 1_999_999_999))).toBe('not-found');
    expect(await code(offerLetter(office, seen(await shown(id))))).toBe('invalid');
    expect(await start(secretary, 'village', people.team.postId)).toMatchObject({ kind: 'village' });
  });

  it('refuses nonsense beside the field and keeps what is there', async () => {
    const { id } = await start(office, 'township', people.secretary.postId);
    const at = seen(await shown(id));
    const fields = async (over: object) => (await refusal(setClause(office, { ...at, ...clause(3), ...over }))).fields.map(({ field, problem }) => `${field} ${problem}`);
    expect(await fields({ target: '-1' })).toEqual(['target small']);
    expect(await fields({ target: '' })).toEqual(['target required']);
    expect(await fields({ target: '9e9' })).toEqual(['target number']);
    expect(await fields({ dueMonth: '2018-13' })).toEqual(['dueMonth month']);
    expect(await fields({ dueMonth: '2011-01' })).toEqual(['dueMonth other-year']);
    expect(await fields({ parent: 't999999' })).toEqual(['parent other-parent']);
    expect(await fields({ indicator: 'nothing' })).toEqual(['indicator choice']);
    expect(await fields({ text: '' })).toEqual(['text required']);
    expect((await shown(id)).clauses).toEqual([]);
    await setClause(office, { ...at, ...clause(3) });
    expect(await code(setClause(leader, { ...at, ...clause(4) }))).toBe('conflict');
    await removeClause(office, { ...seen(await shown(id)), no: 1 });
    expect((await shown(id)).clauses).toEqual([]);
  });

  it('a target is set until somebody was offered it', async () => {
    const { id: root } = await target(20);
    expect(await setTarget(leader, { year, line: '', indicator: INDICATOR, target: '30', dueMonth: `${year}-12`, text: '建设小庭园', version: 1 })).toMatchObject({ id: root, version: 2 });
    expect(await code(setTarget(office, { year, line: '', indicator: INDICATOR, target: '31', dueMonth: `${year}-12`, text: '建设小庭园', version: 1 }))).toBe('conflict');
    expect(await code(setTarget(secretary, { year, line: '', indicator: INDICATOR, target: '31', dueMonth: `${year}-12`, text: '建设小庭园', version: 2 }))).toBe('forbidden');
    const { id } = await start(office, 'township', people.secretary.postId);
    await setClause(office, { ...seen(await shown(id)), ...clause(30, `t${root}`) });
    await offerLetter(office, seen(await shown(id)));
    expect((await refusal(setTarget(office, { year, line: '', indicator: INDICATOR, target: '31', dueMonth: `${year}-12`, text: '建设小庭园', version: 2 }))).reason).toBe('target-signed');
  });
});

describe('splitting', () => {
  const give = async (root: number | string, values: Record<string, string>, over: object = {}, viewer = office) => {
    const basis = (await splitBasis(office, { target: Number(root), letter: null, clause: null, kind: 'township', weight: null, free: null }))!;
    const posts = Object.fromEntries(basis.rows.filter(({ unit }) => String(unit.post) in values).map(({ unit }) => [unit.post, unit.seen]));
    return splitClause(viewer, { target: root, kind: 'township', values, seen: posts, ...over });
  };

  it('makes drafts whose parts add up to the target, and asks before a gap', async () => {
    const { id: root } = await target(10);
    const [one, two] = [String(people.secretary.postId), String(people.sibling.postId)];
    expect((await refusal(give(root, { [one]: '6', [two]: '3' }))).fields).toEqual([{ field: 'accept', problem: 'split-gap', limit: 1 }]);
    const done = await give(root, { [one]: '6', [two]: '4' });
    expect(done.letters).toHaveLength(2);
    const tree = await letterTree(office, year, '2018-02');
    expect(tree.levels).toMatchObject([{ kind: 'township', gap: 0, missing: [], addsUp: true }]);
    expect(await code(give(root, { [one]: '6' }))).toBe('invalid');
    expect(await code(give(root, { [one]: '5' }, { accept: 'yes' }, secretary))).toBe('not-found');
  });

  it('amends what is signed, with a reason, and leaves the rest alone', async () => {
    const { id, target: root } = await signed();
    const [one, two] = [String(people.secretary.postId), String(people.sibling.postId)];
    expect((await refusal(give(root, { [one]: '20', [two]: '10' }))).fields).toEqual([{ field: 'reason', problem: 'reason' }]);
    await give(root, { [one]: '20', [two]: '10' }, { reason: '两乡镇调剂任务' });
    const letter = await shown(id);
    expect([letter.version, letter.state, letter.inForce, letter.clauses[0]!.target, letter.reason]).toEqual([2, 'draft', 1, 20, '两乡镇调剂任务']);
    await offerLetter(office, seen(letter));
    expect((await refusal(give(root, { [one]: '21', [two]: '9' }, { reason: '两乡镇再次调剂' }))).fields).toEqual([{ field: `values.${one}`, problem: 'letter-offered' }]);
  });

  it('leaves alone what another party issued', async () => {
    const { id } = await signed();
    const team = people.team.postId;
    const given = await making(async (tx) => {
      const { postId } = await makePerson(tx, 'department-head');
      const { rows: [post] } = await tx.execute<{ division: string }>(sql`select division from posts where id = ${team}`);
      return (await beginLetter(tx, { year, kind: 'first-secretary', fromPostId: postId, toPostId: team, toPersonId: null, division: post!.division, line: null }, office.personId))!;
    });
    const basis = await splitBasis(secretary, { target: null, letter: Number(id), clause: 1, kind: 'first-secretary', weight: null, free: null });
    expect(basis!.rows).toEqual([]);
    const { version, revision, clauses } = await shown(given);
    expect(await code(splitClause(secretary, { letter: id, clause: 1, kind: 'first-secretary', values: { [team]: '30' }, seen: { [team]: `${version}.${revision}` } }))).toBe('invalid');
    expect(await shown(given)).toMatchObject({ version, revision, clauses });
    expect((await splitClause(secretary, { letter: id, clause: 1, kind: 'village', values: { [team]: '30' }, seen: { [team]: '0' } })).letters).toHaveLength(1);
  });

  it('tells whoever saw an older letter', async () => {
    const { id: root } = await target(10);
    const one = String(people.secretary.postId);
    const both = await Promise.allSettled([give(root, { [one]: '10' }), splitClause(leader, { target: root, kind: 'township', values: { [one]: '9' }, seen: { [one]: '0' }, accept: 'yes' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
  });
});

it('tells which clause a filer\'s figure counts toward, with its pace', async () => {
  const { id } = await signed();
  const found = await clausesCounted(secretary, { kind: 'township', postId: people.secretary.postId, month: `${year}-06` as `${number}-${number}`, indicators: [INDICATOR, 'poverty.incidence'] });
  expect([...found.keys()]).toEqual([INDICATOR]);
  expect(found.get(INDICATOR)).toMatchObject({ letterId: id, no: 1, target: 30, pace: { expected: 50, done: 0, colour: 'red' } });
  expect((await clausesCounted(sibling, { kind: 'township', postId: people.secretary.postId, month: `${year}-06` as `${number}-${number}`, indicators: [INDICATOR] })).size).toBe(0);
});

describe('the letters of a post and of a place', () => {
  it('are those that bind it, with their state and clauses, and not those below it', async () => {
    year = 2018;
    const { id } = await offered();
    const own = { id: Number(id), year: 2018, kind: 'township', state: 'offered', clauses: 1 };
    expect(await lettersOf(secretary, { post: people.secretary.postId })).toMatchObject([own]);
    const place = (await shown(id)).division;
    expect(await lettersOf(secretary, { division: place })).toMatchObject([own]);
    expect(await lettersOf(teamLeader, { post: people.team.postId })).toEqual([]);
    expect(await lettersOf(office, { division: '510823' })).toEqual([]);
    await sign(leader, id);
    await sign(secretary, id);
    await making((tx) => setClock(tx, '2018-03-20 09:00+08'));
    expect((await shown(id)).month).toBe('2018-02');
    expect(await lettersOf(office, { post: people.secretary.postId })).toMatchObject([{ ...own, state: 'signed', colour: 'yellow' }]);
  });

  it('stay inside the viewer\'s ground, and are nothing to whoever sees no letters', async () => {
    year = 2017;
    await offered();
    expect(await lettersOf(sibling, { post: people.secretary.postId })).toEqual([]);
    const technician = await viewerOf(await making(async (tx) => makePerson(tx, 'technician', { division: await makeVillage(tx, await makeTownship(tx)) })));
    expect(await lettersOf(technician, { post: people.secretary.postId })).toBeNull();
  });

  it('leave out years that are over and those to come', async () => {
    year = 2040;
    await offered();
    expect(await lettersOf(office, { post: people.secretary.postId })).toEqual([]);
  });
});
