'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { Section } from '@/components/ui/section';
import type { Option } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/domain/format';
import { isEligible } from '@/domain/relief-eligibility';
import { FORM_FILES_BYTES } from '@/domain/relief-input';
import { type PreviewGround, previewOf } from '@/domain/relief-preview';
import type { ActionResult } from '@/domain/result';
import { CauseFields, type CauseTexts } from './cause-fields';
import { Eligibility, type EligibilityTexts } from './eligibility';

export interface WorksheetTexts extends CauseTexts, EligibilityTexts {
  insist: string;
  evidenceLarge: string;
  submit: string;
  submitting: string;
}

export type Fields = Readonly<Record<string, string>>;
export type Draw = (typed: Fields, errors: Fields) => ReactNode;

type Props = {
  locale: Locale;
  result: ActionResult<unknown> | null;
  submit: (form: FormData) => void;
  label: string;
  /** What stands in the fields before anything is typed. */
  first: Fields;
  ground: PreviewGround;
  causes: Option[];
  years: Option[];
  texts: WorksheetTexts;
  before?: Draw;
  after?: Draw;
};

const NOTHING: Fields = {};

/**
 * A form that hands an application in, for the first time or again: cause, evidence and income, with what the rules say of it while it
 * is filled in. Refused, it keeps everything that was typed and chosen, and leads to the first field that is wrong.
 */
export function WorksheetForm({ locale, result, submit, label, first, ground, causes, years, texts, before, after }: Props) {
  const refused = result?.ok === false ? result : null;
  const start = { ...first, ...refused?.typed };
  const [typed, setTyped] = useState<Fields | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [large, setLarge] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors: Fields = large ? { ...refused?.fields, evidence: texts.evidenceLarge } : (refused?.fields ?? NOTHING);
  const preview = previewOf(typed ?? start, files.length, ground);

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);

  function guard(event: FormEvent) {
    const over = files.reduce((sum, { size }) => sum + size, 0) > FORM_FILES_BYTES;
    setLarge(over);
    if (over) event.preventDefault();
  }

  return (
    // A form empties itself once its action has answered, the chosen files too: not this one.
    <form ref={form} action={submit} onSubmit={guard} onReset={(event) => event.preventDefault()} onInput={() => setTyped(textsOf(form.current))} aria-label={label}>
      {before?.(start, errors)}
      <CauseFields typed={start} errors={errors} causes={causes} years={years} texts={texts} filesChanged={setFiles} />
      {after?.(start, errors)}
      <Section title={texts.check}>
        <Eligibility locale={locale} preview={preview} texts={texts} />
        {((preview.working && !isEligible(preview.judged)) || errors.insist) && <div className="mt-3"><Checkbox name="insist" label={texts.insist} error={errors.insist} defaultChecked={start.insist === 'on'} /></div>}
      </Section>
      <div className="mt-6 max-w-2xl">
        {refused && <Notice tone="error" title={refused.message} />}
        <SubmitButton working={texts.submitting}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}

function textsOf(form: HTMLFormElement | null): Fields {
  const entries = form ? [...new FormData(form)] : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
