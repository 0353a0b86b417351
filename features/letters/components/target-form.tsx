'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select, type SelectProps } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { saveTarget } from '../actions';

export type TargetTexts = Record<'title' | 'hint' | 'year' | 'line' | 'indicator' | 'target' | 'due' | 'dueHint' | 'text' | 'save' | 'working' | 'done', string>;
export type TargetValues = Record<'line' | 'indicator' | 'target' | 'dueMonth' | 'text', string>;

/** Sets a county target, or changes the one of this line and indicator. */
export function TargetForm({ year, version, values, lines, indicators, texts }: { year: number; version: number; values: TargetValues; lines: SelectProps['options']; indicators: SelectProps['options']; texts: TargetTexts }) {
  const [result, submit] = useActionState(saveTarget, null);
  const refused = result?.ok === false ? result : null;
  const field = (name: keyof TargetValues, label: string) => ({ name, id: `target-${name}`, label, defaultValue: refused?.typed[name] ?? values[name], error: refused?.fields[name] });
  return (
    <form action={submit} aria-label={texts.title} className="grid max-w-4xl gap-3 sm:grid-cols-2">
      <p className="text-muted sm:col-span-2">{texts.hint}</p>
      {(refused || result?.ok) && <div className="sm:col-span-2">{refused ? <Notice tone="error" title={refused.message} /> : <Notice tone="done" title={texts.done} />}</div>}
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="version" value={version} />
      <Select {...field('line', texts.line)} options={lines} />
      <Select {...field('indicator', texts.indicator)} options={indicators} />
      <TextInput {...field('text', texts.text)} required maxLength={120} />
      <TextInput {...field('target', texts.target)} inputMode="decimal" required />
      <TextInput {...field('dueMonth', texts.due)} placeholder={texts.dueHint} required />
      <div className="self-end"><SubmitButton working={texts.working}>{texts.save}</SubmitButton></div>
    </form>
  );
}
