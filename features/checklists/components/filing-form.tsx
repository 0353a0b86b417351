'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import { type ActionResult, unanswered } from '@/domain/result';
import { file } from '../actions';
import { fieldsOf, fill, keepDraft, type LocalDraft, readDraft, same, watchDraft } from './draft';
import { Refused, type RefusedTexts } from './refused';
import { Answered } from './typed-fields';

/** Pause after typing before it is kept on this device, and before it is kept on the server. */
const LOCAL_MS = 300;
const SERVER_MS = 20_000;

type Result = ActionResult<{ id: number; version: number }>;
type Act = (previous: Result | null, form: FormData) => Promise<Result>;
export type FilingTexts = RefusedTexts & Record<
  | 'save' | 'submit' | 'saving' | 'submitting' | 'saved' | 'local' | 'offline' | 'notSaved' | 'tooLarge' | 'broken' | 'adopt' | 'adopted'
  | 'offer' | 'offerFirst' | 'offerStale' | 'restore' | 'discard' | 'restored', string>;
type Props = { id: number; version: number; owner: string; texts: FilingTexts; children: ReactNode };

/**
 * The filer's form. What is typed is kept on this device at once and on the server soon after; a lost line, a reload, a second
 * window or an expired session loses none of it. Without script its buttons post to the same action.
 */
export function FilingForm({ id, version, owner, texts, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timers = useRef<{ local?: number; server?: number }>({});
  const busy = useRef(false);
  const adopting = useRef(false);
  const base = useRef(version);
  const undecided = useRef(false);
  const question = useRef<HTMLDivElement>(null);
  const [byPost, post] = useActionState<Result | null, FormData>(file as Act, null);
  const [told, setTold] = useState<Result | null>(null);
  const [status, setStatus] = useState(byPost?.ok ? texts.saved : '');
  const [offer, setOffer] = useState<LocalDraft | null>(null);
  const [working, setWorking] = useState<'save' | 'submit' | null>(null);
  const [, startRefresh] = useTransition();
  const result = told ?? byPost;
  const refused = result && !result.ok ? result : null;

  useEffect(() => {
    if (!form.current) return;
    const draft = readDraft(owner, id);
    const left = draft && !same(draft.fields, fieldsOf(form.current)) ? draft : null;
    if (draft && !left) keepDraft(owner, id, null);
    undecided.current = left !== null;
    const asked = window.setTimeout(() => setOffer(left));
    const unwatch = watchDraft(owner, id, decided);
    // While a draft is offered, nothing is sent or kept in its place: the form is inert until the filer has said what becomes of it.
    const online = () => void (undecided.current || send('save', true));
    window.addEventListener('online', online);
    const pending = timers.current;
    return () => {
      window.clearTimeout(asked);
      unwatch();
      window.removeEventListener('online', online);
      window.clearTimeout(pending.local);
      window.clearTimeout(pending.server);
    };
    // Once: the form outlives every refresh of the page around it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (!adopting.current || version === base.current) return;
    adopting.current = false;
    base.current = version;
    setTold(null);
    setStatus(texts.adopted);
  }, [version, texts.adopted]);

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus();
  }, [refused]);

  useEffect(() => {
    question.current?.scrollIntoView({ block: 'nearest' });
  }, [offer]);

  function decided() {
    undecided.current = false;
    setOffer(null);
  }

  function changed() {
    setStatus('');
    window.clearTimeout(timers.current.local);
    window.clearTimeout(timers.current.server);
    timers.current.local = window.setTimeout(keep, LOCAL_MS);
    timers.current.server = window.setTimeout(() => void send('save', true), SERVER_MS);
  }

  function keep() {
    if (!form.current) return;
    keepDraft(owner, id, { version: base.current, fields: fieldsOf(form.current) });
    setStatus(texts.local);
  }

  /** @param quiet kept by itself: nothing is thrown at who is typing, it only says so below the form */
  async function send(verb: 'save' | 'submit', quiet = false) {
    if (!form.current || busy.current) return;
    busy.current = true;
    // What is sent is kept here and now: a late timer would say "kept on this device" over the server's answer.
    window.clearTimeout(timers.current.local);
    window.clearTimeout(timers.current.server);
    const sent = fieldsOf(form.current);
    keepDraft(owner, id, { version: base.current, fields: sent });
    const data = new FormData(form.current);
    data.set('verb', verb);
    data.set('version', String(base.current));
    if (!quiet) setWorking(verb);
    const answer = await file(null, data).catch(unanswered);
    busy.current = false;
    setWorking(null);
    if (answer === 'offline') return setStatus(texts.offline);
    if (answer === 'too-large' || answer === 'failed') return setTold({ ok: false, code: 'failed', message: answer === 'failed' ? texts.broken : texts.tooLarge, fields: {}, typed: {} });
    if (answer.ok) {
      base.current = answer.value.version;
      setTold(null);
      const typedSince = form.current && verb === 'save' && !same(sent, fieldsOf(form.current));
      if (!typedSince) keepDraft(owner, id, null);
      if (verb === 'submit') return window.scrollTo(0, 0);
      return setStatus(texts.saved);
    }
    if (quiet && answer.code === 'invalid') return setStatus(texts.notSaved);
    setTold(answer);
    setStatus('');
    // The records may have moved on: the page shows their new number, and what is submitted next was seen beside it.
    if (verb === 'submit' && answer.code === 'invalid') startRefresh(() => router.refresh());
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    void send(submitter?.getAttribute('value') === 'submit' ? 'submit' : 'save');
  }

  function restore() {
    if (!form.current || !offer) return;
    fill(form.current, offer.fields);
    decided();
    setStatus(texts.restored);
  }

  return (
    <Answered value={{ problems: refused?.fields ?? {}, typed: byPost?.ok === false ? byPost.typed : {} }}>
      {offer && (
        <div ref={question}>
          <Notice tone="warning" title={texts.offer}>
            <p>{texts.offerFirst}</p>
            {offer.version !== base.current && <p>{texts.offerStale}</p>}
            <div className="mt-2 flex flex-wrap gap-2">
              <button type="button" onClick={restore} className={buttonClass('secondary')}>
                {texts.restore}
              </button>
              <button type="button" onClick={() => (decided(), keepDraft(owner, id, null))} className={buttonClass('quiet')}>
                {texts.discard}
              </button>
            </div>
          </Notice>
        </div>
      )}
      <form ref={form} inert={offer !== null} className="inert:opacity-60" action={post} onSubmit={onSubmit} onInput={changed} noValidate autoComplete="off">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        {children}
        {refused && (
          <div className="mt-4">
            <Refused refused={refused} checklist={id} texts={texts}>
              <button type="button" className={`mt-2 ${buttonClass('secondary')}`} onClick={() => ((adopting.current = true), startRefresh(() => router.refresh()))}>
                {texts.adopt}
              </button>
            </Refused>
          </div>
        )}
        <div className="sticky bottom-0 z-20 -mx-4 mt-4 flex flex-wrap items-center gap-3 border-t border-line bg-ground px-4 py-3 lg:static lg:mx-0 lg:px-0">
          <button type="submit" name="verb" value="save" aria-disabled={working !== null || undefined} className={buttonClass('secondary')}>
            {working === 'save' ? texts.saving : texts.save}
          </button>
          <button type="submit" name="verb" value="submit" aria-disabled={working !== null || undefined} className={buttonClass('primary')}>
            {working === 'submit' ? texts.submitting : texts.submit}
          </button>
          <p role="status" className="text-sm text-muted">
            {status}
          </p>
        </div>
      </form>
    </Answered>
  );
}
