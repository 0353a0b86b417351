'use client';

import type { ReactNode } from 'react';
import type { ActionResult } from '@/domain/result';
import { SubmitButton } from './submit-button';
import { TextInput } from './text-input';

export type IdNumberTexts = Record<'label' | 'hint' | 'submit' | 'working' | 'none', string>;
type Props = { submit: (form: FormData) => void; result: ActionResult<unknown> | null; texts: IdNumberTexts; children?: ReactNode };

/** Asks for a whole ID number. Sent with POST, so that the number is in no address and no history. */
export function IdNumberForm({ submit, result, texts, children }: Props) {
  const refused = result?.ok === false ? result : null;
  const error = refused && (refused.code === 'not-found' ? texts.none : (refused.fields.secretId ?? refused.message));
  return (
    <form action={submit} className="flex max-w-xl flex-wrap items-end gap-3">
      {children}
      <div className="min-w-60 grow">
        <TextInput name="secretId" label={texts.label} hint={texts.hint} error={error ?? undefined} autoComplete="off" spellCheck={false} autoCapitalize="characters" maxLength={18} required />
      </div>
      <SubmitButton tone="secondary" working={texts.working}>
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
