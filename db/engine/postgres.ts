import pg from 'pg';
import type { Engine } from './engine';
import { StartProblem } from './problem';

const OLDEST = 150000;
/** Without these an acknowledged write may be lost. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** An existing PostgreSQL. Throws a StartProblem when it cannot be reached, is too old, or would lose acknowledged writes. */
export async function openPostgres(connectionString: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString, max: 10, statement_timeout: 30_000, connectionTimeoutMillis: 10_000 });
  pool.on('error', (failure) => console.error('idle database connection:', failure.message));
  try {
    await check(pool);
  } catch (failure) {
    await pool.end();
    if (failure instanceof StartProblem) throw failure;
    const { message } = failure as Error;
    throw new StartProblem(`无法连接 DATABASE_URL 指定的数据库：${message}`, 'the database in DATABASE_URL cannot be reached');
  }
  const listeners = new Set<pg.Client>();
  return {
    kind: 'postgres',
    pool,
    async listen(channel, heard) {
      const client = new pg.Client({ connectionString, keepAlive: true });
      client.on('error', (failure) => console.error('listening database connection:', failure.message));
      client.on('notification', (message) => heard(message.payload ?? ''));
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      listeners.add(client);
      return async () => {
        listeners.delete(client);
        await client.end();
      };
    },
    async close() {
      await Promise.all([...listeners].map((client) => client.end()));
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
