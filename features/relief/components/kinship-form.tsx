'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { declare } from '../actions';

export type KinshipTexts = Record<'relation' | 'name' | 'idNumber' | 'hint' | 'add' | 'working' | 'done', string>;

/** Declares oneself or a relative. The number is not sent back to the screen. */
export function KinshipForm({ relations, texts }: { relations: Option[]; texts: KinshipTexts }) {
  const [result, submit] = useActionState(declare, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.add}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <Select key={typed.relation} name="relation" label={texts.relation} options={relations} defaultValue={typed.relation} error={fields.relation} />
      <TextInput name="name" label={texts.name} defaultValue={typed.name} error={fields.name} autoComplete="off" maxLength={32} required />
      <TextInput name="secretId" label={texts.idNumber} hint={texts.hint} error={fields.secretId} autoComplete="off" spellCheck={false} autoCapitalize="characters" maxLength={24} required />
      <div>
        <SubmitButton working={texts.working}>{texts.add}</SubmitButton>
      </div>
    </form>
  );
}
