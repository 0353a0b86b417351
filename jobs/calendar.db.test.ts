import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, type Tx } from '@/db/fence';
import { makePerson, makeTownship, makeVillage, makeZone, setClock } from '@/db/testing/fixtures';
import { workNext } from './calendar';
import { issueToNewcomers } from './newcomers';

class Undo extends Error {}

/** Runs in a county of its own, and undoes everything: the jobs join the open transaction. */
async function within(run: (tx: Tx, county: Awaited<ReturnType<typeof make>>) => Promise<void>): Promise<void> {
  await asSystem('job', async (tx) => {
    await run(tx, await make(tx));
    throw new Undo();
  }).catch((failure: unknown) => {
    if (!(failure instanceof Undo)) throw failure;
  });
}

/** Headquarters, a zone, a township and a village team, each under the other; a line's sub-command beside them. */
async function make(tx: Tx) {
  await setClock(tx, '2018-03-01 09:00+08');
  const township = await makeTownship(tx, await makeZone(tx, 4));
  const village = await makeVillage(tx, township);
  const leader = await makePerson(tx, 'county-leader');
  const zone = await makePerson(tx, 'zone-commander', { zoneNo: 4 });
  const chief = await makePerson(tx, 'township-secretary', { division: township });
  const secretary = await makePerson(tx, 'first-secretary', { division: village });
  const sub = await makePerson(tx, 'sub-commander', { line: 'housing' });
  for (const [below, above] of [[secretary, chief], [chief, zone], [zone, leader], [sub, leader]] as const) {
    await tx.execute(sql`update posts set parent_id = ${above.postId} where id = ${below.postId}`);
  }
  return { village, leader, zone, chief, secretary, sub, stranger: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx, 5) }) };
}

async function workAll(): Promise<string[]> {
  const worked: string[] = [];
  for (let next = await workNext(); next; next = await workNext()) worked.push(`${next.job} ${next.key}`);
  return worked;
}

const at = async (tx: Tx, clock: string) => {
  await setClock(tx, clock);
  return workAll();
};
const months = async (tx: Tx, appointment: number) =>
  (await tx.execute<{ month: string }>(sql`select month from checklists where appointment_id = ${appointment} order by month`)).rows.map(({ month }) => month);
const told = async (tx: Tx, person: number) =>
  (await tx.execute<{ line: string }>(sql`select concat_ws(' ', kind, moment, month, missing) as line from inbox_messages where person_id = ${person} order by id`)).rows.map(({ line }) => line);

beforeAll(async () => {
  await asSystem('job', async (tx) => {
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01'), ('township', '2014-01'), ('sub-command', '2014-01')`);
  });
}, 120_000);

describe('the calendar', () => {
  it('begins a new county with its running month, and does each thing once', () => within(async (tx, { secretary }) => {
    expect(await workAll()).toEqual(['issue 2018-03']);
    expect(await workAll()).toEqual([]);
    expect(await months(tx, secretary.appointmentId)).toEqual(['2018-03']);
  }));

  it('issues, reminds and closes at the instant, not a millisecond before', () => within(async (tx) => {
    await workAll();
    for (const [clock, expected] of [
      ['2018-03-31 23:59:59.9+08', []], ['2018-04-01 00:00+08', ['issue 2018-04']], ['2018-04-02 08:00+08', ['remind 2018-03 before']],
      ['2018-04-05 08:00+08', ['remind 2018-03 due']], ['2018-04-06 08:00+08', ['remind 2018-03 overdue']], ['2018-04-11 00:00+08', ['close 2018-03']],
    ] as const) expect(await at(tx, clock), clock).toEqual(expected);
  }));

  it('catches up in order after months of standstill; reminders that were overtaken reach nobody', () => within(async (tx, { secretary, chief }) => {
    await workAll();
    const worked = await at(tx, '2018-06-20 12:00+08');
    expect(worked.filter((key) => key.startsWith('issue'))).toEqual(['issue 2018-04', 'issue 2018-05', 'issue 2018-06']);
    expect(worked.filter((key) => key.startsWith('close'))).toEqual(['close 2018-03', 'close 2018-04', 'close 2018-05']);
    expect(worked.indexOf('close 2018-03')).toBeLessThan(worked.indexOf('issue 2018-05'));
    expect(await months(tx, secretary.appointmentId)).toEqual(['2018-03', '2018-04', '2018-05', '2018-06']);
    expect(await told(tx, secretary.personId)).toEqual([]);
    expect(await told(tx, chief.personId)).toEqual(['digest locked 2018-03 1', 'digest locked 2018-04 1', 'digest locked 2018-05 1']);
  }));

  it('takes up again what a process left undone when it was killed', () => within(async (tx, { secretary }) => {
    await workAll();
    await setClock(tx, '2018-04-01 00:00+08');
    await tx.execute(sql`savepoint killed`);
    expect((await workNext())?.key).toBe('2018-04');
    await tx.execute(sql`rollback to savepoint killed`);
    expect(await months(tx, secretary.appointmentId)).toEqual(['2018-03']);
    expect(await workAll()).toEqual(['issue 2018-04']);
    expect(await months(tx, secretary.appointmentId)).toEqual(['2018-03', '2018-04']);
  }));

  it('follows the calendar of the month', () => within(async (tx) => {
    await workAll();
    await tx.execute(sql`insert into filing_calendar (from_month, due_day, lock_day) values ('2018-03', 8, 8), ('2018-04', 5, 10)`);
    expect(await at(tx, '2018-04-08 23:59+08')).toEqual(['issue 2018-04', 'remind 2018-03 before', 'remind 2018-03 due']);
    expect(await at(tx, '2018-04-09 00:00+08')).toEqual(['close 2018-03']);
  }));
});

describe('newcomers', () => {
  it('get theirs on the day they begin, those before them not again, and nobody a locked month', () => within(async (tx, { village, secretary }) => {
    await workAll();
    expect(await issueToNewcomers()).toBe(0);
    const late = await makePerson(tx, 'first-secretary', { division: village });
    await tx.execute(sql`update appointments set starts_on = '2018-03-20' where id = ${late.appointmentId}`);
    await setClock(tx, '2018-03-19 23:59+08');
    await issueToNewcomers();
    expect(await months(tx, late.appointmentId)).toEqual([]);
    await setClock(tx, '2018-03-20 00:00+08');
    expect(await issueToNewcomers()).toBe(1);
    expect(await issueToNewcomers()).toBe(0);
    expect(await months(tx, late.appointmentId)).toEqual(['2018-03']);
    expect(await months(tx, secretary.appointmentId)).toEqual(['2018-03']);
    await setClock(tx, '2018-04-11 00:00+08');
    await workAll();
    const behind = await makePerson(tx, 'first-secretary', { division: village });
    await issueToNewcomers();
    expect(await months(tx, behind.appointmentId)).toEqual(['2018-04']);
  }));
});

describe('reminders and digests', () => {
  it('go to the filer, then up the filer\'s own line, one post further each time, and to nobody else', () => within(async (tx, { leader, zone, chief, secretary, sub, stranger }) => {
    await workAll();
    await tx.execute(sql`update checklists set state = 'submitted', first_submitted_at = county_now() where appointment_id in (${chief.appointmentId}, ${stranger.appointmentId})`);
    await at(tx, '2018-04-02 08:00+08');
    expect(await told(tx, secretary.personId)).toEqual(['reminder before 2018-03']);
    for (const { personId } of [chief, zone, leader, stranger]) expect(await told(tx, personId)).toEqual([]);
    await at(tx, '2018-04-05 08:00+08');
    expect(await told(tx, chief.personId)).toEqual(['digest due 2018-03 1']);
    expect(await told(tx, zone.personId)).toEqual([]);
    expect(await told(tx, leader.personId)).toEqual(['digest due 2018-03 1']);
    await tx.execute(sql`update checklists set state = 'returned', first_submitted_at = county_now() where appointment_id = ${sub.appointmentId}`);
    await at(tx, '2018-04-06 08:00+08');
    expect(await told(tx, zone.personId)).toEqual(['digest overdue 2018-03 1']);
    expect(await told(tx, leader.personId)).toHaveLength(1);
    expect(await told(tx, sub.personId)).toEqual(['reminder before 2018-03', 'reminder due 2018-03']);
    expect(await told(tx, stranger.personId)).toEqual([]);
  }));
});
