import pg from 'pg';

type Heard = (payload: string) => void;
interface Channel {
  readonly heard: Set<Heard>;
  readonly asked: Promise<unknown>;
}

/** Who listens to which channel of LISTEN and NOTIFY: one subscription of the database for any number of listeners. */
export class Channels {
  private readonly known = new Map<string, Channel>();

  /** Adds a listener, until the returned function is called. For a channel's first, `ask` runs its LISTEN. */
  async listen(channel: string, heard: Heard, ask: (statement: string) => Promise<unknown>): Promise<() => Promise<void>> {
    const found = this.known.get(channel) ?? { heard: new Set(), asked: ask(listenTo(channel)) };
    this.known.set(channel, found);
    found.heard.add(heard);
    try {
      await found.asked;
    } catch (failure) {
      this.known.delete(channel);
      throw failure;
    }
    return async () => void found.heard.delete(heard);
  }

  tell({ channel, payload }: pg.Notification): void {
    for (const heard of this.known.get(channel)?.heard ?? []) heard(payload ?? '');
  }

  /** The statements that ask a new session of the database for everything listened to. */
  statements(): string[] {
    return [...this.known.keys()].map(listenTo);
  }
}

const listenTo = (channel: string): string => `listen ${pg.escapeIdentifier(channel)}`;
