import pg from 'pg';
import { Channels } from './channels';

const SHORTEST_MS = 100;
const LONGEST_MS = 10_000;

/** The one connection of a process that listens. Lost, it comes back by itself and asks for the same channels again. */
export class Listener {
  private readonly channels = new Channels();
  private client: Promise<pg.Client> | undefined;
  private wait = SHORTEST_MS;
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(private readonly connectionString: string) {}

  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    return this.channels.listen(channel, heard, async (statement) => (await (this.client ??= this.connect())).query(statement));
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    await (await this.client?.catch(() => undefined))?.end();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.connectionString, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on('error', (failure) => console.error('listening database connection:', failure.message));
    client.on('notification', (note) => this.channels.tell(note));
    try {
      await client.connect();
      for (const statement of this.channels.statements()) await client.query(statement);
    } catch (failure) {
      this.client = undefined;
      await client.end().catch(() => {});
      throw failure;
    }
    this.wait = SHORTEST_MS;
    client.once('end', () => this.again());
    return client;
  }

  private again(): void {
    this.client = undefined;
    if (this.closing) return;
    this.timer = setTimeout(() => (this.client ??= this.connect()).catch(() => this.again()), this.wait).unref();
    this.wait = Math.min(2 * this.wait, LONGEST_MS);
  }
}
