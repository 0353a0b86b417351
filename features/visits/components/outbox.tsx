'use client';

import { all, anythingKept, drop, keep, type KeptVisit, one, wipe } from './device';
import { open, openBytes, seal, sealBytes } from './seal';

/** A visit as it was filled in, by field; the household's name is for the list of what waits. */
export interface VisitDraft {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What waits on the device, as a screen shows it. */
export interface Waiting {
  readonly key: string;
  readonly at: number;
  readonly state: KeptVisit['state'];
  readonly why: KeptVisit['why'];
  readonly visit: number | null;
  readonly household: number;
  readonly name: string;
  readonly visitedOn: string;
  readonly photos: number;
}

const CHANGED = 'guatu-field';
const SENT_KEPT_MS = 24 * 3600_000;

/** Calls back whenever what waits changes, in this tab or another. */
export function listenToOutbox(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANGED);
  channel.onmessage = changed;
  return () => channel.close();
}

export function tellOutbox(): void {
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage('changed');
  channel.close();
}

/**
 * The account signed in here from now on; null is nobody. Of anybody else only what was never sent stays, sealed, until they sign in again
 * themselves; the list of their households goes.
 * @returns how many visits of others wait
 */
export async function adopt(account: number | null): Promise<number> {
  const foreign = <Row extends { owner: number }>(rows: Row[]) => rows.filter(({ owner }) => owner !== account);
  for (const { owner } of foreign(await all('lists'))) await drop('lists', owner);
  for (const { id } of foreign(await all('drafts'))) await drop('drafts', id);
  const unsent = new Set<number>();
  let count = 0;
  for (const { key, owner, state } of foreign(await all('visits'))) {
    if (state === 'sent') await drop('visits', key);
    else {
      unsent.add(owner);
      count += 1;
    }
  }
  const needed = new Set([...(await all('visits')), ...(await all('drafts')).map(({ visit }) => ({ key: visit }))].map(({ key }) => key));
  for (const { key, visit } of await all('photos')) if (!needed.has(visit)) await drop('photos', key);
  for (const { owner } of foreign(await all('keys'))) if (!unsent.has(owner)) await drop('keys', owner);
  return count;
}

/** Takes an account off this device. What others have not sent stays for them, sealed; where there is nothing of the kind, nothing at all stays. */
export async function leave(account: number): Promise<void> {
  if (!(await anythingKept())) return wipe();
  for (const { key, owner } of await all('visits')) if (owner === account) await drop('visits', key);
  if ((await adopt(null)) === 0) await wipe();
}

/** Puts a visit where it waits to be sent; its photos are kept under its key already. */
export async function putVisit(owner: number, key: string, draft: VisitDraft): Promise<void> {
  await keep('visits', { key, owner, at: Date.now(), state: 'waiting', why: null, visit: null, sealed: await seal(owner, draft) });
  tellOutbox();
}

export async function keepPhoto(owner: number, visit: string, picture: Blob): Promise<string> {
  const key = crypto.randomUUID();
  await keep('photos', { key, visit, owner, sealed: await sealBytes(owner, await picture.arrayBuffer()) });
  return key;
}

export const dropPhoto = (key: string): Promise<unknown> => drop('photos', key);

/** The photos kept for a visit, opened. */
export async function photosOf(owner: number, visit: string): Promise<{ key: string; picture: Blob }[]> {
  const kept = (await all('photos')).filter((photo) => photo.visit === visit && photo.owner === owner);
  return Promise.all(kept.map(async ({ key, sealed }) => ({ key, picture: new Blob([await openBytes(owner, sealed)], { type: 'image/jpeg' }) })));
}

/** Everything of an account that waits, failed, or was sent within a day; the newest first. */
export async function outboxOf(owner: number): Promise<Waiting[]> {
  const photos = await all('photos');
  const shown: Waiting[] = [];
  for (const { key, at, state, why, visit, sealed, ...row } of await all('visits')) {
    if (row.owner !== owner) continue;
    if (state === 'sent' && at < Date.now() - SENT_KEPT_MS) {
      await drop('visits', key);
      continue;
    }
    const draft = await open<VisitDraft>(owner, sealed);
    shown.push({ key, at, state, why, visit, household: Number(draft?.fields.household), name: draft?.name ?? '', visitedOn: draft?.fields.visitedOn ?? '', photos: photos.filter((photo) => photo.visit === key).length });
  }
  return shown.sort((a, b) => b.at - a.at);
}

/** Takes a visit off the device, with its photos. */
export async function dropVisit(key: string): Promise<void> {
  for (const photo of await all('photos')) if (photo.visit === key) await drop('photos', photo.key);
  await drop('visits', key);
  tellOutbox();
}

/** Sends a refused visit once more; `again` files it beside the other one of that day. */
export async function retryVisit(key: string, again: boolean): Promise<void> {
  const visit = await one('visits', key);
  const draft = visit && (await open<VisitDraft>(visit.owner, visit.sealed));
  if (!visit || !draft) return;
  const fields = again ? { ...draft.fields, again: 'on' } : draft.fields;
  await keep('visits', { ...visit, state: 'waiting', why: null, sealed: await seal(visit.owner, { ...draft, fields }) });
  tellOutbox();
}

/** What an account would lose by signing out here: visits that were not sent, and those half filled in. */
export async function unsentOf(account: number): Promise<{ visits: number; drafts: number }> {
  if (!(await anythingKept())) return { visits: 0, drafts: 0 };
  const visits = (await all('visits')).filter(({ owner, state }) => owner === account && state !== 'sent');
  return { visits: visits.length, drafts: (await all('drafts')).filter(({ owner }) => owner === account).length };
}

/** Puts a refused visit back into the form of its household, with its photos, to be corrected. */
export async function backToForm(key: string): Promise<void> {
  const visit = await one('visits', key);
  const draft = visit && (await open<VisitDraft>(visit.owner, visit.sealed));
  if (!visit || !draft) return;
  await keepDraft(visit.owner, Number(draft.fields.household), key, draft);
  await drop('visits', key);
  tellOutbox();
}

const draftId = (owner: number, household: number): string => `${owner}:${household}`;

/** Keeps what is being typed for a household under the key of the visit it will be; null forgets it. */
export async function keepDraft(owner: number, household: number, visit: string, draft: VisitDraft | null): Promise<void> {
  const id = draftId(owner, household);
  if (draft) await keep('drafts', { id, owner, visit, sealed: await seal(owner, draft) });
  else await drop('drafts', id);
}

export async function draftOf(owner: number, household: number): Promise<{ visit: string; draft: VisitDraft } | null> {
  const kept = await one('drafts', draftId(owner, household));
  const draft = kept && (await open<VisitDraft>(owner, kept.sealed));
  return draft ? { visit: kept.visit, draft } : null;
}
