'use client';

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { SAME_DAY, visitFactsOf, visitProblems } from '@/domain/visit';
import { record } from '../actions';
import { canKeep, one } from './device';
import { backToForm, draftOf, keepDraft, putVisit, type VisitDraft } from './outbox';
import { PhotoPicker, type PhotoTexts } from './photo-picker';
import { sendAll } from './sender';
import { sendLater } from './shell-worker';
import { type VisitChoices, VisitFields, type VisitFieldTexts } from './visit-fields';

export interface VisitFormTexts extends VisitFieldTexts, PhotoTexts {
  submit: string;
  working: string;
  again: string;
  restored: string;
  full: string;
  invalid: string;
  /** What may be wrong with a visit, said beside the field. */
  problems: Readonly<Record<string, string>>;
}

type Props = {
  /** Who records, on a device that keeps; the form alone works without. */
  account: number;
  household: { id: number; name: string; registeredOn: string };
  visitKey: string;
  first: string;
  today: string;
  choices: VisitChoices;
  texts: VisitFormTexts;
  /** Where to go once the visit is kept: with its number when it was sent at once. */
  done: (visit: number | null) => void;
};

type Told = { code: string; message: string; reason?: string; fields?: Readonly<Record<string, string>> };
const TYPING_MS = 300;
/** How long the form waits for what is sent; what takes longer is on the device and goes by itself. */
const PATIENCE_MS = 10_000;

/**
 * One visit. On a device that can keep, it goes into the outbox first and from there to the server, with or without signal; what is
 * being typed is kept too. Elsewhere it is a plain form. The key goes along, so that the same visit sent twice is one.
 */
export function VisitForm({ account, household, visitKey, first, today, choices, texts, done }: Props) {
  const [result, submit] = useActionState(record, null);
  const [key, setKey] = useState(visitKey);
  const [keeps, setKeeps] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const [restored, setRestored] = useState(false);
  const [working, setWorking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refused = told ?? (result?.ok === false ? result : null);

  useEffect(() => {
    if (!canKeep()) return;
    void draftOf(account, household.id).then((kept) => {
      if (kept && form.current) {
        fill(form.current, kept.draft.fields);
        setKey(kept.visit);
        setRestored(true);
      }
      setKeeps(true);
    });
    return () => clearTimeout(timer.current);
  }, [account, household.id]);

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);

  const draft = (): VisitDraft => ({ name: household.name, fields: fieldsOf(form.current) });
  const typing = () => {
    if (!keeps || busy.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keepDraft(account, household.id, key, draft()).catch(() => undefined), TYPING_MS);
  };

  const refuse = (why: Told | null) => {
    setTold(why);
    setWorking(false);
    busy.current = false;
  };

  async function keepAndSend(event: FormEvent) {
    if (!keeps) return;
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const wrong = visitProblems(visitFactsOf(draft().fields), { today, registeredOn: household.registeredOn });
    if (wrong.length > 0) {
      return refuse({ code: 'invalid', message: texts.invalid, fields: Object.fromEntries(wrong.map(({ field, problem }) => [field, texts.problems[problem] ?? ''])) });
    }
    setWorking(true);
    clearTimeout(timer.current);
    try {
      await putVisit(account, key, draft());
      await Promise.race([sendAll().catch(() => false), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
      const kept = await one('visits', key);
      if (kept?.state === 'failed' && kept.visit === null) {
        await backToForm(key);
        return refuse(kept.why);
      }
      await keepDraft(account, household.id, key, null);
      if (kept?.state !== 'sent') await sendLater();
      done(kept?.visit ?? null);
    } catch {
      refuse({ code: 'failed', message: texts.full });
    }
  }

  return (
    <form ref={form} action={submit} onSubmit={(event) => void keepAndSend(event)} onInput={typing} className="grid max-w-2xl gap-4">
      {refused && <Notice tone="error" title={refused.code === 'invalid' ? texts.invalid : refused.message} />}
      {restored && !refused && <Notice title={texts.restored} />}
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="household" value={household.id} />
      <VisitFields texts={texts} choices={choices} first={first} today={today} typed={told === null && result?.ok === false ? result.typed : undefined} errors={refused?.fields} />
      {keeps && <PhotoPicker account={account} visit={key} texts={texts} />}
      {refused?.reason === SAME_DAY && <Checkbox name="again" label={texts.again} />}
      <div>
        <SubmitButton working={texts.working} busy={working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}

/** What was filled in, by field. */
function fieldsOf(form: HTMLFormElement | null): Record<string, string> {
  const entries = form ? [...new FormData(form)] : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && /^[a-zA-Z]+$/.test(entry[0]) && entry[0] !== 'key'));
}

function fill(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === 'radio') element.checked = (fields[element.name] ?? '') === element.value;
    else if ((element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file') || element instanceof HTMLTextAreaElement) element.value = fields[element.name] ?? element.value;
  }
}
