'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Choices } from '@/components/ui/choices';
import type { Option } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { useLatest } from '@/components/ui/use-latest';
import { correct } from '../actions';

export interface CorrectionTexts {
  day: string;
  seen: string;
  note: string;
  reason: string;
  submit: string;
  working: string;
  done: string;
}

type Props = { visit: { id: number; version: number; visitedOn: string; seen: string; note: string | null }; latest: string; seen: Option[]; texts: CorrectionTexts };

/** Sets a visit right. The version goes along: whoever saw an older one is told, and keeps what was typed. */
export function CorrectionForm({ visit, latest, seen, texts }: Props) {
  const [result, submit] = useActionState(correct, null);
  useLatest(result);
  const refused = result?.ok === false ? result : null;
  const typed = refused?.typed;
  return (
    <form action={submit} className="grid max-w-2xl gap-3">
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
      <TextInput name="visitedOn" type="date" max={latest} label={texts.day} defaultValue={typed?.visitedOn ?? visit.visitedOn} error={refused?.fields.visitedOn} required />
      <Choices key={`${typed?.seen}-${visit.version}`} name="seen" label={texts.seen} options={seen} defaultValue={typed?.seen ?? visit.seen} error={refused?.fields.seen} required />
      <Textarea name="note" label={texts.note} rows={2} defaultValue={typed?.note ?? visit.note ?? ''} error={refused?.fields.note} maxLength={500} />
      <TextInput name="reason" label={texts.reason} defaultValue={typed?.reason} error={refused?.fields.reason} minLength={2} maxLength={200} required />
      <div>
        <SubmitButton tone="secondary" working={texts.working}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
