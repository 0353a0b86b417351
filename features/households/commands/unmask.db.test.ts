import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, fenced } from '@/db/fence';
import { appoint, assign, makeHousehold, makePerson, makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import { seal } from '@/db/vault';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { outcome } from '@/server/testing/asking';
import { unmask } from './unmask';

const ID_NUMBER = '51999919800101002X';
const PHONE = '13900001234';
let village: string;
let other: string;
let household: number;
let neighbour: number;
let member: number;

beforeAll(() => making(async (tx) => {
  const township = await makeTownship(tx);
  village = await makeVillage(tx, township);
  other = await makeVillage(tx, await makeTownship(tx));
  household = await makeHousehold(tx, village);
  neighbour = await makeHousehold(tx, village);
  const { rows } = await tx.execute<{ id: number }>(sql`select id from members where household_id = ${household}`);
  member = rows[0]?.id ?? 0;
  await tx.execute(sql`update members set id_number = ${seal(ID_NUMBER, `members:${member}:id_number`)} where id = ${member}`);
  await tx.execute(sql`update households set phone = ${seal(PHONE, `households:${household}:phone`)} where id = ${household}`);
}));

const as = async (duty: Duty, division?: string, assigned?: number): Promise<Viewer> => {
  const person = await making(async (tx) => {
    const made = await makePerson(tx, duty, { division });
    if (assigned) await assign(tx, made, assigned);
    return made;
  });
  return (await viewerFor(person.accountId)) as Viewer;
};
const ask = (viewer: Viewer, more: object = {}) => unmask(viewer, { household, what: 'id-number', member, reason: '核对银行卡户名', ...more }, '10.0.0.1');

describe('seeing a full number', () => {
  it('shows it to who may, and writes who, what and why into the trail, but not the number', async () => {
    const office = await as('office-reviewer');
    expect((await ask(office)).secret).toBe(ID_NUMBER);
    expect((await ask(office, { what: 'phone' })).secret).toBe(PHONE);
    const rows = await fenced(office, async (tx) => (await tx.execute(sql`select command, after from audits where subject_kind = 'household' and subject_id = ${String(household)} order by id`)).rows);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ command: 'household.unmask', after: { what: 'id-number', member, reason: '核对银行卡户名', secret: '***' } });
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${ID_NUMBER}|${PHONE}`));
  });

  it('asks for a reason', async () => {
    const office = await as('office-reviewer');
    for (const reason of ['', '   ', 'x', 'x'.repeat(201), undefined]) expect(await outcome(ask(office, { reason }))).toBe('invalid');
  });

  it('is refused to who may only see masks, and finds nothing for an outsider', async () => {
    expect(await outcome(ask(await as('county-leader')))).toBe('forbidden');
    expect(await outcome(ask(await as('team-member', village)))).toBe('forbidden');
    expect(await outcome(ask(await as('team-leader', other)))).toBe('not-found');
    expect(await outcome(ask(await as('security-administrator')))).toBe('not-found');
  });

  it('is for a cadre only of the own households', async () => {
    expect((await ask(await as('cadre', village, household))).secret).toBe(ID_NUMBER);
    expect(await outcome(ask(await as('cadre', village)))).toBe('not-found');
    expect(await outcome(ask(await as('cadre', village, neighbour)))).toBe('not-found');
  });

  it('finds nothing that is not there: another household\'s member, no card', async () => {
    const office = await as('office-reviewer');
    expect(await outcome(ask(office, { household: neighbour }))).toBe('not-found');
    expect(await outcome(ask(office, { what: 'card' }))).toBe('not-found');
    expect(await outcome(ask(office, { member: undefined }))).toBe('not-found');
  });

  it('does not open a value that was moved from another row', async () => {
    await asSystem('job', (tx) => tx.execute(sql`update households set phone = (select phone from households where id = ${household}) where id = ${neighbour}`));
    await expect(ask(await as('office-reviewer'), { household: neighbour, what: 'phone' })).rejects.toThrow();
  });

  it('ends with the appointment', async () => {
    const person = await making(async (tx) => {
      const made = await makePerson(tx, 'evaluator');
      await appoint(tx, made, 'team-leader', village);
      return made;
    });
    const viewer = (await viewerFor(person.accountId)) as Viewer;
    expect((await ask(viewer)).secret).toBe(ID_NUMBER);
    await making((tx) => tx.execute(sql`update appointments set ends_on = '2018-01-01' where person_id = ${person.personId} and duty = 'team-leader'`));
    expect(await outcome(ask((await viewerFor(person.accountId)) as Viewer))).toBe('not-found');
  });
});
