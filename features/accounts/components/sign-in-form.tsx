'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { signIn, type SignInState } from '../actions';

export interface SignInTexts {
  username: string;
  password: string;
  submit: string;
  working: string;
  refusals: Record<SignInState['refused'], string>;
}

/** Name and password. A refused attempt keeps the name. Also works before, or without, JavaScript. */
export function SignInForm({ texts, username, callbackUrl, refused }: { texts: SignInTexts; username: string; callbackUrl: string; refused?: 'wrong' }) {
  const [state, submit] = useActionState(signIn, refused ? { username, refused } : null);
  return (
    <form action={submit} className="grid gap-4">
      {state && <Notice tone="error" title={texts.refusals[state.refused]} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextInput key={state?.username} name="username" label={texts.username} defaultValue={state?.username ?? username} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} required />
      <TextInput name="password" type="password" label={texts.password} autoComplete="current-password" maxLength={256} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
