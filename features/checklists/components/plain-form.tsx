'use client';

import { type ReactNode, useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { verifyPlain } from '../actions';

type Props = {
  texts: Record<'verify' | 'verifying' | 'done' | 'left', string>;
  /** Whose checklist, by its id. */
  filers: Record<string, string>;
  /** The table with its boxes, ticked. */
  children: ReactNode;
};

/** Verifies what is ticked, each by itself; says what was done and why the others were not. */
export function PlainForm({ texts, filers, children }: Props) {
  const [result, submit] = useActionState(verifyPlain, null);
  return (
    <form action={submit}>
      {result?.ok && <Notice tone="done" title={`${texts.done} ${result.value.done}`} />}
      {result?.ok && result.value.refused.length > 0 && (
        <Notice tone="warning" title={`${texts.left} ${result.value.refused.length}`}>
          <ul>
            {result.value.refused.map(({ id, message }) => (
              <li key={id}>
                {filers[id]} {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {result && !result.ok && <Notice tone="error" title={result.message}>{Object.values(result.fields)[0]}</Notice>}
      {children}
      <div className="mt-4">
        <SubmitButton working={texts.verifying}>{texts.verify}</SubmitButton>
      </div>
    </form>
  );
}
