'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Choices } from '@/components/ui/choices';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/text-input';
import { answer } from '../actions';

type Props = { id: number; objection: number; choose: string; texts: Record<'title' | 'text' | 'hint' | 'upheld' | 'yes' | 'no' | 'submit' | 'working', string> };

/** The answer to one objection: whether it is right, and why. */
export function AnswerForm({ id, objection, choose, texts }: Props) {
  const [result, submit] = useActionState(answer, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="mt-3 grid max-w-xl gap-3" aria-label={texts.title}>
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="objection" value={objection} />
      <Choices name="upheld" id={`upheld-${objection}`} label={texts.upheld} note={choose} required defaultValue={refused?.typed.upheld} error={refused?.fields.upheld} options={[{ value: 'no', label: texts.no }, { value: 'yes', label: texts.yes }]} />
      <Textarea name="answer" id={`answer-${objection}`} label={texts.text} hint={texts.hint} defaultValue={refused?.typed.answer} error={refused?.fields.answer} maxLength={500} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
