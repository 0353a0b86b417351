'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { answer } from '../actions';

export interface AnswerTexts {
  answer: string;
  how: string;
  text: string;
  submit: string;
  working: string;
  done: string;
}

/** Ends a demand, in its place: opened by a tap, also without script. */
export function AnswerForm({ id, name, answers, texts }: { id: number; name: string; answers: Option[]; texts: AnswerTexts }) {
  const [result, submit] = useActionState(answer, null);
  const refused = result?.ok === false ? result : null;
  if (result?.ok) return <p role="status">{texts.done}</p>;
  return (
    <details open={refused !== null || undefined}>
      <summary className={buttonClass('secondary', true)} aria-label={name}>
        {texts.answer}
      </summary>
      <form action={submit} className="mt-2 grid max-w-md gap-3" aria-label={name}>
        {refused && <Notice tone="error" title={refused.message} />}
        <input type="hidden" name="id" value={id} />
        <Select key={refused?.typed.answer} name="answer" id={`answer-${id}`} label={texts.how} options={answers} defaultValue={refused?.typed.answer} error={refused?.fields.answer} />
        <TextInput name="text" id={`answer-text-${id}`} label={texts.text} defaultValue={refused?.typed.text} error={refused?.fields.text} minLength={2} maxLength={200} required />
        <div>
          <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
