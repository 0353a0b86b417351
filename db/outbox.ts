import { sql } from 'drizzle-orm';
import { waitAfter, type WebhookEvent } from '@/domain/webhook';
import type { Tx } from './fence';
import { webhook } from './webhook';

/** A message whose attempt begins; another process leaves it alone until the attempt counts as lost. */
export interface Claimed extends Record<string, unknown> {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** After so many seconds an attempt of which nothing was heard is made again. */
const LEASE_SECONDS = 60;

/** Puts a message into the outbox, in the transaction of what it tells. Nothing is written where no messenger is configured. */
export async function postOut(tx: Tx, event: WebhookEvent, payload: Readonly<Record<string, unknown>>): Promise<void> {
  if (!webhook()) return;
  await tx.execute(sql`
    insert into outbox (event, payload)
    values (${event}, ${JSON.stringify(payload)}::jsonb || jsonb_build_object('event', ${event}::text, 'at', to_char(county_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))`);
}

/** The next message that is due, claimed for one attempt; null when none is. */
export async function claimNext(tx: Tx): Promise<Claimed | null> {
  const { rows } = await tx.execute<Claimed>(sql`
    update outbox set attempts = attempts + 1, next_at = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select id from outbox where delivered_at is null and given_up_at is null and next_at <= now()
      order by created_at, id limit 1 for update skip locked)
    returning id, event, payload, attempts`);
  return rows[0] ?? null;
}

/** Notes how an attempt ended: delivered, to be tried again later, or given up. */
export async function settleAttempt(tx: Tx, { id, attempts }: Claimed, problem: string | null): Promise<void> {
  const wait = waitAfter(attempts);
  await tx.execute(problem === null
    ? sql`update outbox set delivered_at = now(), problem = null where id = ${id}`
    : wait === null
      ? sql`update outbox set given_up_at = now(), problem = ${problem} where id = ${id}`
      : sql`update outbox set next_at = now() + make_interval(secs => ${wait}), problem = ${problem} where id = ${id}`);
}
