import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { indicator, INDICATOR_IDS } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { changesOf } from '../measure';
import { instant } from './calendar';
import { Dice } from './dice';
import type { Household } from './households';
import type { Writer } from './write';

/**
 * A mistake in a month that was closed, and when it was put right. The rows first stand wrong and are measured so; then they are
 * corrected and the difference is booked in the month that was open. True now is right; known then keeps the mistake.
 */
export interface Correction {
  table: 'households' | 'housing_cases' | 'parks';
  id: number;
  division: string;
  column: string;
  wrong: string | null;
  right: string | null;
  /** The month whose books were open when it was corrected, and that day. */
  known: Month;
  on: string;
  why: string;
}

const dice = new Dice('corrections');

/** Three households, a house and a park, all of December 2017. */
export async function chooseCorrections(out: Writer, households: readonly Household[]): Promise<Correction[]> {
  await out.settled();
  const plain = households.filter((household) => household.village.township.pace > 0.8 && !household.village.exitedOn && household.size >= 3);
  const lifted = plain.filter((household) => household.exitedOn?.startsWith('2017-12'));
  const left = plain.filter((household) => !household.exitYear);
  const one = (list: readonly Household[], key: number) => dice.pick(list, key);
  const [late, otherLate, struck] = [one(lifted, 1), one(lifted, 2), one(left, 3)];
  const { rows: [moved] } = await out.tx.query<{ id: number; division: string; day: string }>(
    `select id, division, moved_in_on::text as day from housing_cases where programme = 'relocation' and moved_in_on between '2018-01-04' and '2018-01-20' order by id limit 1`);
  const { rows: [park] } = await out.tx.query<{ id: number; division: string; day: string }>(
    `select id, division, built_on::text as day from parks where built_on between '2017-10-01' and '2017-12-31' order by id limit 1`);
  const household = (item: Household, wrong: string | null, known: Month, on: string, why: string): Correction =>
    ({ table: 'households', id: item.id, division: item.village.code, column: 'exited_on', wrong, right: item.exitedOn, known, on, why });
  return [
    household(late, null, '2018-01', '2018-01-16', '脱贫退出手续年前已办结，系统漏登，补录'),
    household(otherLate, null, '2018-02', '2018-02-08', '乡镇补报退出公示材料，补录退出日期'),
    household(struck, '2017-12-12', '2018-02', '2018-02-22', '复核发现退出程序未完成，撤销退出登记'),
    { table: 'housing_cases', ...moved!, column: 'moved_in_on', wrong: '2017-12-22', right: moved!.day, known: '2018-02', on: '2018-02-05', why: '实际入住日期登记有误，按入住协议更正' },
    { table: 'parks', ...park!, column: 'built_on', wrong: '2018-01-10', right: park!.day, known: '2018-02', on: '2018-02-12', why: '产业园验收日期登记有误，更正' },
  ];
}

/** Puts the mistakes in, before anything is measured. */
export async function mistake(out: Writer, corrections: readonly Correction[]): Promise<void> {
  for (const { table, id, column, wrong } of corrections) await out.tx.query(`update ${table} set ${column} = $1 where id = $2`, [wrong, id]);
}

/** Puts the mistakes right, books the differences and leaves the trail a correction leaves. */
export async function correct(out: Writer, corrections: readonly Correction[], clerk: number): Promise<void> {
  await out.settled();
  const tx = drizzle(out.tx as never);
  const { rows: [person] } = await out.tx.query<{ name: string }>(`select name, set_config('app.person', $1, true) from people where id = $2`, [String(clerk), clerk]);
  for (const { table, id, division, column, wrong, right, known, on, why } of corrections) {
    await out.tx.query(`update ${table} set ${column} = $1 where id = $2`, [right, id]);
    for (const figure of INDICATOR_IDS.filter((each) => 'register' in indicator(each))) {
      const here = sql`r.division = ${division}`;
      await tx.execute(sql`
        with diff as (
          select coalesce(n.month, m.month) as month, coalesce(n.change, 0) - coalesce(m.change, 0) as change
          from (${changesOf(figure, here)}) as n
          full join (select month, sum(change) as change from measurements where indicator = ${figure} and division = ${division} group by month) as m on m.month = n.month
        ), place as (
          insert into measurements (indicator, division, month, known, change)
          select ${figure}, ${division}, month, greatest(month, ${known}), change from diff where change <> 0
          on conflict (indicator, division, month, known) do update set change = measurements.change + excluded.change
        )
        insert into township_measurements (indicator, division, month, known, change)
        select ${figure}, left(${division}, 9), month, greatest(month, ${known}), change from diff where change <> 0
        on conflict (indicator, division, month, known) do update set change = township_measurements.change + excluded.change`);
    }
    const subject = table === 'households' ? 'household' : table === 'parks' ? 'park' : 'housing-case';
    await out.sql(
      `insert into audits (at, person_id, actor, command, subject_kind, subject_id, division, before, after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [instant(on, 10 * 60 + (id % 50)), clerk, person!.name, `${subject}.correct`, subject, String(id), division, JSON.stringify({ [column]: wrong }), JSON.stringify({ [column]: right, why })]);
  }
}
