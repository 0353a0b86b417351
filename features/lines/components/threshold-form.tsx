'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { setExitThreshold } from '../actions';

export type ThresholdTexts = Record<'name' | 'from' | 'fromHint' | 'value' | 'valueHint' | 'source' | 'sourceHint' | 'submit' | 'working' | 'done', string>;

type Props = { chosen: { name: string; from: string; value: number | null; source: string }; names: { value: string; label: string }[]; texts: ThresholdTexts };

/** Sets a threshold from a month on. It says which value was on the screen: whoever saw an older one is told, and keeps what was typed. */
export function ThresholdForm({ chosen, names, texts }: Props) {
  const [result, submit] = useActionState(setExitThreshold, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  const id = (name: string) => `threshold-${name}`;
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.submit}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="was" value={chosen.value ?? ''} />
      <Select key={typed.name} id={id('name')} name="name" label={texts.name} options={names} defaultValue={typed.name ?? chosen.name} error={fields.name} />
      <TextInput id={id('from')} name="from" label={texts.from} hint={texts.fromHint} defaultValue={typed.from ?? chosen.from} error={fields.from} maxLength={7} required />
      <TextInput id={id('value')} name="value" inputMode="decimal" label={texts.value} hint={texts.valueHint} defaultValue={typed.value ?? chosen.value ?? ''} error={fields.value} required />
      <TextInput id={id('source')} name="source" label={texts.source} hint={texts.sourceHint} defaultValue={typed.source ?? chosen.source} error={fields.source} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
