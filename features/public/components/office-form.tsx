'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { setOffice } from '../actions';

type Props = { chosen: { contact: string; account: string }; texts: Record<'contact' | 'contactHint' | 'account' | 'accountHint' | 'submit' | 'working' | 'done', string> };

/** Sets what the public pages say of the office and the account. Whoever saw older texts is told, and keeps what was typed. */
export function OfficeForm({ chosen, texts }: Props) {
  const [result, submit] = useActionState(setOffice, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="wasContact" value={chosen.contact} />
      <input type="hidden" name="wasAccount" value={chosen.account} />
      <TextInput name="contact" label={texts.contact} hint={texts.contactHint} defaultValue={typed.contact ?? chosen.contact} error={fields.contact} maxLength={200} />
      <Textarea name="account" label={texts.account} hint={texts.accountHint} defaultValue={typed.account ?? chosen.account} error={fields.account} maxLength={300} />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
