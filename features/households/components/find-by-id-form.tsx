'use client';

import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { findById } from '../actions';

export interface FindByIdTexts {
  label: string;
  hint: string;
  submit: string;
  working: string;
  none: string;
}

/** Leads to the household of an ID number. Sent with POST, so that the number is in no address and no history. */
export function FindByIdForm({ texts }: { texts: FindByIdTexts }) {
  const [result, submit] = useActionState(findById, null);
  const refused = result?.ok === false ? result : null;
  const error = refused && (refused.code === 'not-found' ? texts.none : (refused.fields.secretId ?? refused.message));
  return (
    <form action={submit} className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="min-w-60 grow">
        <TextInput name="secretId" label={texts.label} hint={texts.hint} error={error ?? undefined} autoComplete="off" spellCheck={false} autoCapitalize="characters" maxLength={18} required />
      </div>
      <SubmitButton tone="secondary" working={texts.working}>
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
