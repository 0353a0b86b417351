import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Port, type Server } from './port';

type Said =
  | { kind: 'ready'; program: WebAssembly.Module }
  | { kind: 'closed' }
  | { kind: 'wire'; port: number; bytes: Uint8Array }
  | { kind: 'failed'; port?: number; message: string };

/** PGlite's program as this process's first thread compiled it: kept, it is warm for the next, which would compile it anew and run it slowly for seconds. */
let program: WebAssembly.Module | undefined;

/** PGlite's worker thread: made anew when a query overran or the thread died. */
export class EmbeddedServer implements Server {
  private worker!: Worker;
  private started: Promise<void>;
  private closing = false;
  private count = 0;
  private readonly ports = new Map<number, Port>();

  /** `listens` says which statements make a new session hear what the old one heard. */
  constructor(private readonly folder: string, private readonly listens: () => string[], public maxQueryMs: number) {
    this.started = this.start();
  }

  ready(): Promise<void> {
    return this.started;
  }

  connect(): Port {
    const port = new Port(++this.count, this);
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
    this.restart('a query took too long and was cut');
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.started.catch(() => {});
    const { worker } = this;
    // A thread that died cannot say that it closed.
    const closed = new Promise<void>((done) => {
      worker.on('message', (said: Said) => said.kind === 'closed' && done());
      worker.on('exit', () => done());
    });
    worker.postMessage({ kind: 'close' });
    await closed;
    await worker.terminate();
  }

  private restart(why: string): void {
    if (this.closing) return;
    console.error('embedded database restarted:', why);
    const old = this.worker;
    old.removeAllListeners();
    this.started = (async () => {
      await old.terminate();
      for (const port of [...this.ports.values()]) port.destroy(new Error(why));
      await this.start();
    })();
    // Whoever connects is told; nobody connecting is no reason to end the process.
    this.started.catch((failure: Error) => console.error('embedded database:', failure.message));
  }

  private async start(): Promise<void> {
    const worker = new Worker(path.join(process.cwd(), 'db/engine/worker.mjs'), { workerData: { folder: this.folder, listens: this.listens(), program } });
    this.worker = worker;
    await new Promise<void>((ready, failed) => {
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error('the database ended')));
      worker.on('message', (said: Said) => {
        if (said.kind !== 'ready') return this.heard(said);
        program = said.program;
        ready();
      });
    });
    worker.removeAllListeners('error').removeAllListeners('exit');
    worker.on('error', (failure) => this.restart(failure.message));
    worker.on('exit', () => this.worker === worker && this.restart('it ended by itself'));
  }

  private heard(said: Said): void {
    if (said.kind === 'wire') this.ports.get(said.port)?.answer(Buffer.from(said.bytes));
    if (said.kind === 'failed' && said.port !== undefined) this.ports.get(said.port)?.destroy(new Error(said.message));
  }
}
