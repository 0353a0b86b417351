import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { RELIEF_MOVES, RELIEF_STATES, RELIEF_VERBS } from '@/domain/relief';
import { asSystem } from './fence';

test('the database moves a case as the table of states does, from every state to every other', async () => {
  const allowed = new Set(RELIEF_VERBS.flatMap((verb) => RELIEF_MOVES[verb].from.map((from) => `${from} → ${RELIEF_MOVES[verb].to}`)));
  const states = sql.join(RELIEF_STATES.map((state) => sql`(${state})`), sql`, `);
  const { rows } = await asSystem('job', (tx) => tx.execute<{ move: string; may: boolean }>(sql`
    select a.state || ' → ' || b.state as move, relief_moves(a.state, b.state) as may from (values ${states}) as a (state), (values ${states}) as b (state)`), 'read');
  expect(rows).toHaveLength(RELIEF_STATES.length ** 2);
  expect(rows.filter(({ may }) => may).map(({ move }) => move).sort()).toEqual([...allowed].sort());
});
