'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { appoint, end, replace } from '../actions';

export interface AppointTexts {
  startsOn: string;
  startsHint: string;
  endsOn: string;
  endsHint: string;
  reason: string;
  reasonHint: string;
  submit: string;
  working: string;
}

type Given = {
  deed: 'appoint' | 'replace' | 'end';
  /** What was chosen before: goes along hidden. */
  fixed: Record<string, string>;
  today: string;
  texts: AppointTexts;
  optional: string;
};

const DEEDS = { appoint, replace, end };

/** The last step of a change of office: from when, until when, why. Works without script; what was typed stays. */
export function AppointForm({ deed, fixed, today, texts, optional }: Given) {
  const [result, submit] = useActionState(DEEDS[deed], null);
  const refused = result?.ok === false ? result : null;
  const { fields = {}, typed } = refused ?? {};
  const elsewhere = [fields.duty, fields.person, fields.id].filter(Boolean).join(' ');
  return (
    <form action={submit} className="grid max-w-2xl gap-4">
      {refused && <Notice tone="error" title={refused.message}>{elsewhere}</Notice>}
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        {deed !== 'end' && <TextInput key={`s${typed?.startsOn}`} name="startsOn" type="date" label={texts.startsOn} hint={texts.startsHint} defaultValue={typed?.startsOn ?? today} error={fields.startsOn} required />}
        {deed !== 'replace' && (
          <TextInput key={`e${typed?.endsOn}`} name="endsOn" type="date" label={texts.endsOn} hint={texts.endsHint} note={deed === 'appoint' ? optional : undefined}
            defaultValue={typed?.endsOn ?? (deed === 'end' ? today : '')} error={fields.endsOn} required={deed === 'end'} />
        )}
      </div>
      <TextInput key={`r${typed?.reason}`} name="reason" label={texts.reason} hint={texts.reasonHint} defaultValue={typed?.reason} error={fields.reason} minLength={2} maxLength={200} required />
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
