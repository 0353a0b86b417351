import 'server-only';
import { engine } from '@/db/engine/engine';
import { isMigrated } from '@/db/migrate';

/** Null when the product can serve; else why not. */
export async function ailment(): Promise<'database-unreachable' | 'not-migrated' | null> {
  try {
    return (await isMigrated(await engine())) ? null : 'not-migrated';
  } catch {
    return 'database-unreachable';
  }
}
