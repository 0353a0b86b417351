'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { giveOver, takeOver } from '../actions';

/** Confirms one side of a hand-over. */
export function ConfirmButton({ id, side, texts }: { id: number; side: 'give' | 'take'; texts: { confirm: string; working: string; done: string } }) {
  const [result, submit] = useActionState(side === 'give' ? giveOver : takeOver, null);
  return (
    <form action={submit} className="no-print">
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="id" value={id} />
      <SubmitButton working={texts.working}>{texts.confirm}</SubmitButton>
    </form>
  );
}
