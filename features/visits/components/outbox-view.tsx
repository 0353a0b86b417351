'use client';

import { useCallback, useEffect, useReducer, useState } from 'react';
import type { SendingState } from './device';
import { backToForm, draftOf, dropVisit, listenToOutbox, outboxOf, retryVisit, type Waiting } from './outbox';
import { OutboxRow } from './outbox-row';
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
  photosRefused: string;
  removePhotosSure: string;
  open: string;
  edit: string;
  editSure: string;
  /** A field and what is wrong with it. */
  wrong: string;
  /** What the fields of a visit are called. */
  fields: Readonly<Record<string, string>>;
}

type Props = { account: number; texts: OutboxTexts; /** Opens the form of a household, where what was refused is corrected. */ edit: (household: number) => void };

/** What waits on this device and what became of it; while it is shown, what waits is sent by itself. */
export function OutboxView({ account, texts, edit }: Props) {
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
  const remove = ({ key, visit }: Waiting) => window.confirm(visit === null ? texts.removeSure : texts.removePhotosSure) && void dropVisit(key);
  const correct = async ({ key, household }: Waiting) => {
    if ((await draftOf(account, household)) && !window.confirm(texts.editSure)) return;
    await backToForm(key);
    edit(household);
  };
  if (waiting.length === 0) return null;
  return (
    <section aria-label={texts.title} className="mb-6 border-y border-line py-3">
      <h2 className="mb-1 text-lg font-semibold">{texts.title}</h2>
      <ul aria-live="polite">
        {waiting.map((each) => (
          <OutboxRow key={each.key} waiting={each} texts={texts} retry={(again) => retry(each.key, again)} correct={() => void correct(each)} remove={() => remove(each)} />
        ))}
      </ul>
    </section>
  );
}
