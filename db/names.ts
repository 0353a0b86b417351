import { type SQL, sql } from 'drizzle-orm';

/** Whether a name begins with a text, as a range of the index (names are collated "C"). The text must not be empty. */
export const beginsWith = (column: SQL, text: string): SQL => sql`${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`}`;
