'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/text-input';
import { amend, offer, sign, withdraw } from '../actions';

const DEEDS = { amend, offer, sign, withdraw };
export type Deed = keyof typeof DEEDS;

export interface DeedTexts {
  title: string;
  hint: string;
  button: string;
  working: string;
  done: string;
  /** The field for why, where a deed needs one. */
  reason?: string;
}

/** One deed on a letter: what it means, why where that is asked, and a button. What was seen goes along, so that whoever was slower is told. */
export function DeedForm({ deed, seen, texts }: { deed: Deed; seen: Record<string, string | number>; texts: DeedTexts }) {
  const [result, submit] = useActionState(DEEDS[deed], null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} aria-label={texts.title} className="grid max-w-2xl gap-2 border-s-2 border-line-strong ps-4">
      <p className="font-medium">{texts.title}</p>
      <p className="text-muted">{texts.hint}</p>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      {Object.entries(seen).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {texts.reason && <Textarea name="reason" id={`${deed}-reason`} label={texts.reason} defaultValue={refused?.typed.reason} error={refused?.fields.reason} minLength={5} maxLength={300} rows={2} required />}
      <div>
        <SubmitButton working={texts.working} tone={deed === 'withdraw' ? 'danger' : deed === 'amend' ? 'secondary' : 'primary'}>{texts.button}</SubmitButton>
      </div>
    </form>
  );
}
