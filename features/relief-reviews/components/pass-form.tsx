'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { keepSmaller } from '@/components/ui/picture';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea, TextInput } from '@/components/ui/text-input';
import type { Present } from '@/domain/relief';
import type { WorksheetKind } from '@/domain/relief-amount';
import { pass } from '../actions';

type Texts = Record<'visitedOn' | 'found' | 'foundHint' | 'photo' | 'photoHint' | 'explained' | 'sheet' | 'explanation' | 'explanationHint' | 'pass' | 'passing', string>;
type Props = {
  id: number;
  version: number;
  /** The kinds of income as the step before reckoned them, in yuan. */
  sheet: { kind: WorksheetKind; label: string; yuan: string }[];
  /** Asked of the village: who was at the household. */
  present: { value: Present; label: string }[];
  required: string;
  texts: Texts;
};

/** A review with its own visit and worksheet. Refused, it keeps all that was typed and the photo that was chosen; without script the photo is chosen again. */
export function PassForm({ id, version, sheet, present, required, texts }: Props) {
  const [result, submit] = useActionState(pass, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  return (
    // A form empties itself once its action has answered, the chosen photo too: not this one.
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid max-w-3xl gap-4" aria-label={texts.pass}>
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextInput name="visitedOn" type="date" label={texts.visitedOn} defaultValue={typed.visitedOn} error={fields.visitedOn} required note={required} />
        <TextInput name="photo" type="file" accept="image/jpeg,image/png" label={texts.photo} hint={texts.photoHint} error={fields.photo} note={required} onChange={(event) => void keepSmaller(event.currentTarget)} />
      </div>
      <Textarea name="found" label={texts.found} hint={texts.foundHint} defaultValue={typed.found} error={fields.found} maxLength={500} required note={required} />
      {present.length > 0 && (
        <div className="flex flex-wrap gap-x-6">
          {present.map(({ value, label }) => (
            <Checkbox key={value} name={value} label={label} defaultChecked={typed[value] === 'on'} />
          ))}
          <Checkbox name="explained" label={texts.explained} defaultChecked={typed.explained === 'on'} />
        </div>
      )}
      <fieldset>
        <legend className="mb-2 font-medium">{texts.sheet}</legend>
        <div className="grid grid-cols-2 gap-4 md:grid-cols-5">
          {sheet.map(({ kind, label, yuan }) => (
            <TextInput key={kind} name={kind} label={label} inputMode="decimal" defaultValue={typed[kind] ?? yuan} error={fields[kind]} required />
          ))}
        </div>
      </fieldset>
      <Textarea name="explanation" label={texts.explanation} hint={texts.explanationHint} defaultValue={typed.explanation} error={fields.explanation} maxLength={500} rows={2} />
      <div>
        <SubmitButton working={texts.passing}>{texts.pass}</SubmitButton>
      </div>
    </form>
  );
}
