import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { fenced } from '@/db/fence';
import { violations } from '@/db/invariants';
import { type MadePerson, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { open } from '@/db/vault';
import type { Viewer } from '@/domain/viewer';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { appoint } from './appoint';
import { enterPerson } from './enter-person';

const TODAY = '2018-03-01';
let secretary: MadePerson;
let viewers: Record<'office' | 'here' | 'sibling' | 'security' | 'secretary', Viewer>;
let name = '';

const HAN = '甲乙丙丁戊己庚辛壬癸';
const fresh = (id: number) => `新${[...String(id)].map((digit) => HAN[Number(digit)]).join('')}`;
const ask = (over: object = {}) => ({ post: secretary.postId, duty: 'cadre', name, gender: 'female', phone: '139 0000 4321', department: '', newest: 0, ...over });
const onRecord = async () => (await making((tx) => tx.execute<{ id: number; phone: Buffer | null; phoneTail: string | null; by: number }>(sql`
  select id, phone, phone_tail as "phoneTail", entered_by as by from people where name = ${name} order by id`))).rows;

beforeEach(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, `${TODAY}T09:00:00+08`);
    const township = await makeTownship(tx);
    const village = await makeVillage(tx, township);
    return {
      office: await makePerson(tx, 'office-reviewer', { name: '办公室甲' }), here: await makePerson(tx, 'township-secretary', { division: township }),
      sibling: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx) }), security: await makePerson(tx, 'security-administrator'),
      secretary: await makePerson(tx, 'first-secretary', { division: village }),
    };
  });
  secretary = made.secretary;
  name = fresh(secretary.personId);
  viewers = { office: await viewerOf(made.office), here: await viewerOf(made.here), sibling: await viewerOf(made.sibling), security: await viewerOf(made.security), secretary: await viewerOf(made.secretary) };
});

describe('entering a person who is not on record', () => {
  it('keeps the telephone sealed, leaves its audit row, and the person can be appointed', async () => {
    const { id } = await enterPerson(viewers.here, ask({ name: ` ${name} ` }), '10.0.0.7');
    const [entered] = await onRecord();
    expect(entered).toMatchObject({ id, phoneTail: '4321', by: viewers.here.personId });
    expect(open(entered!.phone!, `people:${id}:phone`)).toBe('13900004321');
    const audits = async (duty: 'auditor' | 'audit-administrator') => (await fenced(await viewerOf(await making((tx) => makePerson(tx, duty))), (tx) => tx.execute<{ after: object }>(sql`
      select command, before, after, address, division from audits where subject_kind = 'person' and subject_id = ${String(id)}`))).rows;
    expect(await audits('auditor')).toMatchObject([{ command: 'person.enter', before: null, after: { name, gender: 'female', phone: '***', duty: 'cadre' }, address: '10.0.0.7' }]);
    expect(await audits('audit-administrator')).toHaveLength(1);
    expect(await outcome(appoint(viewers.here, { post: secretary.postId, duty: 'cadre', person: id, startsOn: TODAY, reason: '新到岗' }))).toBe('done');
    expect(await making((tx) => violations(tx))).toEqual([]);
  });

  it('is for whoever appoints to that seat', async () => {
    for (const who of ['sibling', 'security', 'secretary'] as const) expect(await outcome(enterPerson(viewers[who], ask())), who).toBe('forbidden');
    expect(await outcome(enterPerson(viewers.here, ask({ duty: 'first-secretary' })))).toBe('forbidden');
    expect(await outcome(enterPerson(viewers.here, ask({ post: undefined, duty: undefined, replaces: secretary.appointmentId })))).toBe('forbidden');
    expect(await outcome(enterPerson(viewers.here, ask({ post: 2_000_000_000 })))).toBe('not-found');
    expect(await outcome(enterPerson(viewers.office, ask({ replaces: 2_000_000_000 })))).toBe('not-found');
    expect(await outcome(enterPerson(viewers.office, ask({ duty: undefined })))).toBe('not-found');
    expect(await onRecord()).toEqual([]);
    expect(await outcome(enterPerson(viewers.office, ask({ post: undefined, duty: undefined, replaces: secretary.appointmentId })))).toBe('done');
  });

  it('of two at once takes one, and tells the other who was faster', async () => {
    const outcomes = await Promise.allSettled([enterPerson(viewers.office, ask()), enterPerson(viewers.office, ask({ gender: 'male' }))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict', happened: { who: '办公室甲', deed: 'person.enter' } } });
    expect(await onRecord()).toHaveLength(1);
  });

  it('of the same name asks to be told apart first', async () => {
    const { id } = await enterPerson(viewers.office, ask());
    const again = ask({ name: name.split('').join(' '), newest: id });
    expect(await refusal(enterPerson(viewers.office, again))).toMatchObject({ code: 'invalid', fields: [{ field: 'apart', problem: 'namesakes', limit: 1 }] });
    expect(await outcome(enterPerson(viewers.office, { ...again, apart: 'on' }))).toBe('done');
    expect(await onRecord()).toHaveLength(2);
  });

  it('does not take nonsense', async () => {
    for (const wrong of [{ name: 'cadre-00900' }, { name: '' }, { name: '长'.repeat(33) }, { gender: 'x' }, { phone: '12' }, { department: 'nowhere' }, { newest: -1 }])
      expect(await outcome(enterPerson(viewers.office, ask(wrong))), JSON.stringify(wrong)).toBe('invalid');
    expect(await onRecord()).toEqual([]);
  });
});
