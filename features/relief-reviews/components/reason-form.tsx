'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/text-input';
import { refuse, revoke, sendBack } from '../actions';

const DECISIONS = { 'send-back': sendBack, refuse, revoke };

type Props = { id: number; version: number; verb: keyof typeof DECISIONS; texts: Record<'reason' | 'reasonHint' | 'submit' | 'working', string> };

/** A decision that needs nothing but why. */
export function ReasonForm({ id, version, verb, texts }: Props) {
  const [result, submit] = useActionState(DECISIONS[verb], null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-md gap-3" aria-label={texts.submit}>
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Textarea name="reason" id={`${verb}-reason`} label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} maxLength={500} required />
      <div>
        <SubmitButton tone="secondary" working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
