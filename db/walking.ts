import { sql } from 'drizzle-orm';
import type { Tx } from './fence';

/**
 * Runs a question whose rows an index gives in the order asked, so that a page reads little more than its rows. The fence hides
 * from the planner how many rows there are, and it would rather sort all of them: here it is told to walk the index. The prices
 * it then names are out of all proportion, and would have it compile the query first.
 */
export async function walking<T>(tx: Tx, asked: boolean, run: () => Promise<T>): Promise<T> {
  if (!asked) return run();
  const sorting = (value: 'on' | 'off') => tx.execute(sql`
    select set_config('enable_sort', ${value}, true), set_config('enable_bitmapscan', ${value}, true), set_config('jit', 'off', true)`);
  await sorting('off');
  const result = await run();
  await sorting('on');
  return result;
}
