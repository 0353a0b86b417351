import { StartProblem } from './engine/problem';

/** The operator's own messenger. The secret signs; it never leaves the process. */
export interface Webhook {
  readonly url: string;
  readonly secret: Buffer;
}

const SHORTEST_SECRET = 24;

/**
 * WEBHOOK_URL and WEBHOOK_SECRET; null when there is none. A secret `whsec_…` is read as base64 (Standard Webhooks), any other
 * as plain text. Throws a StartProblem when one of them cannot be used.
 */
export function webhook(): Webhook | null {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret = '' } = process.env;
  if (!url) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new StartProblem('WEBHOOK_URL 不是有效的 http(s) 地址', 'WEBHOOK_URL is no http(s) address');
  if (secret.length < SHORTEST_SECRET) throw new StartProblem(`WEBHOOK_SECRET 至少 ${SHORTEST_SECRET} 个字符`, `WEBHOOK_SECRET must have at least ${SHORTEST_SECRET} characters`);
  return { url, secret: secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret) };
}
