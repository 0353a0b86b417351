import { createHmac } from 'node:crypto';
import { asSystem } from '@/db/fence';
import { type Claimed, claimNext, settleAttempt } from '@/db/outbox';
import { type Webhook, webhook } from '@/db/webhook';

const ANSWER_MS = 10_000;

/** Sends what waits in the outbox, oldest first, until nothing is due or the signal. The only call the product makes to anybody. */
export async function deliver(until: AbortSignal): Promise<void> {
  const hook = webhook();
  while (hook && !until.aborted) {
    const claimed = await asSystem('job', claimNext);
    if (!claimed) return;
    const problem = await attempt(hook, claimed, until);
    // Cut off by our own stop: whether it arrived is not known, so it is sent again after the lease, under the same id.
    if (!until.aborted || problem === null) await asSystem('job', (tx) => settleAttempt(tx, claimed, problem));
  }
}

/** `v1,` and the HMAC-SHA-256 of id, timestamp and body, as Standard Webhooks has it. */
export function signature({ secret }: Webhook, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** One attempt. Returns null when the messenger took it, else what happened, in a word. */
async function attempt(hook: Webhook, { id, payload }: Claimed, until: AbortSignal): Promise<string | null> {
  const body = JSON.stringify(payload);
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature(hook, id, timestamp, body) };
  try {
    // A redirect would carry the message to somebody the operator did not name.
    const answer = await fetch(hook.url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.any([until, AbortSignal.timeout(ANSWER_MS)]) });
    await answer.body?.cancel();
    return answer.ok ? null : `HTTP ${answer.status}`;
  } catch (failure) {
    const { name, cause } = failure as Error & { cause?: { code?: string } };
    return cause?.code ?? name;
  }
}
