'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { useLatest } from '@/components/ui/use-latest';
import { correctExit, recordSafeguard } from '../actions';

export interface CorrectTexts {
  exit: string;
  exitHint: string;
  safeguard: string;
  safeguardHint: string;
  which: string;
  day: string;
  reason: string;
  reasonHint: string;
  submit: string;
  working: string;
  done: string;
}

type Props = { id: number; version: number; today: string; exitedOn: string | null; safeguards: { value: string; label: string }[]; texts: CorrectTexts };

/** Corrections of what the registry says. The version goes along: whoever saw an older one is told, and keeps what was typed. */
export function CorrectForms(props: Props) {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <ExitForm {...props} />
      <SafeguardForm {...props} />
    </div>
  );
}

function ExitForm({ id, version, today, exitedOn, texts }: Props) {
  const [result, submit] = useActionState(correctExit, null);
  useLatest(result);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid content-start gap-3" aria-label={texts.exit}>
      <Answer done={result?.ok} message={refused?.message} texts={texts} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextInput id="exit-day" name="exitedOn" type="date" max={today} label={texts.exit} hint={texts.exitHint} defaultValue={refused?.typed.exitedOn ?? exitedOn ?? ''} error={refused?.fields.exitedOn} />
      <Reason id="exit-reason" texts={texts} typed={refused?.typed.reason} error={refused?.fields.reason} />
      <Submit texts={texts} />
    </form>
  );
}

function SafeguardForm({ id, version, today, safeguards, texts }: Props) {
  const [result, submit] = useActionState(recordSafeguard, null);
  useLatest(result);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid content-start gap-3" aria-label={texts.safeguard}>
      <Answer done={result?.ok} message={refused?.message} texts={texts} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Select key={refused?.typed.safeguard} name="safeguard" label={texts.which} options={safeguards} defaultValue={refused?.typed.safeguard} error={refused?.fields.safeguard} />
      <TextInput name="since" type="date" max={today} label={texts.day} hint={texts.safeguardHint} defaultValue={refused?.typed.since ?? ''} error={refused?.fields.since} />
      <Reason id="safeguard-reason" texts={texts} typed={refused?.typed.reason} error={refused?.fields.reason} />
      <Submit texts={texts} />
    </form>
  );
}

function Answer({ done, message, texts }: { done?: boolean; message?: string; texts: CorrectTexts }) {
  if (message) return <Notice tone="error" title={message} />;
  return done ? <Notice tone="done" title={texts.done} /> : null;
}

function Reason({ id, texts, typed, error }: { id: string; texts: CorrectTexts; typed?: string; error?: string }) {
  return <Textarea id={id} name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={typed} error={error} minLength={4} maxLength={500} required />;
}

function Submit({ texts }: { texts: CorrectTexts }) {
  return (
    <div>
      <SubmitButton tone="secondary" working={texts.working}>
        {texts.submit}
      </SubmitButton>
    </div>
  );
}
