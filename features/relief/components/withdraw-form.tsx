'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { withdraw } from '../actions';

export interface WithdrawTexts {
  withdraw: string;
  withdrawHint: string;
  reason: string;
  reasonHint: string;
  working: string;
}

/** Takes an application back. The version goes along: whoever saw an older one is told. */
export function WithdrawForm({ id, version, texts }: { id: number; version: number; texts: WithdrawTexts }) {
  const [result, submit] = useActionState(withdraw, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-2xl gap-3" aria-label={texts.withdraw}>
      <p className="text-sm text-muted">{texts.withdrawHint}</p>
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextInput name="reason" id="withdraw-reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} minLength={5} maxLength={200} required />
      <div>
        <SubmitButton tone="danger" working={texts.working}>{texts.withdraw}</SubmitButton>
      </div>
    </form>
  );
}
