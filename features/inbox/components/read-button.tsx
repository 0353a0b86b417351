'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { read, readAll } from '../actions';

/** Marks one message as read, or all of them when none is named. */
export function ReadButton({ id, label, working }: { id?: number; label: string; working: string }) {
  const [result, submit] = useActionState(id === undefined ? readAll : read, null);
  return (
    <form action={submit}>
      {result?.ok === false && <Notice tone="error" title={result.message} />}
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <SubmitButton working={working} tone={id === undefined ? 'secondary' : 'quiet'} small>
        {label}
      </SubmitButton>
    </form>
  );
}
