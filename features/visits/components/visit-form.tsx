'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { record } from '../actions';
import { type VisitChoices, VisitFields, type VisitFieldTexts } from './visit-fields';

export interface VisitFormTexts extends VisitFieldTexts {
  submit: string;
  working: string;
  again: string;
}

type Props = { household: number; visitKey: string; first: string; today: string; choices: VisitChoices; texts: VisitFormTexts };

/** One visit. The key goes along, so that the same form sent twice is one visit. */
export function VisitForm({ household, visitKey, first, today, choices, texts }: Props) {
  const [result, submit] = useActionState(record, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="grid max-w-2xl gap-4">
      {refused && <Notice tone="error" title={refused.message} />}
      <input type="hidden" name="key" value={visitKey} />
      <input type="hidden" name="household" value={household} />
      <VisitFields texts={texts} choices={choices} first={first} today={today} typed={refused?.typed} errors={refused?.fields} />
      {refused?.code === 'conflict' && <Checkbox name="again" label={texts.again} />}
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
