import { Duplex } from 'node:stream';

/** What a connection needs of the embedded server. */
export interface Server {
  /** Resolves when the server can take messages. */
  ready(): Promise<void>;
  send(port: Port, bytes: Buffer, first: boolean): void;
  forget(port: Port): void;
  /** How long a query may take before `overran` is called. */
  readonly maxQueryMs: number;
  overran(): void;
}

/** A connection of the `pg` driver that ends in the embedded server's worker thread instead of a socket. */
export class Port extends Duplex {
  private first = true;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(readonly id: number, private readonly server: Server) {
    super();
  }

  // The part of net.Socket that `pg` calls.
  connect(): this {
    void this.server.ready().then(() => this.emit('connect'), (failure: Error) => this.destroy(failure));
    return this;
  }
  setNoDelay(): this { return this; }
  setKeepAlive(): this { return this; }
  ref(): this { return this; }
  unref(): this { return this; }

  /** The server's answer to what was sent. */
  answer(bytes: Buffer): void {
    clearTimeout(this.watchdog);
    this.watchdog = undefined;
    if (bytes.length > 0) this.push(bytes);
  }

  private pass(bytes: Buffer, done: () => void): void {
    this.watchdog ??= setTimeout(() => this.server.overran(), this.server.maxQueryMs).unref();
    this.server.send(this, bytes, this.first);
    this.first = false;
    done();
  }

  override _read(): void {}
  override _write(bytes: Buffer, _encoding: BufferEncoding, done: () => void): void { this.pass(bytes, done); }
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void { this.pass(Buffer.concat(chunks.map(({ chunk }) => chunk)), done); }
  override _final(done: () => void): void {
    done();
    this.push(null);
  }
  override _destroy(failure: Error | null, done: (failure: Error | null) => void): void {
    clearTimeout(this.watchdog);
    this.server.forget(this);
    done(failure);
  }
}
