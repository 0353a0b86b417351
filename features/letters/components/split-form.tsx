'use client';

import { type FormEvent, useActionState, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { INPUT } from '@/components/ui/classes';
import { Textarea } from '@/components/ui/text-input';
import { useLatest } from '@/components/ui/use-latest';
import { formatNumber, type Locale } from '@/domain/format';
import { split } from '../actions';

export interface SplitLine { post: number; name: string; weight: string; now: string; value: string; seen: string; free: boolean; state: string; href: string | null }
export interface SplitTexts { columns: Record<'unit' | 'weight' | 'now' | 'free' | 'value' | 'state', string>; target: string; sum: string; gap: string; accept: string; reason: string; reasonHint: string; save: string; working: string; done: string; caption: string }

interface Props { locale: Locale; hidden: Record<string, string | number>; lines: SplitLine[]; target: number; sums: boolean; digits: number; weightForm: string; texts: SplitTexts }

/** The parts of a target, to be adjusted; sum and gap follow the typing, and come back with the answer where no script runs. */
export function SplitForm({ locale, hidden, lines, target, sums, digits, weightForm, texts }: Props) {
  const [result, submit] = useActionState(split, null);
  useLatest(result);
  const refused = result?.ok === false ? result : null;
  const typed = (post: number) => refused?.typed[`values.${post}`];
  const [sum, setSum] = useState(() => total(lines.map(({ post, value }) => typed(post) ?? value)));
  const follow = (event: FormEvent<HTMLFormElement>) => setSum(total([...new FormData(event.currentTarget)].flatMap(([name, value]) => (name.startsWith('values.') && typeof value === 'string' ? [value] : []))));
  const shown = (value: number) => formatNumber(locale, value, digits);
  return (
    <form action={submit} onInput={follow}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone="done" title={texts.done} />}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {sums && (
        <p className="sticky top-14 z-10 mb-3 flex flex-wrap gap-x-6 border-b border-line bg-ground py-2 lg:top-12" aria-live="polite">
          <span>{`${texts.target} ${shown(target)}`}</span>
          <span>{`${texts.sum} `}<output>{shown(sum)}</output></span>
          <strong className={Math.abs(target - sum) < 1e-6 ? 'text-green' : 'text-red'}>{`${texts.gap} `}<output name="gap">{shown(target - sum)}</output></strong>
        </p>
      )}
      <table className="table-stack w-full border-collapse text-start">
        <caption className="sr-only">{texts.caption}</caption>
        <thead>
          <tr className="border-b border-line-strong text-sm text-muted">
            {(['unit', 'weight', 'now', 'free', 'value', 'state'] as const).map((key) => <th key={key} scope="col" className={`px-2 py-1.5 font-medium ${key === 'unit' || key === 'state' ? 'text-start' : 'text-end'}`}>{texts.columns[key]}</th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <Line key={line.post} line={line} value={typed(line.post) ?? line.value} error={refused?.fields[`values.${line.post}`]} weightForm={weightForm} columns={texts.columns} />)}
        </tbody>
      </table>
      <div className="mt-4 grid max-w-2xl gap-3">
        <Textarea name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={refused?.typed.reason} error={refused?.fields.reason} maxLength={300} rows={2} />
        <Checkbox name="accept" value="yes" label={texts.accept} error={refused?.fields.accept} />
        <div><SubmitButton working={texts.working}>{texts.save}</SubmitButton></div>
      </div>
    </form>
  );
}

/** One unit. Its tick belongs to the form that proposes: which parts may change. */
function Line({ line, value, error, weightForm, columns }: { line: SplitLine; value: string; error?: string; weightForm: string; columns: SplitTexts['columns'] }) {
  const { post, name, weight, now, seen, free, state, href } = line;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="px-2 py-1 text-start font-normal">{href ? <a href={href} className="underline decoration-line-strong underline-offset-4">{name}</a> : name}</th>
      <td data-label={columns.weight} className="px-2 py-1 text-end">{weight}</td>
      <td data-label={columns.now} className="px-2 py-1 text-end">{now}</td>
      <td data-label={columns.free} className="px-2 py-1 text-end">
        <input type="checkbox" form={weightForm} name="free" value={post} defaultChecked={free} aria-label={`${columns.free} ${name}`} className="size-5 accent-accent lg:size-4" />
      </td>
      <td data-label={columns.value} className="px-2 py-1 text-end">
        <input name={`values.${post}`} defaultValue={value} inputMode="decimal" aria-label={`${columns.value} ${name}`} aria-invalid={error ? true : undefined} aria-describedby={error ? `value-${post}-error` : undefined} className={`${INPUT} ms-auto max-w-28 text-end`} />
        <input type="hidden" name={`seen.${post}`} value={seen} />
        {error && <p id={`value-${post}-error`} className="text-sm text-red">{error}</p>}
      </td>
      <td data-label={columns.state} className="px-2 py-1">{state}</td>
    </tr>
  );
}

const total = (values: readonly string[]): number => values.reduce((sum, text) => sum + (Number(text.normalize('NFKC').replace(/[,\s]/g, '')) || 0), 0);
