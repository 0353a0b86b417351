import pg from 'pg';
import { hearLosses } from './connections';
import type { Engine } from './engine';
import { Listener } from './listener';
import { prepareOften } from './prepared';
import { StartProblem } from './problem';
import './values';

const OLDEST = 150000;
/** Without these an acknowledged write may be lost. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
/** A request that takes longer is a mistake, and holds what others wait for. */
const REQUEST = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 };

/** An existing PostgreSQL. Throws a StartProblem when it cannot be reached, is too old, or would lose acknowledged writes. */
export function openPostgres(connectionString: string): Promise<Engine> {
  return open('DATABASE_URL', connectionString, { max: 10, ...REQUEST });
}

async function open(variable: string, connectionString: string, limits: pg.PoolConfig): Promise<Engine> {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 10_000, ...limits });
  hearLosses(pool);
  prepareOften(pool);
  try {
    await check(pool);
  } catch (failure) {
    await pool.end();
    if (failure instanceof StartProblem) throw failure;
    const { message } = failure as Error;
    throw new StartProblem(`无法连接 ${variable} 指定的数据库：${message}`, `the database in ${variable} cannot be reached`);
  }
  const listener = new Listener(connectionString);
  return {
    kind: 'postgres',
    pool,
    listen: (channel, heard) => listener.listen(channel, heard),
    async unhurried(work) {
      const { DATABASE_OWNER_URL: owner } = process.env;
      const engine = await open(owner ? 'DATABASE_OWNER_URL' : variable, owner || connectionString, { max: 2 });
      return work(engine).finally(() => engine.close());
    },
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

async function check(pool: pg.Pool): Promise<void> {
  const { rows: [version] } = await pool.query<{ number: number }>(`select current_setting('server_version_num')::int as number`);
  if (!version || version.number < OLDEST) {
    throw new StartProblem('数据库版本过低，需要 PostgreSQL 15 或更高版本', 'PostgreSQL 15 or later is needed');
  }
  if (process.env.GUATU_TEST_CLUSTER) return; // the tests' private cluster runs without fsync
  const { rows } = await pool.query<{ name: string }>(`select name from pg_settings where name = any($1) and setting = 'off'`, [DURABLE]);
  if (rows.length > 0) {
    const names = rows.map((row) => row.name).join(', ');
    throw new StartProblem(`数据库参数 ${names} 已关闭，可能丢失已确认的数据，拒绝启动`, `${names} is off: acknowledged writes could be lost`);
  }
}
