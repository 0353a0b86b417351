'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import type { Tone } from '@/components/ui/classes';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { bounce, close, confirmReturn, dropReturn, make, reinstate, takeBack } from '../actions';

const ACTIONS = { bounce, close, confirmReturn, dropReturn, make, reinstate, takeBack };
type Props = { what: keyof typeof ACTIONS; hidden?: Record<string, string | number>; reason?: string; tone?: Tone; texts: { title: string; submit: string; working: string; done: string } };

/** One deed on a batch or a failed case, with a reason where one is asked. */
export function BatchForm({ what, hidden = {}, reason, tone = 'primary', texts }: Props) {
  const [result, submit] = useActionState(ACTIONS[what], null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.title}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {reason && <TextInput name="reason" label={reason} defaultValue={refused?.typed.reason} error={refused?.fields.reason} maxLength={200} required />}
      <div>
        <SubmitButton working={texts.working} tone={tone}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
