import type pg from 'pg';

/** From so many uses on, a statement is kept prepared: planning one behind the row fence takes longer than running it (docs/decisions/18-prepared.md). */
export const OFTEN = 3;
/** So many at most: each takes some 100 kB of its connection's memory. */
export const KEPT = 200;
/** Texts that come once, each its own, are not counted for ever. */
const COUNTED = 2_000;

/** What one connection was asked, and the names of what it keeps prepared. */
class Statements {
  private readonly names = new Map<string, string>();
  private readonly uses = new Map<string, number>();

  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name || this.names.size === KEPT) return name;
    const uses = (this.uses.get(text) ?? 0) + 1;
    if (uses < OFTEN) {
      if (this.uses.size === COUNTED) this.uses.clear();
      this.uses.set(text, uses);
      return undefined;
    }
    this.uses.delete(text);
    const made = `often_${this.names.size + 1}`;
    this.names.set(text, made);
    return made;
  }
}

const isStatement = (asked: unknown): asked is pg.QueryConfig => typeof asked === 'object' && asked !== null && 'text' in asked && !('submit' in asked);

/** Has the pool's connections prepare once what Drizzle often asks with parameters, and then only run it. */
export function prepareOften(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const kept = new Statements();
    const query = client.query.bind(client) as (asked: unknown, values?: unknown, ...rest: unknown[]) => unknown;
    const named = (asked: unknown, values?: unknown, ...rest: unknown[]) =>
      query(isStatement(asked) && Array.isArray(values) && values.length > 0 ? { ...asked, name: kept.nameOf(asked.text) } : asked, values, ...rest);
    client.query = named as typeof client.query;
  });
}
