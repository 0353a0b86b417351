'use client';

import { useActionState, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { changeCard } from '../actions';

type Texts = Record<'change' | 'changeHint' | 'holder' | 'bank' | 'number' | 'numberHint' | 'reason' | 'submit' | 'working', string>;

/** Another account for a case. The number stays in the browser when it is refused: no answer of the server repeats it. */
export function CardForm({ id, holders, required, texts }: { id: number; holders: Option[]; required: string; texts: Texts }) {
  const [result, submit] = useActionState(changeCard, null);
  const [number, setNumber] = useState('');
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-3" aria-label={texts.change}>
      <p className="text-muted">{texts.changeHint}</p>
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <Select key={typed.holder} name="holder" label={texts.holder} options={holders} defaultValue={typed.holder} error={fields.holder} />
      <TextInput name="bank" label={texts.bank} defaultValue={typed.bank} error={fields.bank} maxLength={60} required note={required} />
      <TextInput name="secretCard" label={texts.number} hint={texts.numberHint} value={number} onChange={(event) => setNumber(event.target.value)} error={fields.secretCard} inputMode="numeric" autoComplete="off" required note={required} />
      <TextInput name="reason" id="card-reason" label={texts.reason} defaultValue={typed.reason} error={fields.reason} maxLength={200} required note={required} />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
