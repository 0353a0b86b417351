import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import type { Role } from '@/domain/access';

/** Whether demonstration accounts may be used: never when DEMO=off. */
export const demonstrationAllowed = (): boolean => process.env.DEMO !== 'off';

export interface DemonstrationAccount {
  readonly role: Role;
  readonly username: string;
}

// One name for each role that has something to see. The names with a code take the first one of the county.
const NAMED: readonly [Role, string][] = [
  ['leader', 'leader'], ['office', 'office'], ['zone', 'zone-1'], ['sub-command', 'post-01'], ['township', 'township-'], ['first-secretary', 'secretary-'],
  ['team-leader', 'team-'], ['cadre', 'cadre-00001'], ['squad', 'squad-01'], ['inspector', 'inspector'], ['specialist', 'specialist-01'],
  ['evaluator', 'evaluator-1'], ['auditor', 'auditor'], ['admin-system', 'admin-system'], ['admin-security', 'admin-security'], ['admin-audit', 'admin-audit'],
];

let listed: readonly DemonstrationAccount[] | undefined;

/** The demonstration accounts a visitor may try, none without a demonstration. Names only; the password is printed at the start. */
export async function demonstrationAccounts(): Promise<readonly DemonstrationAccount[]> {
  if (!demonstrationAllowed()) return [];
  if (listed) return listed;
  const { rows } = await asSystem('sign-in', (tx) => tx.execute<{ username: string }>(sql`
    select min(username) as username from accounts where demo and disabled_at is null
    group by case when username ~ '^(township|secretary|team)-' then substring(username from '^[a-z]+-') else username end
    having min(username) ~ '^(township|secretary|team)-' or min(username) in ${NAMED.map(([, name]) => name)}`), 'read');
  const found = NAMED.flatMap(([role, name]) => {
    const username = rows.map((row) => row.username).find((each) => (name.endsWith('-') ? each.startsWith(name) : each === name));
    return username ? [{ role, username }] : [];
  });
  if (found.length > 0) listed = found;
  return found;
}
