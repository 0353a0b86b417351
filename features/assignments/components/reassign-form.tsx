'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/text-input';
import { reassign } from '../actions';

export interface ReassignTexts {
  reason: string;
  reasonHint: string;
  submit: string;
  working: string;
}

/** The last step: why. The open assignments go along as they were seen, so that a second submission or a slower colleague is told. */
export function ReassignForm({ moves, texts }: { moves: string[]; texts: ReassignTexts }) {
  const [result, submit] = useActionState(reassign, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-2xl gap-3">
      {refused && <Notice tone="error" title={refused.message} />}
      {moves.map((value) => (
        <input key={value} type="hidden" name="moves" value={value} />
      ))}
      <Textarea name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} minLength={2} maxLength={300} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
