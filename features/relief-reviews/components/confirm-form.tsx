'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { confirmCard } from '../actions';

/** A second person confirms a changed account. */
export function ConfirmForm({ id, card, label, texts }: { id: number; card: number; label: string; texts: { confirm: string; confirming: string } }) {
  const [result, submit] = useActionState(confirmCard, null);
  return (
    <form action={submit} className="mt-3 flex flex-wrap items-center gap-3" aria-label={`${texts.confirm} ${label}`}>
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="card" value={card} />
      <span>{label}</span>
      <SubmitButton working={texts.confirming} small>{texts.confirm}</SubmitButton>
    </form>
  );
}
