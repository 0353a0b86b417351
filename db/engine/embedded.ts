import { accessSync, constants, mkdirSync } from 'node:fs';
import pg from 'pg';
import { Channels } from './channels';
import { hearLosses } from './connections';
import type { Engine } from './engine';
import { housekeeper, keepHouse } from './housekeeping';
import { lockFolder } from './lock';
import { prepareOften } from './prepared';
import { StartProblem } from './problem';
import { EmbeddedServer } from './server';
import './values';

/** PGlite in a worker thread behind the `pg` driver. One process per folder, one connection. Throws a StartProblem when the folder is taken or cannot be written. */
export async function openEmbedded(folder: string, maxQueryMs = 30_000): Promise<Engine> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (failure) {
    throw new StartProblem(`无法写入数据目录 ${folder}：${(failure as Error).message}`, 'the data folder cannot be written');
  }
  const unlock = await lockFolder(folder);
  const channels = new Channels();
  const server = new EmbeddedServer(folder, () => channels.statements(), maxQueryMs);
  try {
    await server.ready();
  } catch (failure) {
    unlock();
    throw new StartProblem(`无法打开数据目录 ${folder} 中的数据库：${(failure as Error).message}`, 'the embedded database cannot be opened');
  }
  // A second connection would wait for the first for ever: PGlite has one session.
  const pool = new pg.Pool({
    stream: (() => server.connect()) as never, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000, user: 'postgres', database: 'postgres',
  });
  hearLosses(pool);
  prepareOften(pool);
  // The session's notifications arrive with the answers, on whichever connection asks.
  pool.on('connect', (client) => client.on('notification', (note) => channels.tell(note)));
  const rest = housekeeper(pool);
  const engine: Engine = {
    kind: 'embedded',
    pool,
    // Through the pool: a LISTEN inside somebody's open transaction would be undone with it.
    listen: (channel, heard) => channels.listen(channel, heard, (statement) => pool.query(statement)),
    async unhurried(work) {
      const limit = server.maxQueryMs;
      server.maxQueryMs = Math.max(limit, 3_600_000);
      try {
        const result = await work(engine);
        await keepHouse(pool);
        return result;
      } finally {
        server.maxQueryMs = limit;
      }
    },
    async close() {
      rest();
      await pool.end();
      await server.close();
      unlock();
    },
  };
  return engine;
}
