import 'server-only';
import { sql } from 'drizzle-orm';
import { watchFloor } from '@/db/ledger';
import { holdRules, rulesToday } from '@/db/relief-cases';
import { rulesTouches } from '@/db/relief-touches';
import { reliefRules } from '@/db/schema/relief';
import { RELIEF_RULES_INPUT } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { maySetRules } from '../policy';

const NAME = 'relief-rules.set';

/** Adds a version of the fund's rules from today or a later day on. Nothing that was decided changes: a case keeps its version. */
export const setReliefRules = command('relief-rules.set')
  .input(RELIEF_RULES_INPUT)
  .load(async ({ tx }) => {
    await holdRules(tx);
    const { rows: [latest] } = await tx.execute<{ id: number; today: string }>(sql`
      select coalesce((select max(id) from relief_rules), 0) as id, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`);
    const rules = await rulesToday(tx);
    return latest && { ...rules, ...latest };
  })
  .can(maySetRules)
  .run(async ({ tx, viewer, subject, input: { was, village, township, district, ...rules } }) => {
    if (subject.id !== was) return null;
    if (rules.fromDay < subject.today) throw new Refusal('invalid', NAME, [{ field: 'fromDay', problem: 'past-day' }]);
    const [made] = await tx.insert(reliefRules).values({ ...rules, villageDays: village, townshipDays: township, districtDays: district, madeBy: viewer.personId }).returning({ id: reliefRules.id });
    await watchFloor(tx);
    return made && { ...rules, days: { village, township, district }, id: made.id };
  })
  .touches(async ({ tx, after }) => {
    const { rows: [county] } = await tx.execute<{ code: string }>(sql`select code from divisions where level = 'county'`);
    return county ? rulesTouches(tx, county.code, after.fromDay) : [];
  });
