'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select, type Option } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { start } from '../actions';

/** Begins a letter for somebody who has none of the kind in the year yet. */
export function StartForm({ year, kind, parties, texts }: { year: number; kind: string; parties: Option[]; texts: Record<'title' | 'party' | 'button' | 'working', string> }) {
  const [result, submit] = useActionState(start, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} aria-label={texts.title} className="no-print mt-4 flex max-w-2xl flex-wrap items-end gap-3">
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="kind" value={kind} />
      <div className="min-w-64 grow"><Select name="party" id="start-party" label={texts.party} options={parties} defaultValue={refused?.typed.party ?? ''} error={refused?.fields.party} /></div>
      <SubmitButton working={texts.working} tone="secondary">{texts.button}</SubmitButton>
    </form>
  );
}
