import { type SQL, sql } from 'drizzle-orm';

/** Whether a dated row (an appointment, a pairing) stands on a day: from the day it starts, until the day before it ends. `row` is its name in the query. */
export const standsOn = (row: SQL, day: SQL): SQL => sql`${row}.starts_on <= ${day} and (${row}.ends_on is null or ${row}.ends_on > ${day})`;
