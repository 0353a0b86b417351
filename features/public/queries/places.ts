import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export interface Place extends Record<string, unknown> {
  readonly code: string;
  readonly name: string;
}

/** The county's townships. */
export async function townships(viewer: Viewer): Promise<Place[]> {
  return fenced(viewer, async (tx) => (await tx.execute<Place>(sql`select code, name from divisions where level = 'township' order by code`)).rows);
}

/** The villages of a township, with its own name; null when there is no such township. */
export async function villagesOf(viewer: Viewer, township: string): Promise<{ name: string; villages: Place[] } | null> {
  return fenced(viewer, async (tx) => {
    const { rows: [its] } = await tx.execute<{ name: string }>(sql`select name from divisions where code = ${township} and level = 'township'`);
    if (!its) return null;
    const { rows: villages } = await tx.execute<Place>(sql`select code, name from divisions where parent = ${township} and level = 'village' order by code`);
    return { name: its.name, villages };
  });
}
