'use client';

import { sendingResult } from '@/domain/sending';
import { all, drop, keep, type KeptVisit, one } from './device';
import { tellOutbox, type VisitDraft } from './outbox';
import { open, openBytes, seal } from './seal';

const LOCK = 'guatu-field';
/** Pauses before what could not be sent is tried again: a signal that has just come back often fails once more. */
const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 300_000;
/** A line that says nothing for so long is no line: the next one gets its turn. */
const VISIT_TIMEOUT_MS = 60_000;
const PHOTO_TIMEOUT_MS = 120_000;

/** The server's answer to one sending. */
export interface Answer {
  readonly status: number | null;
  readonly id?: number;
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

async function ask(address: string, timeout: number, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(address, { ...init, method: 'POST', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout?.(timeout) });
    const told = (await response.json().catch(() => ({}))) as Omit<Answer, 'status'>;
    return { ...told, status: response.status };
  } catch {
    return { status: null };
  }
}

/** Hands a visit in. The same key again is answered with the visit it made. */
export const sendVisit = (owner: number, key: string, { fields }: VisitDraft): Promise<Answer> =>
  ask('/api/visits', VISIT_TIMEOUT_MS, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...fields, key, account: owner }) });

function sendPhoto(owner: number, key: string, visit: number, picture: ArrayBuffer): Promise<Answer> {
  const body = new FormData();
  body.set('key', key);
  body.set('visit', String(visit));
  body.set('account', String(owner));
  body.set('file', new Blob([picture], { type: 'image/jpeg' }));
  return ask('/api/visits/photos', PHOTO_TIMEOUT_MS, { body });
}

/**
 * Sends all that waits, in the order it was recorded: one sender at a time on a device, however many tabs and workers there are.
 * What was begun and not finished (the browser was closed) is sent again under its own key.
 * @returns whether nothing is left to try again: what waits for a person to sign in, or was refused, is not tried by itself
 */
export async function sendAll(): Promise<boolean> {
  return navigator.locks.request(LOCK, async () => {
    const waiting = (await all('visits')).filter(({ state }) => state === 'waiting' || state === 'sending').sort((a, b) => a.at - b.at);
    for (const visit of waiting) if ((await sendOne(visit)) === 'later') return false;
    return true;
  });
}

/**
 * Sends what waits now, whenever the signal is back or the page comes to the front, and again after a pause that doubles while it fails.
 * @returns what ends it
 */
export function keepSending(): () => void {
  const stop = new AbortController();
  let timer: number | undefined;
  const send = async (pause: number) => {
    const done = await sendAll().catch(() => true);
    window.clearTimeout(timer);
    if (!done && !stop.signal.aborted) timer = window.setTimeout(send, pause, Math.min(pause * 2, LONGEST_PAUSE_MS));
  };
  const afresh = () => void send(FIRST_PAUSE_MS);
  const { signal } = stop;
  window.addEventListener('online', afresh, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && afresh(), { signal });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  afresh();
  return () => stop.abort();
}

async function sendOne({ key }: KeptVisit): Promise<'on' | 'later'> {
  const kept = await one('visits', key);
  if (!kept) return 'on';
  const draft = await open<VisitDraft>(kept.owner, kept.sealed);
  if (!draft) return 'on';
  await become(kept, { state: 'sending', why: null });
  let { visit } = kept;
  if (visit === null) {
    const answer = await sendVisit(kept.owner, key, draft);
    if (sendingResult(answer.status) !== 'sent') return settle(kept, answer);
    visit = answer.id ?? null;
    if (visit === null) return settle(kept, { status: null });
    await become(kept, { visit });
  }
  let refused: Answer | null = null;
  for (const photo of (await all('photos')).filter((each) => each.visit === key)) {
    const answer = await sendPhoto(kept.owner, photo.key, visit, await openBytes(kept.owner, photo.sealed));
    const result = sendingResult(answer.status);
    if (result === 'sent') await drop('photos', photo.key);
    else if (result === 'refused') refused = answer;
    else return settle(kept, answer);
  }
  if (refused) return settle(kept, refused);
  // What was sent needs no second copy: the name stays for the list, until tomorrow.
  const { name, fields } = draft;
  await become(kept, { state: 'sent', why: null, visit, sealed: await seal(kept.owner, { name, fields: { visitedOn: fields.visitedOn ?? '' } } satisfies VisitDraft) });
  return 'on';
}

/** An ended session or no signal: it waits as it is. A refusal is shown with what the server said. */
async function settle(kept: KeptVisit, { status, code = 'failed', message = '', reason, fields }: Answer): Promise<'on' | 'later'> {
  const result = sendingResult(status);
  if (result === 'refused') await become(kept, { state: 'failed', why: { code, message, reason, fields } });
  else await become(kept, { state: 'waiting', why: result === 'signed-out' ? { code: 'signed-out', message } : null });
  return result === 'later' ? 'later' : 'on';
}

async function become({ key }: KeptVisit, changes: Partial<KeptVisit>): Promise<void> {
  const now = await one('visits', key);
  if (now) await keep('visits', { ...now, ...changes });
  tellOutbox();
}
