'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { addInterest, collect, donate, takeBack, topUp } from '../actions';

const ACTIONS = { donate, topUp, addInterest, collect, takeBack };

/** A field as data: with options a select, as a `tick` a box, else one line of text. */
export type FundField = { name: string; label: string; hint?: string; type?: 'date' | 'tick'; decimal?: boolean; options?: Option[]; value?: string; optional?: boolean; most?: number };
type Props = { what: keyof typeof ACTIONS; fields: FundField[]; hidden: Record<string, string>; texts: { title: string; submit: string; working: string; done: string }; danger?: boolean };

/** One entry of the fund's books. What was refused stays as it was typed. */
export function FundForm({ what, fields, hidden, texts, danger }: Props) {
  const [result, submit] = useActionState(ACTIONS[what], null);
  const refused = result?.ok === false ? result : null;
  const { typed = {}, fields: problems = {} } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-md gap-4" aria-label={texts.title}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {fields.map(({ name, label, hint, type, decimal, options, value, optional, most = 200 }) => {
        const common = { id: `${what}-${name}`, name, label, hint, error: problems[name] };
        if (type === 'tick') return <Checkbox key={name} {...common} value="on" defaultChecked={typed[name] === 'on'} />;
        if (options) return <Select key={`${name} ${typed[name]}`} {...common} options={options} defaultValue={typed[name] ?? value} />;
        return <TextInput key={name} {...common} type={type} inputMode={decimal ? 'decimal' : undefined} defaultValue={typed[name] ?? value} maxLength={type ? undefined : most} required={!optional} />;
      })}
      <div>
        <SubmitButton working={texts.working} tone={danger ? 'danger' : 'secondary'}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
