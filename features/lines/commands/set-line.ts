import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/fence';
import { ENTERED, LINE_SCOPES, POVERTY_LINE } from '@/domain/poverty-line';
import { command } from '@/server/command';
import { mayManage } from '../policy';

interface Line extends Record<string, unknown> {
  id: string;
  fen: number | null;
  source: string | null;
}

type Scope = (typeof LINE_SCOPES)[number];

async function lineAt(tx: Tx, year: number, scope: Scope): Promise<Line> {
  const id = `${year} ${scope}`;
  const { rows } = await tx.execute<Line>(sql`select ${id} as id, fen, source from poverty_lines where year = ${year} and scope = ${scope}`);
  return rows[0] ?? { id, fen: null, source: null };
}

/** Sets the poverty line of a year, or corrects it, with where it stands. Whoever saw another line than the one on record is told. */
export const setLine = command('line.set')
  .input(POVERTY_LINE)
  .load(({ tx, input }) => lineAt(tx, input.year, input.scope))
  .can(mayManage)
  .run(async ({ tx, input: { year, scope, yuan, source, was }, subject }) => {
    const fen = Math.round(yuan * 100);
    const { rows } = await tx.execute<Line>(was === null
      ? sql`insert into poverty_lines (year, scope, fen, status, source) values (${year}, ${scope}, ${fen}, ${ENTERED}, ${source})
          on conflict do nothing returning ${subject.id} as id, fen, source`
      : sql`update poverty_lines set fen = ${fen}, status = ${ENTERED}, source = ${source} where year = ${year} and scope = ${scope} and fen = ${was}
          returning ${subject.id} as id, fen, source`);
    return rows[0];
  });
