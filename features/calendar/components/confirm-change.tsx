'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useLatest } from '@/components/ui/use-latest';
import { change } from '../actions';

/** Makes the change that the preview above shows. */
export function ConfirmChange({ values, label, working }: { values: Readonly<Record<string, string>>; label: string; working: string }) {
  const [result, submit] = useActionState(change, null);
  useLatest(result);
  return (
    <form action={submit} className="mt-4">
      {result?.ok === false && <Notice tone="error" title={result.message}>{Object.values(result.fields).join(' ')}</Notice>}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton working={working}>{label}</SubmitButton>
    </form>
  );
}
