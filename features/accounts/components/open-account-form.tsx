'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/domain/result';
import { openAccount } from '../actions';
import type { AccountTexts } from './account-forms';

type Texts = Omit<AccountTexts, 'manage'> & { title: string; username: string; usernameHint: string; submit: string };
type Result = ActionResult<{ id: number | string; username: string; secret: string }> | null;

/** Opens an account for a person who has none (`available`); its password is shown once, also when the page behind has the account by then. */
export function OpenAccountForm({ person, available, texts }: { person: number; available: boolean; texts: Texts }) {
  const [result, submit] = useActionState((_previous: Result, form: FormData): Promise<Result> => openAccount(null, form), null);
  const refused = result?.ok === false ? result : null;
  if (!available && !result?.ok) return null;
  return (
    <Dialog trigger={texts.submit} title={texts.title} close={texts.close} small>
      {result?.ok ? (
        <Notice tone="done" title={texts.done}>
          {texts.username} <output className="block py-1 font-mono text-lg">{result.value.username}</output>
          {texts.secret} <output className="block py-2 font-mono text-lg">{result.value.secret}</output>
        </Notice>
      ) : (
        <form action={submit} className="grid gap-4">
          {refused && <Notice tone="error" title={refused.message} />}
          <input type="hidden" name="person" value={person} />
          <TextInput key={`u${refused?.typed.username}`} name="username" label={texts.username} hint={texts.usernameHint} defaultValue={refused?.typed.username} error={refused?.fields.username}
            minLength={3} maxLength={32} autoComplete="off" autoCapitalize="none" spellCheck={false} required />
          <TextInput key={`r${refused?.typed.reason}`} name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} minLength={4} maxLength={200} required />
          <div>
            <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
          </div>
        </form>
      )}
    </Dialog>
  );
}
