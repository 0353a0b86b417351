'use client';

import { useActionState } from 'react';
import { IdNumberForm, type IdNumberTexts } from '@/components/ui/id-number-form';
import { findHousehold } from '../actions';

/** Leads to the form for the household of an ID number. */
export function FindByIdForm({ received, texts }: { received: number | null; texts: IdNumberTexts }) {
  const [result, submit] = useActionState(findHousehold, null);
  return (
    <IdNumberForm submit={submit} result={result} texts={texts}>
      <input type="hidden" name="case" value={received ?? ''} />
    </IdNumberForm>
  );
}
