'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { unmask, unmaskObjector } from '../actions';

type Texts = Record<'trigger' | 'title' | 'close' | 'reason' | 'reasonHint' | 'submit' | 'working', string>;
type Props = { id: number; what: 'id-number' | 'card' | 'phone' | 'objector'; row?: number; texts: Texts };

/** Asks why, then shows the value in the dialog only: it is neither in the page nor in an address, and gone when the dialog closes. */
export function Unmask(props: Props) {
  return (
    <Dialog trigger={props.texts.trigger} title={props.texts.title} close={props.texts.close} tone="quiet" small>
      <Asked {...props} />
    </Dialog>
  );
}

function Asked({ id, what, row, texts }: Props) {
  const [result, submit] = useActionState(what === 'objector' ? unmaskObjector : unmask, null);
  if (result?.ok) return <output className="block py-2 font-mono text-lg tabular-nums">{result.value.secret}</output>;
  return (
    <form action={submit} className="grid gap-4">
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      <input type="hidden" name="id" value={id} />
      {what !== 'objector' && <input type="hidden" name="what" value={what} />}
      {row !== undefined && <input type="hidden" name={what === 'objector' ? 'objection' : 'row'} value={row} />}
      <TextInput name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={result?.typed.reason} error={result?.fields.reason} minLength={4} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
