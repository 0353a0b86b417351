'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass, INPUT } from '@/components/ui/classes';
import type { ActionResult } from '@/domain/result';
import { sendBack, verify } from '../actions';
import { Problem, Problems } from './problem';

type Result = ActionResult<{ id: number; version: number }>;
export type ReviewTexts = Record<'reason' | 'verify' | 'sendBack' | 'verifying' | 'sendingBack' | 'keys' | 'conflict' | 'look' | 'failed' | 'problems' | 'signIn' | 'offline' | 'next', string>;
type Props = {
  id: number;
  version: number;
  /** Where to go when it is done: the next of the queue, or the queue. */
  next: string;
  /** Came from the queue: the keyboard starts at the first verdict. */
  queued: boolean;
  /** After the lock nothing can be sent back. */
  locked: boolean;
  texts: ReviewTexts;
  children: ReactNode;
};

/** The office's form: verdicts by digit, then verify or return, then the next one. Whoever comes second keeps what was typed. */
export function ReviewForm({ id, version, next, queued, locked, texts, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [working, setWorking] = useState<'verify' | 'return' | null>(null);
  const [told, setTold] = useState<Result | 'offline' | null>(null);
  const refused = told && told !== 'offline' && !told.ok ? told : null;

  useEffect(() => {
    if (queued) form.current?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
  }, [queued]);

  useEffect(() => {
    const [first] = Object.keys(refused?.fields ?? {});
    if (first) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
  }, [refused]);

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target as HTMLElement;
    const typing = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const entries = [...(form.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const at = entries.findIndex((entry) => entry.contains(target));
    const radios = (entry?: HTMLElement) => [...(entry?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
    const go = (radio?: HTMLInputElement) => {
      if (!radio) return;
      event.preventDefault();
      radio.focus();
    };
    if (event.key === 'j' || event.key === 'k') {
      const to = radios(entries[at + (event.key === 'j' ? 1 : -1)]);
      go(to.find((radio) => radio.checked) ?? to[0]);
    } else if (/^[1-4]$/.test(event.key)) {
      const radio = radios(entries[Math.max(0, at)])[Number(event.key) - 1];
      if (radio) radio.checked = true;
      go(radio);
    }
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!form.current || busy.current) return;
    const verb = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'return' ? 'return' : 'verify';
    busy.current = true;
    setWorking(verb);
    const answer = await (verb === 'return' ? sendBack : verify)(null, new FormData(form.current)).catch(() => null);
    busy.current = false;
    setWorking(null);
    if (answer?.ok) router.push(next);
    else setTold(answer ?? 'offline');
  }

  const title = { invalid: texts.problems, conflict: texts.conflict } as Record<string, string>;
  return (
    <Problems value={refused?.fields ?? {}}>
      <form ref={form} onSubmit={(event) => void onSubmit(event)} onKeyDown={onKeyDown} noValidate autoComplete="off">
        <p className="mb-2 hidden text-sm text-muted lg:block">{texts.keys}</p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="mt-4 max-w-3xl space-y-1">
          <label htmlFor="reason" className="block text-sm font-medium">
            {texts.reason}
          </label>
          <textarea id="reason" name="reason" rows={2} maxLength={500} className={INPUT} aria-describedby="reason-problem" aria-invalid={refused?.fields.reason ? true : undefined} />
          <Problem field="reason" />
        </div>
        <div className="mt-3">
          {told === 'offline' && <Notice tone="error" title={texts.offline} />}
          {refused && (
            <Notice tone="error" title={title[refused.code] ?? texts.failed}>
              <p>{refused.message}</p>
              {refused.code === 'conflict' && (
                <a href={`/checklists/${id}`} target="_blank" rel="noopener" className={`mt-2 ${buttonClass('secondary')}`}>
                  {texts.look}
                </a>
              )}
              {refused.code === 'signed-out' && (
                <a href={`/sign-in?callbackUrl=/checklists/${id}`} target="_blank" rel="noopener" className={`mt-2 ${buttonClass('secondary')}`}>
                  {texts.signIn}
                </a>
              )}
            </Notice>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" value="verify" aria-disabled={working !== null || undefined} className={buttonClass('primary')}>
            {working === 'verify' ? texts.verifying : texts.verify}
          </button>
          {!locked && (
            <button type="submit" value="return" aria-disabled={working !== null || undefined} className={buttonClass('danger')}>
              {working === 'return' ? texts.sendingBack : texts.sendBack}
            </button>
          )}
          {queued && <p className="text-sm text-muted">{texts.next}</p>}
        </div>
      </form>
    </Problems>
  );
}
