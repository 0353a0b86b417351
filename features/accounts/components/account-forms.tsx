'use client';

import { type ReactNode, useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/domain/result';
import { disable, enable, endSessions, resetPassword } from '../actions';

export interface AccountTexts {
  manage: Record<'disable' | 'enable' | 'end' | 'reset', string>;
  reason: string;
  reasonHint: string;
  done: string;
  secret: string;
  close: string;
  working: string;
}

type Value = { id: number | string; secret?: string };
type Result = ActionResult<Value> | null;
type Deed = (previous: Result, form: FormData) => Promise<ActionResult<Value>>;

/** What the security administrator may do to an account; each asks for a reason. */
export function AccountForms({ id, username, disabled, texts }: { id: number; username: string; disabled: boolean; texts: AccountTexts }) {
  const plain: [string, Deed][] = [
    disabled ? [texts.manage.enable, enable] : [texts.manage.disable, disable],
    [texts.manage.end, endSessions],
  ];
  // Kept here, not in its dialog: once the old password is void, a tap beside the dialog must not take the new one along.
  const [reset, resetNow] = useActionState<Result, FormData>((_previous, form) => resetPassword(null, form), null);
  const dialog = (label: string, children: ReactNode) => <Dialog key={label} trigger={label} title={`${label} ${username}`} close={texts.close} small>{children}</Dialog>;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {plain.map(([label, deed]) => dialog(label, <Plain id={id} label={label} deed={deed} texts={texts} />))}
      {dialog(texts.manage.reset, <Reasoned id={id} label={texts.manage.reset} result={reset} submit={resetNow} texts={texts} />)}
    </div>
  );
}

type FormProps = { id: number; label: string; texts: AccountTexts };

function Plain({ deed, ...form }: FormProps & { deed: Deed }) {
  const [result, submit] = useActionState(deed, null);
  return <Reasoned {...form} result={result} submit={submit} />;
}

function Reasoned({ id, label, result, submit, texts }: FormProps & { result: Result; submit: (form: FormData) => void }) {
  if (result?.ok) {
    const { secret } = result.value;
    return (
      <Notice tone="done" title={texts.done}>
        {secret && <>{texts.secret} <output className="block py-2 font-mono text-lg">{secret}</output></>}
      </Notice>
    );
  }
  return (
    <form action={submit} className="grid gap-4">
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      <input type="hidden" name="id" value={id} />
      <TextInput name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={result?.typed.reason} error={result?.fields.reason} minLength={4} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working}>{label}</SubmitButton>
      </div>
    </form>
  );
}
