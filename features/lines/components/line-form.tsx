'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { set } from '../actions';

export type LineTexts = Record<'year' | 'scope' | 'line' | 'lineHint' | 'source' | 'sourceHint' | 'submit' | 'working' | 'done', string>;

type Props = { chosen: { year: number; scope: string; fen: number | null; source: string }; scopes: { value: string; label: string }[]; texts: LineTexts };

/** Sets the line of a year. It says which line was on the screen: whoever saw an older one is told, and keeps what was typed. */
export function LineForm({ chosen, scopes, texts }: Props) {
  const [result, submit] = useActionState(set, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.submit}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="was" value={chosen.fen ?? ''} />
      <TextInput name="year" inputMode="numeric" label={texts.year} defaultValue={typed.year ?? chosen.year} error={fields.year} required />
      <Select key={typed.scope} name="scope" label={texts.scope} options={scopes} defaultValue={typed.scope ?? chosen.scope} error={fields.scope} />
      <TextInput name="yuan" inputMode="decimal" label={texts.line} hint={texts.lineHint} defaultValue={typed.yuan ?? (chosen.fen === null ? '' : chosen.fen / 100)} error={fields.yuan} required />
      <TextInput name="source" label={texts.source} hint={texts.sourceHint} defaultValue={typed.source ?? chosen.source} error={fields.source} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
