'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/text-input';
import { reassign } from '../actions';
import type { ReassignTexts } from './reassign-form';

export interface SpreadRow {
  id: number;
  label: string;
  about: string;
  /** The option the rule proposes. */
  proposed: string;
  options: { value: string; label: string }[];
}

/** The plan, household by household: the rule proposes, the office disposes. What was chosen stays when it is refused. */
export function SpreadForm({ rows, texts }: { rows: SpreadRow[]; texts: ReassignTexts }) {
  const [result, submit] = useActionState(reassign, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid gap-5">
      {refused && <Notice tone="error" title={refused.message}>{refused.fields.moves}</Notice>}
      <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {rows.map(({ id, label, about, proposed, options }) => {
          const name = `choice.${id}`;
          const chosen = refused?.typed[name] ?? proposed;
          return (
            <li key={id} className="grid grid-cols-[1fr_12rem] items-center gap-3 border-b border-line py-2">
              <span className="min-w-0">
                <span className="font-medium">{label}</span> <span className="block text-sm text-muted">{about}</span>
              </span>
              <Select key={chosen} name={name} label={label} labelHidden defaultValue={chosen} options={options} />
            </li>
          );
        })}
      </ul>
      <input type="hidden" name="cap" value="1" />
      <div className="max-w-2xl">
        <Textarea key={refused?.typed.reason} name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} minLength={2} maxLength={300} required />
      </div>
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
