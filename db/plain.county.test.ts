import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem, type Tx } from './fence';
import { textArray } from './readings';
import { open } from './vault';

/** The sealed columns. */
const SEALED = [['members', 'id_number'], ['households', 'phone'], ['households', 'card'], ['people', 'phone']] as const;
/** Numbers alone, by the hundred thousand. */
const COUNTS = ['measurements', 'township_measurements'];

/** How a number reads, in a column of text and in one of bytes, and what it begins with in either: looked for first, which takes less than the pattern. */
interface Shape {
  readonly pattern: string;
  readonly starts: readonly string[];
}

/** What the demonstration's ID numbers, telephones and cards begin with and how they go on: none stands so in the tables of a real county. */
async function shapes(tx: Tx): Promise<Shape[]> {
  const found = new Map<string, Shape>();
  for (const [table, column] of SEALED) {
    const { rows } = await tx.execute<{ id: number; sealed: Buffer }>(sql`
      select id, ${sql.identifier(column)} as sealed from ${sql.identifier(table)} where ${sql.identifier(column)} is not null order by id limit 20`);
    const plain = rows.map(({ id, sealed }) => open(sealed, `${table}:${id}:${column}`));
    const [first = ''] = plain;
    let common = 0;
    while (common < first.length && plain.every((each) => each[common] === first[common])) common++;
    expect(common, `${table}.${column}: a beginning that all share`).toBeGreaterThanOrEqual(3);
    const start = first.slice(0, common);
    const rest = first.length - common;
    const bytes = Buffer.from(start).toString('hex');
    found.set(`${start} ${rest}`, { starts: [start, bytes], pattern: `(?<![0-9a-z])${start}[0-9]{${rest - 1}}[0-9X](?![0-9a-z])|${bytes}(3[0-9]){${rest - 1}}(3[0-9]|58)` });
  }
  return [...found.values()];
}

/** As whoever reads a dump would: every column of every table, bytes too, which a dump writes in hexadecimal. */
test('no ID number, telephone or card stands in plain text in any table', async () => {
  await asSystem('job', async (tx) => {
    const sought = await shapes(tx);
    const pattern = sought.map((shape) => shape.pattern).join('|');
    const starts = textArray(sought.flatMap((shape) => shape.starts).map((start) => `%${start}%`));
    const { rows: tables } = await tx.execute<{ name: string }>(sql`
      select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
    await tx.execute(sql`set local statement_timeout = 0`);
    const holding: string[] = [];
    for (const { name } of tables.filter((table) => !COUNTS.includes(table.name))) {
      const { rows } = await tx.execute<{ line: string }>(sql`select line from (select t::text as line from ${sql.identifier(name)} as t offset 0) as lines where line like any(${starts}) and line ~ ${pattern} limit 1`);
      if (rows[0]) holding.push(`${name}: ${rows[0].line}`);
    }
    expect(holding).toEqual([]);
  }, 'read');
}, 240_000);
