'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { enterReturn } from '../actions';

type Props = { batch: number; no: number; texts: Record<'title' | 'ref' | 'day' | 'reason' | 'submit' | 'working' | 'done', string> };

/** What the bank's notice of a payment that came back says. */
export function ReturnForm({ batch, no, texts }: Props) {
  const [result, submit] = useActionState(enterReturn, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.title}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="id" value={batch} />
      <input type="hidden" name="no" value={no} />
      <TextInput name="ref" label={texts.ref} defaultValue={typed.ref} error={fields.ref} maxLength={40} required />
      <TextInput name="day" type="date" label={texts.day} defaultValue={typed.day} error={fields.day} required />
      <TextInput name="reason" label={texts.reason} defaultValue={typed.reason} error={fields.reason} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working} tone="secondary">{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
