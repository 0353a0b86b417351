'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { SAMPLE_MAX } from '@/domain/spot-check';
import { draw } from '../actions';

type Props = { month: string; texts: Record<'size' | 'sizeHint' | 'draw' | 'drawing', string> };

/** A squad asks for its sample of the month. */
export function DrawForm({ month, texts }: Props) {
  const [result, submit] = useActionState(draw, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-md gap-3">
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="month" value={month} />
      <TextInput name="size" type="number" min={1} max={SAMPLE_MAX} label={texts.size} hint={texts.sizeHint} defaultValue={refused?.typed.size ?? '10'} error={refused?.fields.size} required />
      <div>
        <SubmitButton working={texts.drawing}>{texts.draw}</SubmitButton>
      </div>
    </form>
  );
}
