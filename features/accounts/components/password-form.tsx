'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { changePassword } from '../actions';

export interface PasswordTexts {
  current: string;
  next: string;
  repeat: string;
  rule: string;
  submit: string;
  working: string;
  done: string;
}

export function PasswordForm({ texts }: { texts: PasswordTexts }) {
  const [result, submit] = useActionState(changePassword, null);
  const errors = result?.ok === false ? result.fields : {};
  return (
    <form action={submit} className="grid max-w-md gap-4">
      {result?.ok && <Notice tone="done" title={texts.done} />}
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      <TextInput name="current" type="password" label={texts.current} error={errors.current} autoComplete="current-password" required />
      <TextInput name="password" type="password" label={texts.next} hint={texts.rule} error={errors.password} autoComplete="new-password" required />
      <TextInput name="repeat" type="password" label={texts.repeat} error={errors.repeat} autoComplete="new-password" required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
