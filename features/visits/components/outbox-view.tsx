'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { buttonClass, LINK } from '@/components/ui/classes';
import type { SendingState } from './device';
import { dropVisit, listenToOutbox, outboxOf, retryVisit, type Waiting } from './outbox';
import { keepSending } from './sender';

export interface OutboxTexts {
  title: string;
  states: Record<SendingState, string>;
  waits: string;
  photos: string;
  signIn: string;
  retry: string;
  again: string;
  remove: string;
  removeSure: string;
  open: string;
}

const TONES: Record<SendingState, BadgeTone> = { waiting: 'yellow', sending: 'blue', sent: 'green', failed: 'red' };

/** What waits on this device and what became of it; while it is shown, what waits is sent by itself. */
export function OutboxView({ account, texts }: { account: number; texts: OutboxTexts }) {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const look = useCallback(() => void outboxOf(account).then(setWaiting), [account]);
  useEffect(() => {
    const deaf = listenToOutbox(look);
    look();
    return deaf;
  }, [look]);
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  useEffect(() => keepSending(), [asked]);
  const retry = (key: string, again: boolean) => void retryVisit(key, again).then(ask);
  const remove = (key: string) => window.confirm(texts.removeSure) && void dropVisit(key);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={texts.title} className="mb-6 border-y border-line py-3">
      <h2 className="mb-1 text-lg font-semibold">{texts.title}</h2>
      <ul aria-live="polite">
        {waiting.map(({ key, name, visitedOn, state, why, visit, photos }) => (
          <li key={key} data-state={state} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0">
            <span className="font-medium">{name}</span>
            <span className="text-muted">{visitedOn}</span>
            <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
            {photos > 0 && state !== 'sent' && <span className="text-muted">{`${texts.photos} ${photos}`}</span>}
            {state === 'waiting' && !why && <span className="text-muted">{texts.waits}</span>}
            {why && <span className="w-full text-sm">{why.message}</span>}
            {why?.code === 'signed-out' && (
              <a href="/sign-in?callbackUrl=/visits" className={LINK}>
                {texts.signIn}
              </a>
            )}
            {state === 'failed' && (
              <span className="flex flex-wrap gap-2">
                <button type="button" className={buttonClass('secondary', true)} onClick={() => retry(key, false)}>
                  {texts.retry}
                </button>
                {why?.code === 'conflict' && visit === null && (
                  <button type="button" className={buttonClass('secondary', true)} onClick={() => retry(key, true)}>
                    {texts.again}
                  </button>
                )}
                <button type="button" className={buttonClass('danger', true)} onClick={() => remove(key)}>
                  {texts.remove}
                </button>
              </span>
            )}
            {state === 'sent' && visit !== null && (
              <a href={`/visits/${visit}`} className={LINK}>
                {texts.open}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
