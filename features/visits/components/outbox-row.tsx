'use client';

import { Badge, type BadgeTone } from '@/components/ui/badge';
import { buttonClass, LINK } from '@/components/ui/classes';
import { SAME_DAY } from '@/domain/visit';
import type { SendingState } from './device';
import type { Waiting } from './outbox';
import type { OutboxTexts } from './outbox-view';

const TONES: Record<SendingState, BadgeTone> = { waiting: 'yellow', sending: 'blue', sent: 'green', failed: 'red' };

export interface RowActions {
  /** Sends it once more; `again` files it beside the other one of that day. */
  retry: (again: boolean) => void;
  /** Opens it in its form. */
  correct: () => void;
  remove: () => void;
}

/** One visit that waits on the device, what became of it, and what can be done about a refusal. */
export function OutboxRow({ waiting: { name, visitedOn, state, why, visit, photos }, texts, retry, correct, remove }: RowActions & { waiting: Waiting; texts: OutboxTexts }) {
  const sameDay = why?.reason === SAME_DAY;
  // Filed, and only photos of it were refused.
  const filed = state === 'failed' && visit !== null;
  return (
    <li data-state={state} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0">
      <span className="font-medium">{name}</span>
      <span className="text-muted">{visitedOn}</span>
      <Badge tone={filed ? 'yellow' : TONES[state]}>{filed ? texts.photosRefused : texts.states[state]}</Badge>
      {photos > 0 && state !== 'sent' && <span className="text-muted">{`${texts.photos} ${photos}`}</span>}
      {state === 'waiting' && !why && <span className="text-muted">{texts.waits}</span>}
      {why && <Why why={why} texts={texts} />}
      {why?.code === 'signed-out' && (
        <a href="/sign-in?callbackUrl=/visits" className={LINK}>
          {texts.signIn}
        </a>
      )}
      {state === 'failed' && (
        <span className="flex flex-wrap gap-2">
          {visit === null && (why?.code === 'invalid' || sameDay) && (
            <button type="button" className={buttonClass('secondary', true)} onClick={correct}>
              {texts.edit}
            </button>
          )}
          <button type="button" className={buttonClass('secondary', true)} onClick={() => retry(false)}>
            {texts.retry}
          </button>
          {sameDay && visit === null && (
            <button type="button" className={buttonClass('secondary', true)} onClick={() => retry(true)}>
              {texts.again}
            </button>
          )}
          <button type="button" className={buttonClass('danger', true)} onClick={remove}>
            {texts.remove}
          </button>
        </span>
      )}
      {(state === 'sent' || filed) && visit !== null && (
        <a href={`/visits/${visit}`} className={LINK}>
          {texts.open}
        </a>
      )}
    </li>
  );
}

/** Why it waits or was refused: field by field where fields were wrong. */
function Why({ why: { message, fields = {} }, texts }: { why: NonNullable<Waiting['why']>; texts: OutboxTexts }) {
  const wrong = Object.entries(fields).map(([field, sentence]) => texts.wrong.replace('{field}', texts.fields[field] ?? field).replace('{sentence}', sentence));
  return <span className="w-full text-sm">{wrong.length > 0 ? wrong.join(' ') : message}</span>;
}
