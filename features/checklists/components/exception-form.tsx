'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { grantException } from '../actions';

export type ExceptionTexts = Record<'until' | 'reason' | 'reasonHint' | 'grant' | 'granting' | 'granted', string>;

/** The office opens a locked month for one filer. Without script it posts to the same action. */
export function ExceptionForm({ id, texts }: { id: number; texts: ExceptionTexts }) {
  const [result, grant] = useActionState(grantException, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={grant} className="grid max-w-xl gap-4">
      {result?.ok && <Notice tone="done" title={texts.granted} />}
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <TextInput name="until" type="date" label={texts.until} defaultValue={refused?.typed.until} error={refused?.fields.until} required />
      <TextInput name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} maxLength={200} required />
      <div>
        <SubmitButton working={texts.granting}>{texts.grant}</SubmitButton>
      </div>
    </form>
  );
}
