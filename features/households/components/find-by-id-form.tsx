'use client';

import { useActionState } from 'react';
import { IdNumberForm, type IdNumberTexts } from '@/components/ui/id-number-form';
import { findById } from '../actions';

/** Leads to the household of an ID number. */
export function FindByIdForm({ texts }: { texts: IdNumberTexts }) {
  const [result, submit] = useActionState(findById, null);
  return <IdNumberForm submit={submit} result={result} texts={texts} />;
}
