'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { lay } from '../actions';

type Column = { column: string; name: string; placeLabel: string; nameLabel: string };
type Props = { was: string; delimiter: string; delimiters: Option[]; columns: Column[]; texts: { title: string; delimiter: string; submit: string; working: string; done: string } };

/** The columns of the bank's file: the place of each, its name, and what stands between two. */
export function ColumnsForm({ was, delimiter, delimiters, columns, texts }: Props) {
  const [result, submit] = useActionState(lay, null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields = {} } = refused ?? {};
  const places = columns.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  return (
    <form action={submit} className="grid max-w-md gap-3" aria-label={texts.title}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      <input type="hidden" name="was" value={was} />
      {columns.map(({ column, name, placeLabel, nameLabel }, at) => {
        const [place, called] = [`${column}.place`, `${column}.name`];
        return (
          <div key={`${was} ${column}`} className="grid grid-cols-[1fr_2fr] gap-3">
            <Select key={typed[place]} name={place} label={placeLabel} options={places} defaultValue={typed[place] ?? String(at + 1)} error={fields[place]} />
            <TextInput name={called} label={nameLabel} defaultValue={typed[called] ?? name} error={fields[called]} maxLength={20} required />
          </div>
        );
      })}
      <Select key={`${was} ${typed.delimiter}`} name="delimiter" label={texts.delimiter} options={delimiters} defaultValue={typed.delimiter ?? delimiter} error={fields.delimiter} />
      <div>
        <SubmitButton working={texts.working} tone="secondary">{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
