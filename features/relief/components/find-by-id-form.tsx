'use client';

import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { findHousehold } from '../actions';

export interface FindTexts {
  label: string;
  hint: string;
  submit: string;
  working: string;
  none: string;
}

/** Leads to the form for the household of an ID number. Sent with POST, so that the number is in no address and no history. */
export function FindByIdForm({ received, texts }: { received: number | null; texts: FindTexts }) {
  const [result, submit] = useActionState(findHousehold, null);
  const refused = result?.ok === false ? result : null;
  const error = refused && (refused.code === 'not-found' ? texts.none : (refused.fields.secretId ?? refused.message));
  return (
    <form action={submit} className="flex max-w-xl flex-wrap items-end gap-3">
      <input type="hidden" name="case" value={received ?? ''} />
      <div className="min-w-60 grow">
        <TextInput name="secretId" label={texts.label} hint={texts.hint} error={error ?? undefined} autoComplete="off" spellCheck={false} autoCapitalize="characters" maxLength={18} required />
      </div>
      <SubmitButton tone="secondary" working={texts.working}>
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
