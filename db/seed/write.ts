import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type pg from 'pg';

const ROWS_A_STATEMENT = 5_000;

function asJson(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value === undefined ? null : value;
}

const turn = () => new Promise((done) => setImmediate(done));

/** Where rows go: one transaction, rows written by the thousand. While the database takes a part, the next one is made here. */
export class Writer {
  written = 0;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(readonly tx: pg.ClientBase, private readonly onRows: (written: number) => void) {}

  /** Inserts rows given as objects of the table's schema. Columns absent from the first row keep their default. */
  async rows<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
    const columns = Object.entries(getTableColumns(table)).filter(([key]) => rows[0] && key in rows[0]);
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
    const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`).join(', ');
    const statement = `insert into "${getTableName(table)}" (${names}) select * from json_to_recordset($1::json) as t (${types})`;
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const part = rows.slice(from, from + ROWS_A_STATEMENT) as Record<string, unknown>[];
      const json = JSON.stringify(part.map((row) => Object.fromEntries(columns.map(([key, column]) => [column.name, asJson(row[key])]))));
      await this.settled();
      this.underWay = this.tx.query(statement, [json]).then(() => this.advance(part.length));
      this.underWay.catch(() => undefined); // heard by whoever settles next
      await turn();
    }
  }

  /** Waits until everything given is written. */
  async settled(): Promise<void> {
    await this.underWay;
  }

  /** Runs one statement that makes rows inside the database. */
  async sql(statement: string, values: unknown[] = []): Promise<void> {
    await this.settled();
    const { rowCount } = await this.tx.query(statement, values);
    this.advance(rowCount ?? 0);
  }

  /** Counts work done toward the total, in rows or what takes as long. */
  advance(rows: number): void {
    this.written += rows;
    this.onRows(this.written);
  }
}

/**
 * Takes away the indexes and foreign keys of empty tables and returns what puts them back: building an index once over all
 * rows costs a third of keeping it up to date, and a foreign key is then proved by one join. Only the owner may; others skip it.
 */
export async function suspendIndexes(tx: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await tx.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as add
    from pg_constraint c join pg_class t on t.oid = conrelid
    where contype = 'f' and c.connamespace = 'public'::regnamespace and pg_has_role(t.relowner, 'USAGE')
    order by conrelid::regclass::text, conname`);
  const { rows: indexes } = await tx.query<{ drop: string; add: string }>(`
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
    from pg_index i join pg_class t on t.oid = indrelid
    where t.relnamespace = 'public'::regnamespace and not indisprimary and pg_has_role(t.relowner, 'USAGE')
      and not exists (select from pg_constraint where conindid = indexrelid)
    order by indexrelid::regclass::text`);
  for (const { drop } of [...keys, ...indexes]) await tx.query(drop);
  return async () => {
    for (const { add } of [...indexes, ...keys]) await tx.query(add);
  };
}
