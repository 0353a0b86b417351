import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { fenced } from '@/db/fence';
import { violations } from '@/db/invariants';
import { differences, measureAll } from '@/db/measure';
import { assign, type MadePerson, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { readGaps } from '@/features/assignments/queries/coverage';
import { saveChecklist } from '@/features/checklists/commands/save';
import { openSession } from '@/server/sign-in';
import { viewerFor, viewerOfSession } from '@/server/viewer';
import { viewerOf } from '@/server/testing/asking';
import { appoint } from './appoint';
import { end } from './end';
import { replace } from './replace';

const TODAY = '2018-03-01';
const reason = '轮换期满';
let township: string;
let village: string;
let people: Record<'office' | 'here' | 'sibling' | 'security' | 'audit' | 'secretary' | 'cadre' | 'next' | 'free', MadePerson>;
let viewers: Record<'office' | 'here' | 'sibling' | 'security' | 'secretary', Viewer>;

/** A person with an account who serves nowhere. */
const makeFree = async (): Promise<MadePerson> => making(async (tx) => {
  const made = await makePerson(tx, 'evaluator');
  await tx.execute(sql`delete from appointments where id = ${made.appointmentId}`);
  return made;
});
const one = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) => (await making((tx) => tx.execute<Row>(query))).rows[0];
const sound = () => making(async (tx) => {
  expect((await differences(tx)).filter(({ division }) => division.startsWith(township))).toEqual([]);
  expect(await violations(tx)).toEqual([]);
});
const gaps = async () => (await readGaps(viewers.here, areaOf(township), '2018-03')).gaps;
const whoFiles = (month: string) => one<{ person: number; appointment: number; state: string }>(sql`
  select person_id as person, appointment_id as appointment, state from checklists where post_id = ${people.secretary.postId} and month = ${month}`);

beforeEach(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, `${TODAY}T09:00:00+08`);
    township = await makeTownship(tx);
    village = await makeVillage(tx, township);
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01') on conflict do nothing`);
    const secretary = await makePerson(tx, 'first-secretary', { division: village, name: '老书记' });
    const cadre = await makePerson(tx, 'cadre', { division: village, postId: secretary.postId });
    await assign(tx, cadre, await makeHousehold(tx, village));
    const all = {
      office: await makePerson(tx, 'office-reviewer', { name: '办公室甲' }), here: await makePerson(tx, 'township-secretary', { division: township }),
      sibling: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx) }), security: await makePerson(tx, 'security-administrator'),
      audit: await makePerson(tx, 'audit-administrator'), secretary, cadre, next: await makePerson(tx, 'team-member', { division: village, postId: secretary.postId, name: '新书记' }),
    };
    await measureAll(tx);
    await issueChecklists(tx, '2018-02', secretary.postId);
    return all;
  });
  people = { ...made, free: await makeFree() };
  viewers = { office: await viewerOf(made.office), here: await viewerOf(made.here), sibling: await viewerOf(made.sibling), security: await viewerOf(made.security), secretary: await viewerOf(made.secretary) };
});

describe('replacing', () => {
  const ask = (over: object = {}) => ({ id: people.secretary.appointmentId, was: '', person: people.next.personId, startsOn: TODAY, reason, ...over });

  it('ends the one and begins the other on the same day: rights, checklists, history, audit and measurements follow', async () => {
    const sid = await openSession(people.secretary.accountId, null);
    expect((await viewerOfSession(sid))?.roles).toEqual(['first-secretary']);
    const before = await gaps();
    const { successor } = await replace(viewers.office, ask());
    expect(await viewerOfSession(sid)).toBeNull();
    const next = await viewerOf(people.next);
    expect(next.roles).toEqual(['team-member', 'first-secretary']);
    expect(await gaps()).toEqual(before);
    // February was not filed: it is the new one's now, and so is March.
    expect(await whoFiles('2018-02')).toEqual({ person: people.next.personId, appointment: successor, state: 'open' });
    expect(await whoFiles('2018-03')).toEqual({ person: people.next.personId, appointment: successor, state: 'open' });
    const { id } = (await one<{ id: number }>(sql`select id from checklists where post_id = ${people.secretary.postId} and month = '2018-02'`))!;
    await expect(saveChecklist(viewers.secretary, { id, version: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await saveChecklist(next, { id, version: 1 });
    const auditor = await viewerOf(await making((tx) => makePerson(tx, 'auditor')));
    const { rows } = await fenced(auditor, (tx) => tx.execute<{ command: string; kind: string; before: object | null; after: object }>(sql`
      select command, subject_kind as kind, before, after from audits where division = ${village} and (command = 'checklist.pass-on' or command like 'appointment.%') order by id`));
    expect(rows).toMatchObject([
      { command: 'appointment.replace', kind: 'appointment', before: null, after: { person: '新书记', startsOn: TODAY, reason } },
      { command: 'checklist.pass-on', kind: 'checklist', before: { filer: '老书记' }, after: { filer: '新书记' } },
      { command: 'appointment.replace', kind: 'appointment', before: { endsOn: null, reason: null }, after: { endsOn: TODAY, reason } },
    ]);
    await sound();
  });

  it('lets one of two win, and tells the other', async () => {
    const outcomes = await Promise.allSettled([replace(viewers.office, ask()), replace(viewers.office, ask({ person: people.free.personId }))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict', happened: { who: '办公室甲', deed: 'appointment.replace' } } });
    await expect(replace(viewers.office, ask())).rejects.toMatchObject({ code: 'conflict' });
    expect((await one<{ holders: number }>(sql`select count(*)::int as holders from appointments where post_id = ${people.secretary.postId} and duty = 'first-secretary' and ends_on is null`))?.holders).toBe(1);
    await sound();
  });

  it('on a later day changes nothing today', async () => {
    await replace(viewers.office, ask({ startsOn: '2018-03-20' }));
    expect((await viewerOf(people.secretary)).roles).toEqual(['first-secretary']);
    expect((await viewerOf(people.next)).roles).toEqual(['team-member']);
    expect(await whoFiles('2018-02')).toMatchObject({ person: people.secretary.personId });
    expect((await gaps()).vacancy).toBe(1);
    await sound();
  });

  it('says what is wrong, beside the field', async () => {
    await expect(replace(viewers.office, ask({ person: people.secretary.personId }))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'person', problem: 'serves-already' }] });
    await expect(replace(viewers.office, ask({ startsOn: '2013-01-01' }))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'startsOn', problem: 'ends-before' }] });
    await expect(replace(viewers.office, ask({ person: people.audit.personId }))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'person', problem: 'administrator-alone' }] });
    await making((tx) => tx.execute(sql`update checklists set first_submitted_at = county_now() where post_id = ${people.secretary.postId} and month = '2018-02'`));
    await expect(replace(viewers.office, ask({ startsOn: '2018-02-01' }))).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'startsOn', problem: 'filed-since' }] });
    await making((tx) => tx.execute(sql`update checklists set first_submitted_at = null where post_id = ${people.secretary.postId}`));
  });
});

describe('ending', () => {
  const ask = (person: MadePerson, over: object = {}) => ({ id: person.appointmentId, was: '', endsOn: TODAY, reason, ...over });

  it('leaves a vacancy, and takes back the untouched checklist of a month not served', async () => {
    await making((tx) => issueChecklists(tx, '2018-03', people.secretary.postId));
    const before = await gaps();
    await end(viewers.office, ask(people.secretary));
    expect((await gaps()).vacancy).toBe(before.vacancy + 1);
    expect(await whoFiles('2018-03')).toBeUndefined();
    expect(await whoFiles('2018-02')).toMatchObject({ person: people.secretary.personId });
    await expect(end(viewers.office, ask(people.secretary))).rejects.toMatchObject({ code: 'conflict', happened: { who: '办公室甲', deed: 'appointment.end' } });
    // Whoever comes next takes over what is still open.
    await appoint(viewers.office, { post: people.secretary.postId, duty: 'first-secretary', person: people.free.personId, startsOn: TODAY, reason });
    expect(await whoFiles('2018-02')).toMatchObject({ person: people.free.personId });
    expect(await gaps()).toEqual(before);
    await sound();
  });

  it('of a cadre leaves the households to nobody, on every screen', async () => {
    expect((await gaps()).orphaned).toBe(0);
    await end(viewers.here, ask(people.cadre));
    expect((await gaps()).orphaned).toBe(1);
    expect((await viewerFor(people.cadre.accountId))?.scope.households).toEqual([]);
    await sound();
  });

  it('of what shall not begin cancels it', async () => {
    const { id } = await appoint(viewers.here, { post: people.secretary.postId, duty: 'technician', person: people.free.personId, startsOn: '2018-06-01', reason });
    expect(await readGaps(viewers.here, areaOf(township), '2018-06')).toMatchObject({ gaps: { 'no-technician': 0 } });
    await end(viewers.here, { id, was: '', endsOn: '2018-06-01', reason });
    expect(await readGaps(viewers.here, areaOf(township), '2018-06')).toMatchObject({ gaps: { 'no-technician': 1 } });
    await sound();
  });

  it('of the last security administrator is refused, and nobody ends the own', async () => {
    await expect(end(viewers.security, ask(people.security))).rejects.toMatchObject({ code: 'forbidden' });
    const second = await makeFree();
    const { id } = await appoint(viewers.security, { post: people.security.postId, duty: 'security-administrator', person: second.personId, startsOn: TODAY, reason });
    await end(viewers.security, { id, was: '', endsOn: TODAY, reason });
  });
});

describe('appointing', () => {
  const ask = (over: object = {}) => ({ post: people.secretary.postId, duty: 'technician', person: people.free.personId, startsOn: TODAY, reason, ...over });

  it('is for whoever really does it: the office the field, a township its helpers, the security administrator the system', async () => {
    for (const [who, input] of [
      ['here', ask({ duty: 'first-secretary' })], ['sibling', ask()], ['security', ask()], ['secretary', ask()],
      ['office', ask({ post: people.office.postId, duty: 'office-reviewer' })], ['office', ask({ person: people.office.personId })],
      ['here', ask({ post: people.security.postId, duty: 'system-administrator' })],
    ] as const) await expect(appoint(viewers[who], input), who).rejects.toMatchObject({ code: 'forbidden' });
    await expect(end(viewers.sibling, { id: people.cadre.appointmentId, was: '', endsOn: TODAY, reason })).rejects.toMatchObject({ code: 'forbidden' });
    await appoint(viewers.here, ask());
    expect((await viewerOf(people.free)).scope.area).toEqual(areaOf(village));
    await appoint(viewers.security, ask({ post: people.office.postId, duty: 'office-reviewer', person: (await makeFree()).personId }));
    await sound();
  });

  it('of two to an empty seat takes one', async () => {
    const other = await makeFree();
    const seat = (person: MadePerson) => ask({ duty: 'team-leader', person: person.personId });
    const outcomes = await Promise.allSettled([appoint(viewers.office, seat(people.free)), appoint(viewers.office, seat(other))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { fields: [{ field: 'startsOn', problem: 'seat-taken' }] } });
  });

  it('tells whose form is older who was faster', async () => {
    const latest = (await one<{ id: number }>(sql`select max(id) as id from appointments where post_id = ${people.secretary.postId}`))!.id;
    const { id } = await appoint(viewers.office, ask({ duty: 'team-leader', latest }));
    const late = ask({ duty: 'team-leader', person: (await makeFree()).personId, latest });
    await expect(appoint(viewers.office, late)).rejects.toMatchObject({ code: 'conflict', happened: { who: '办公室甲', deed: 'appointment.appoint' } });
    await expect(appoint(viewers.office, { ...late, latest: id })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'startsOn', problem: 'seat-taken' }] });
  });

  it('to a second post is allowed, and listed', async () => {
    const post = (await one<{ id: number }>(sql`insert into posts (kind, name, division, established_on) values ('relief-village', '岗', ${village}, '2014-01-01') returning id`))!.id;
    await making((tx) => measureAll(tx));
    await appoint(viewers.here, ask({ post, duty: 'relief-village-clerk', person: people.next.personId }));
    expect((await gaps())['double-post']).toBe(1);
    await sound();
  });

  it('does not take nonsense', async () => {
    for (const wrong of [{ post: 'x' }, { duty: 'king' }, { person: -1 }, { startsOn: '2018-02-30' }, { startsOn: '' }, { endsOn: 'never' }, { reason: ' ' }, { reason: '长'.repeat(201) }, { duty: 'auditor' }])
      await expect(appoint(viewers.office, ask(wrong)), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'duty' in wrong && wrong.duty === 'auditor' ? 'forbidden' : 'invalid' });
    await expect(appoint(viewers.office, ask({ person: 2_000_000_000 }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(appoint(viewers.office, ask({ post: 2_000_000_000 }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(end(viewers.office, { id: 2_000_000_000, was: '', endsOn: TODAY, reason })).rejects.toMatchObject({ code: 'not-found' });
  });
});
