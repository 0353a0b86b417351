'use client';

import { useEffect } from 'react';
import { typedDraftsOf } from '@/domain/typed-draft';
import { wipe } from './device';
import { leave, unsentOf } from './outbox';

const PATIENCE_MS = 30_000;

type Props = { unsent: string; unreachable: string };

/**
 * Signs somebody out who has script: says what was not sent, ends the session, then takes everything of theirs off this device.
 * Without signal nothing happens at all: a device wiped for a session that goes on would help nobody.
 */
export function LeaveGuard({ unsent, unreachable }: Props) {
  useEffect(() => {
    const signOut = async ({ action, dataset }: HTMLFormElement) => {
      if (!navigator.onLine) return window.alert(unreachable);
      const account = Number(dataset.account);
      const { visits, drafts } = await unsentOf(account).catch(() => ({ visits: 0, drafts: 0 }));
      const half = drafts + typedOf(dataset.username).length;
      if (visits + half > 0 && !window.confirm(unsent.replace('{visits}', String(visits)).replace('{drafts}', String(half)))) return;
      const answer = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, signal: AbortSignal.timeout?.(PATIENCE_MS) }).catch(() => null);
      if (!answer?.ok) return window.alert(unreachable);
      for (const key of typedOf(dataset.username)) localStorage.removeItem(key);
      await leave(account).catch(wipe);
      // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a whole new page: the router's memory of this one goes too
      window.location.href = '/sign-in';
    };
    const leaving = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (new URL(form.action).pathname !== '/sign-out') return;
      event.preventDefault();
      void signOut(form);
    };
    document.addEventListener('submit', leaving);
    return () => document.removeEventListener('submit', leaving);
  }, [unsent, unreachable]);
  return null;
}

/** A person's half-typed forms in the browser's storage, by key. Storage may be forbidden: then there are none. */
function typedOf(username = ''): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(typedDraftsOf(username)));
  } catch {
    return [];
  }
}
