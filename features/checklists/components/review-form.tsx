'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass, INPUT } from '@/components/ui/classes';
import { type ActionResult, unanswered } from '@/domain/result';
import { review } from '../actions';
import { Refused, type RefusedTexts } from './refused';
import { Answered, Problem, TypedTextarea } from './typed-fields';

type Result = ActionResult<{ id: number; version: number }>;
type Act = (previous: Result | null, form: FormData) => Promise<Result>;
export type ReviewTexts = RefusedTexts & Record<'reason' | 'verify' | 'sendBack' | 'verifying' | 'sendingBack' | 'keys' | 'look' | 'offline' | 'too-large' | 'broken' | 'next' | 'skip', string>;
type Props = {
  id: number;
  version: number;
  /** Where to go when it is done: the next of the queue, or the queue. */
  next: string;
  /** Came from the queue: the keyboard starts at the first verdict. `place` says where in the queue; `skip`: the one after this, null where it is the only one. */
  queue: { place: string; skip: string | null } | null;
  /** After the lock nothing can be sent back. */
  locked: boolean;
  texts: ReviewTexts;
  children: ReactNode;
};

/**
 * The office's form: verdicts by digit, then verify or return, then the next one. Whoever comes second keeps what was typed.
 * Without script its buttons post to the same action.
 */
export function ReviewForm({ id, version, next, queue, locked, texts, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [working, setWorking] = useState<'verify' | 'return' | null>(null);
  const [byPost, post] = useActionState<Result | null, FormData>(review as Act, null);
  const [told, setTold] = useState<Result | null>(null);
  const [lost, setLost] = useState('');
  const result = told ?? byPost;
  const refused = result?.ok === false ? result : null;
  const queued = queue !== null;

  useEffect(() => {
    if (queued) form.current?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
  }, [queued]);

  useEffect(() => {
    const [first] = Object.keys(refused?.fields ?? {});
    if (first) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
  }, [refused]);

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target as HTMLElement;
    if (target.id === 'reason' && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      form.current?.querySelector<HTMLElement>('button[value=return]')?.click();
      return;
    }
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
    } else if (event.key === 'r') {
      event.preventDefault();
      form.current?.querySelector<HTMLElement>('#reason')?.focus();
    } else if (event.key === 's' && queue?.skip) router.push(queue.skip);
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!form.current || busy.current) return;
    const verb = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'return' ? 'return' : 'verify';
    busy.current = true;
    setWorking(verb);
    const data = new FormData(form.current);
    data.set('verb', verb);
    const answer = await review(null, data).catch(unanswered);
    busy.current = false;
    setWorking(null);
    const answered = typeof answer === 'object';
    setLost(answered ? '' : texts[answer === 'failed' ? 'broken' : answer]);
    setTold(answered ? answer : null);
    if (answered && answer.ok) router.push(next);
  }

  return (
    <Answered value={{ problems: refused?.fields ?? {}, typed: byPost?.ok === false ? byPost.typed : {} }}>
      <form ref={form} action={post} onSubmit={(event) => void onSubmit(event)} onKeyDown={onKeyDown} noValidate autoComplete="off">
        <p className="mb-2 flex flex-wrap gap-x-6 text-sm text-muted">
          {queue && <span>{queue.place}</span>}
          <span className="hidden lg:inline">{texts.keys}</span>
        </p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="mt-4 max-w-3xl space-y-1">
          <label htmlFor="reason" className="block text-sm font-medium">
            {texts.reason}
          </label>
          <TypedTextarea id="reason" name="reason" rows={2} maxLength={500} className={INPUT} aria-describedby="reason-problem" />
          <Problem field="reason" />
        </div>
        <div className="mt-3">
          {lost && <Notice tone="error" title={lost} />}
          {refused && (
            <Refused refused={refused} checklist={id} texts={texts}>
              <a href={`/checklists/${id}`} target="_blank" rel="noopener" className={`mt-2 ${buttonClass('secondary')}`}>
                {texts.look}
              </a>
            </Refused>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" name="verb" value="verify" aria-disabled={working !== null || undefined} className={buttonClass('primary')}>
            {working === 'verify' ? texts.verifying : texts.verify}
          </button>
          {!locked && (
            <button type="submit" name="verb" value="return" aria-disabled={working !== null || undefined} className={buttonClass('danger')}>
              {working === 'return' ? texts.sendingBack : texts.sendBack}
            </button>
          )}
          {queue?.skip && (
            <a href={queue.skip} className={buttonClass('quiet')}>
              {texts.skip}
            </a>
          )}
          {queued && <p className="text-sm text-muted">{texts.next}</p>}
        </div>
      </form>
    </Answered>
  );
}
