'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { FieldNotes } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { SPOT_RESULTS, type SpotResult } from '@/domain/spot-check';
import { check } from '../actions';

type Props = {
  id: number;
  version: number;
  texts: Record<'result' | 'note' | 'noteHint' | 'check' | 'checking', string> & { results: Record<SpotResult, string> };
};

/** Confirm or challenge, with what is wrong. */
export function CheckForm({ id, version, texts }: Props) {
  const [result, submit] = useActionState(check, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-xl gap-3">
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{texts.result}</legend>
        <div className="flex flex-wrap gap-x-6">
          {SPOT_RESULTS.map((each) => (
            <label key={each} className="flex min-h-11 items-center gap-2 lg:min-h-8">
              <input type="radio" name="result" value={each} defaultChecked={refused?.typed.result === each} required className="size-5 accent-accent lg:size-4" />
              {texts.results[each]}
            </label>
          ))}
        </div>
        <FieldNotes field={{ name: 'result', label: texts.result, error: refused?.fields.result }} />
      </fieldset>
      <TextInput name="note" label={texts.note} hint={texts.noteHint} defaultValue={refused?.typed.note} error={refused?.fields.note} maxLength={500} />
      <div>
        <SubmitButton working={texts.checking}>{texts.check}</SubmitButton>
      </div>
    </form>
  );
}
