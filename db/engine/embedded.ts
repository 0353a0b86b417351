import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import type { Engine } from './engine';
import { lockFolder } from './lock';
import { Port, type Server } from './port';
import { StartProblem } from './problem';

type Said =
  | { kind: 'ready' }
  | { kind: 'wire'; port: number; bytes: Uint8Array }
  | { kind: 'notification'; channel: string; payload: string }
  | { kind: 'done'; call: number }
  | { kind: 'failed'; port?: number; call?: number; message: string };

type Call = { kind: 'listen'; channel: string } | { kind: 'close' };

/** PGlite in a worker thread behind the `pg` driver. One process per folder, one connection. Throws a StartProblem when the folder is taken or cannot be written. */
export async function openEmbedded(folder: string, maxQueryMs = 30_000): Promise<Engine> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (failure) {
    throw new StartProblem(`无法写入数据目录 ${folder}：${(failure as Error).message}`, 'the data folder cannot be written');
  }
  const unlock = await lockFolder(folder);
  const server = new EmbeddedServer(folder);
  try {
    await server.ready();
  } catch (failure) {
    unlock();
    throw new StartProblem(`无法打开数据目录 ${folder} 中的数据库：${(failure as Error).message}`, 'the embedded database cannot be opened');
  }
  // A second connection would wait for the first for ever: PGlite has one session.
  const pool = new pg.Pool({
    stream: (() => server.connect(maxQueryMs)) as never, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000, user: 'postgres', database: 'postgres',
  });
  pool.on('error', (failure) => console.error('idle database connection:', failure.message));
  return {
    kind: 'embedded',
    pool,
    listen: (channel, heard) => server.listen(channel, heard),
    async close() {
      await pool.end();
      await server.close();
      unlock();
    },
  };
}

class EmbeddedServer implements Server {
  private worker!: Worker;
  private started: Promise<void>;
  private closing = false;
  private count = 0;
  private readonly ports = new Map<number, Port>();
  private readonly listeners = new Map<string, Set<(payload: string) => void>>();
  private readonly calls = new Map<number, { done: () => void; failed: (failure: Error) => void }>();

  constructor(private readonly folder: string) {
    this.started = this.start();
  }

  ready(): Promise<void> {
    return this.started;
  }

  connect(maxQueryMs: number): Port {
    const port = new Port(++this.count, this, maxQueryMs);
    this.ports.set(port.id, port);
    return port;
  }

  send(port: Port, bytes: Buffer, first: boolean): void {
    this.worker.postMessage({ kind: 'wire', port: port.id, first, bytes });
  }

  forget(port: Port): void {
    this.ports.delete(port.id);
  }

  /** A query cannot be cancelled in PGlite: a runaway one costs the thread, not the product. The write-ahead log brings the data back. */
  overran(): void {
    if (this.closing) return;
    console.error('embedded database: a query overran and was cut');
    const old = this.worker;
    this.started = (async () => {
      await old.terminate();
      for (const port of [...this.ports.values()]) port.destroy(new Error('the query took too long'));
      for (const { failed } of this.calls.values()) failed(new Error('the embedded database was restarted'));
      this.calls.clear();
      await this.start();
    })();
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    await this.started;
    const known = this.listeners.get(channel);
    const all = known ?? new Set();
    this.listeners.set(channel, all.add(heard));
    if (!known) await this.call({ kind: 'listen', channel });
    return async () => void all.delete(heard);
  }

  async close(): Promise<void> {
    await this.started;
    this.closing = true;
    await this.call({ kind: 'close' });
    await this.worker.terminate();
  }

  private async start(): Promise<void> {
    const worker = new Worker(path.join(process.cwd(), 'db/engine/worker.mjs'), { workerData: { folder: this.folder } });
    this.worker = worker;
    await new Promise<void>((ready, failed) => {
      worker.on('error', failed);
      worker.on('message', (said: Said) => (said.kind === 'ready' ? ready() : this.heard(said)));
    });
    for (const channel of this.listeners.keys()) await this.call({ kind: 'listen', channel });
  }

  private heard(said: Exclude<Said, { kind: 'ready' }>): void {
    switch (said.kind) {
      case 'wire':
        return this.ports.get(said.port)?.answer(Buffer.from(said.bytes));
      case 'notification':
        return this.listeners.get(said.channel)?.forEach((heard) => heard(said.payload));
      case 'done':
        this.calls.get(said.call)?.done();
        return void this.calls.delete(said.call);
      case 'failed': {
        const failure = new Error(said.message);
        if (said.port !== undefined) this.ports.get(said.port)?.destroy(failure);
        if (said.call !== undefined) this.calls.get(said.call)?.failed(failure);
      }
    }
  }

  private call(call: Call): Promise<void> {
    return new Promise((done, failed) => {
      const id = ++this.count;
      this.calls.set(id, { done, failed });
      this.worker.postMessage({ ...call, call: id });
    });
  }
}
