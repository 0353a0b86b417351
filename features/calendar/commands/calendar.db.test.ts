import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { readClock } from '@/db/clock';
import { making, makePerson, setClock } from '@/db/testing/fixtures';
import { deadlines, filingTime } from '@/domain/deadline';
import { daysOf } from '@/domain/filing-calendar';
import { addMonths, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { refusal } from '@/server/testing/asking';
import { filingCalendar } from '../queries/filing-calendar';
import { jobBoard } from '../queries/job-board';
import { changeCalendar } from './change-calendar';

let admin: Viewer;
const clock = (at: string) => making((tx) => setClock(tx, at));
const days = async (month: Month) => {
  const { dueDay, lockDay } = daysOf((await filingCalendar(admin)).rows, month);
  return `${dueDay}/${lockDay}`;
};

beforeAll(async () => {
  await clock('2018-03-01 09:00+08');
  const person = await making((tx) => makePerson(tx, 'system-administrator'));
  admin = (await viewerFor(person.accountId))!;
}, 120_000);

it('holds from a month on, or for one month, and leaves its audit row', async () => {
  await clock('2018-03-01 09:00+08');
  await changeCalendar(admin, { from: '2018-04', dueDay: '8', lockDay: '12', seen: '5/10' });
  await changeCalendar(admin, { from: '2018-06', dueDay: '9', lockDay: '15', span: 'only' });
  expect(await Promise.all((['2018-03', '2018-04', '2018-05', '2018-06', '2018-07'] as const).map(days))).toEqual(['5/10', '8/12', '8/12', '9/15', '8/12']);
  const { rows } = await making((tx) => tx.execute(sql`select set_config('app.audit', 'accounts', true)`).then(() => tx.execute<{ id: string }>(sql`
    select subject_id as id from audits where command = 'calendar.change' and person_id = ${admin.personId} order by id`)));
  expect(rows.map(({ id }) => id)).toEqual(['2018-04', '2018-06']);
});

it('refuses what is locked, past or askew, beside the field; and a screen that is out of date', async () => {
  await clock('2018-03-11 00:00+08');
  const fields = async (input: object) => (await refusal(changeCalendar(admin, { from: '2018-03', dueDay: 5, lockDay: 10, ...input }))).fields.map(({ field, problem }) => `${field} ${problem}`);
  expect(await fields({ from: '2018-02' })).toEqual(['from month-locked']);
  expect(await fields({ dueDay: 11 })).toEqual(['lockDay lock-before-due']);
  expect(await fields({ dueDay: 29 })).toEqual(['dueDay big']);
  expect(await fields({ lockDay: 'x' })).toEqual(['lockDay number']);
  expect((await refusal(changeCalendar(admin, { from: '2018-03', dueDay: 6, lockDay: 10, seen: '1/2' }))).code).toBe('conflict');
  const leader = (await viewerFor((await making((tx) => makePerson(tx, 'county-leader'))).accountId))!;
  expect((await refusal(changeCalendar(leader, { from: '2018-03', dueDay: 6, lockDay: 10 }))).code).toBe('forbidden');
});

it('lets one of two at once win', async () => {
  await clock('2019-03-01 09:00+08');
  const seen = await days('2019-05');
  const both = await Promise.allSettled([11, 12].map((dueDay) => changeCalendar(admin, { from: '2019-05', dueDay, lockDay: 20, span: 'only', seen })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('means the same instants in the database as in the rules, a millisecond round each lock, whatever the calendar', async () => {
  for (const [at, dueDay, lockDay] of [[0, 1, 1], [1, 28, 28], [2, 5, 10], [3, 15, 27], [10, 5, 10], [12, 3, 9]] as const) {
    const month = addMonths('2019-11', at);
    await making((tx) => tx.execute(sql`insert into filing_calendar (from_month, due_day, lock_day) values (${month}, ${dueDay}, ${lockDay}) on conflict (from_month) do update set due_day = excluded.due_day, lock_day = excluded.lock_day`));
    const { lockAt } = deadlines(month, { dueDay, lockDay });
    for (const ms of [-1, 0, 1]) {
      const now = new Date(lockAt.getTime() + ms);
      const open = await making((tx) => tx.execute<{ locked: boolean }>(sql`
        select ${now.toISOString()}::timestamptz >= ((${month} || '-01')::date + interval '1 month' + make_interval(days => lock_day)) at time zone 'Asia/Shanghai' as locked
        from filing_calendar where from_month = ${month}`));
      expect(open.rows[0]?.locked, `${month} ${ms}`).toBe(filingTime(month, { dueDay, lockDay }, now) === 'locked');
    }
    await clock(new Date(lockAt.getTime() - 60_000).toISOString());
    expect((await making(readClock)).openMonth).toBe(month);
    await clock(lockAt.toISOString());
    expect((await making(readClock)).openMonth).toBe(addMonths(month, 1));
  }
});

it('shows the administrator what ran and that no messenger is configured', async () => {
  await making((tx) => tx.execute(sql`insert into job_runs (job, occasion, made) values ('issue', '2018-03', 7)`));
  expect(await jobBoard(admin)).toMatchObject({ messenger: null, runs: [{ job: 'issue', occasion: '2018-03', made: 7 }], counts: { waiting: 0, delivered: 0, 'given-up': 0 } });
});
