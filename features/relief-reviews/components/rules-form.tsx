'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { setRules } from '../actions';

const NUMBERS = ['noticeDays', 'village', 'township', 'district', 'floor', 'topUpDays', 'cardHours'] as const;
type Names = 'fromDay' | (typeof NUMBERS)[number] | 'source';
type Props = { was: number; values: Record<Names, string>; texts: Record<Names | 'sourceHint' | 'add' | 'adding' | 'done', string> };

/** A new version of the rules, begun from the latest. It says which version was on the screen: whoever saw an older one is told. */
export function RulesForm({ was, values, texts }: Props) {
  const [result, submit] = useActionState(setRules, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.add}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="was" value={was} />
      <TextInput name="fromDay" type="date" label={texts.fromDay} defaultValue={typed.fromDay ?? values.fromDay} error={fields.fromDay} required />
      {NUMBERS.map((name) => (
        <TextInput key={name} name={name} inputMode="decimal" label={texts[name]} defaultValue={typed[name] ?? values[name]} error={fields[name]} required />
      ))}
      <TextInput name="source" label={texts.source} hint={texts.sourceHint} defaultValue={typed.source ?? values.source} error={fields.source} maxLength={200} required />
      <div>
        <SubmitButton working={texts.adding}>{texts.add}</SubmitButton>
      </div>
    </form>
  );
}
