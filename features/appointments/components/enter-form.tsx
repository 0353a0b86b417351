'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Checkbox } from '@/components/ui/checkbox';
import { Choices } from '@/components/ui/choices';
import { type Option, Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { useLatest } from '@/components/ui/use-latest';
import { enterPerson } from '../actions';

interface Given {
  /** The seat, the name and the last person of that name that was shown: goes along hidden. */
  fixed: Record<string, string>;
  departments: Option[];
  genders: Option[];
  /** Whether there are people of the same name to be told apart. */
  ask: boolean;
  optional: string;
  texts: Record<'gender' | 'phone' | 'phoneHint' | 'department' | 'apart' | 'submit' | 'working', string>;
}

/** What is asked of a new person. When somebody was faster, the page looks again and shows whom they entered; what was typed stays. */
export function EnterForm({ fixed, departments, genders, ask, optional, texts }: Given) {
  const [result, submit] = useActionState(enterPerson, null);
  useLatest(result);
  const refused = result?.ok === false ? result : null;
  const { fields = {}, typed } = refused ?? {};
  return (
    <form action={submit} className="grid max-w-2xl gap-4">
      {refused && <Notice tone="error" title={refused.message}>{fields.name}</Notice>}
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choices key={`g${typed?.gender}`} name="gender" label={texts.gender} options={genders} defaultValue={typed?.gender} error={fields.gender} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput key={`p${typed?.phone}`} name="phone" type="tel" label={texts.phone} hint={texts.phoneHint} note={optional} defaultValue={typed?.phone} error={fields.phone} maxLength={32} autoComplete="off" />
        <Select key={`d${typed?.department}`} name="department" label={texts.department} note={optional} options={departments} defaultValue={typed?.department ?? ''} error={fields.department} />
      </div>
      {ask && <Checkbox name="apart" label={texts.apart} error={fields.apart} required />}
      <div>
        <SubmitButton working={texts.working}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
