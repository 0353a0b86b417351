import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/fence';
import { OFFICE } from '@/domain/public-input';
import { command } from '@/server/command';
import { mayManage } from '../policy';

interface Stood extends Record<string, unknown> {
  readonly id: string;
  readonly contact: string | null;
  readonly account: string | null;
}

async function officeNow(tx: Tx): Promise<Stood> {
  const { rows } = await tx.execute<{ key: string; value: string }>(sql`select key, value from installation where key in ('fund_contact', 'fund_account')`);
  const of = (key: string) => rows.find((row) => row.key === key)?.value.trim() || null;
  return { id: 'public', contact: of('fund_contact'), account: of('fund_account') };
}

/** Sets whom the public may call and where it may give; whoever saw other texts than those that stand is told. An empty text takes it away. */
export const setOffice = command('public-office.set')
  .input(OFFICE)
  .load(async ({ tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('public-office', 0))`);
    return officeNow(tx);
  })
  .can(mayManage)
  .run(async ({ tx, input: { contact, account, wasContact, wasAccount }, subject }) => {
    if (wasContact !== subject.contact || wasAccount !== subject.account) return null;
    for (const [key, value] of [['fund_contact', contact], ['fund_account', account]] as const) {
      await tx.execute(value === null ? sql`delete from installation where key = ${key}`
        : sql`insert into installation (key, value) values (${key}, ${value}) on conflict (key) do update set value = excluded.value`);
    }
    return { id: subject.id, contact, account };
  });
