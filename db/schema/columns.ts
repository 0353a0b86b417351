import { sql } from 'drizzle-orm';
import { bigint, customType, integer, timestamp } from 'drizzle-orm/pg-core';

/** An official division code: 6 digits county, 9 township, 12 village. Collated "C", so a subtree is one range of codes. */
export const divisionCode = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A name that is searched by its beginning: collated "C", so a prefix is one range of the index (LIKE is not used under the row fence). */
export const name = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Encrypted bytes (server/vault.ts): never selected for a screen, only by the unmasking command. */
export const sealed = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Integer fen. */
export const fen = () => bigint({ mode: 'number' });

export const id = () => integer().primaryKey().generatedByDefaultAsIdentity();

/** Stamped by the county's clock (see the function county_now in the migrations). */
export const stamped = () => timestamp({ withTimezone: true }).notNull().default(sql`county_now()`);
