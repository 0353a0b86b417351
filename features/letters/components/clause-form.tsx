'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Select, type SelectProps } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { dropClause, saveClause } from '../actions';

export interface ClauseTexts { label: string; text: string; indicator: string; target: string; due: string; dueHint: string; parent: string; save: string; remove: string; working: string }
interface Values { no: number | null; text: string; indicator: string; target: string; dueMonth: string; parent: string }

/** A clause of a draft: written anew or changed. */
export function ClauseForm({ seen, values, indicators, parents, texts }: { seen: { id: number; version: number; revision: number }; values: Values; indicators: SelectProps['options']; parents: SelectProps['options']; texts: ClauseTexts }) {
  const [result, submit] = useActionState(saveClause, null);
  const [dropped, drop] = useActionState(dropClause, null);
  const refused = result?.ok === false ? result : null;
  const typed = refused?.typed;
  const id = (name: string) => `clause-${values.no ?? 'new'}-${name}`;
  const field = (name: keyof Values, label: string) => ({ name, id: id(name), label, defaultValue: typed?.[name] ?? values[name] ?? '', error: refused?.fields[name] });
  const hidden = Object.entries(seen).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  return (
    <>
      <form action={submit} aria-label={texts.label} key={JSON.stringify(seen)} className="grid gap-2 lg:grid-cols-[2fr_2fr_1fr_1fr_2fr_auto] lg:items-start">
        {refused && <div className="lg:col-span-6"><Notice tone="error" title={refused.message} /></div>}
        {hidden}
        {values.no !== null && <input type="hidden" name="no" value={values.no} />}
        <TextInput {...field('text', texts.text)} required maxLength={120} />
        <Select {...field('indicator', texts.indicator)} options={indicators} />
        <TextInput {...field('target', texts.target)} inputMode="decimal" required />
        <TextInput {...field('dueMonth', texts.due)} placeholder={texts.dueHint} required />
        <Select {...field('parent', texts.parent)} options={parents} />
        <div className="lg:pt-6"><SubmitButton working={texts.working} tone="secondary">{texts.save}</SubmitButton></div>
      </form>
      {values.no !== null && (
        <form action={drop} aria-label={`${texts.remove} ${values.no}`} className="mb-2">
          {dropped?.ok === false && <Notice tone="error" title={dropped.message} />}
          {hidden}
          <input type="hidden" name="no" value={values.no} />
          <SubmitButton working={texts.working} tone="quiet" small>{texts.remove}</SubmitButton>
        </form>
      )}
    </>
  );
}
