'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { type Option, Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { PEOPLE_MAX } from '@/domain/relief-input';

export interface PeopleTexts {
  peopleHint: string;
  /** By row, from the first. */
  persons: string[];
  addPerson: string;
  name: string;
  relation: string;
  idNumber: string;
}

type Props = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>>; relations: Option[]; texts: PeopleTexts };

const BEGIN = 4;

/** The people of a household that is in no registry: the head first, empty rows are nobody. */
export function PeopleFields({ typed, errors, relations, texts }: Props) {
  const filled = Object.keys(typed).reduce((most, name) => Math.max(most, Number(/^people\.(\d+)\./.exec(name)?.[1] ?? -1) + 1), 0);
  const [count, setCount] = useState(Math.max(BEGIN, filled));
  const [head, ...others] = relations;
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">{texts.peopleHint}</p>
      {Array.from({ length: count }, (_, at) => {
        const field = (name: string) => ({ name: `people.${at}.${name}`, error: errors[`people.${at}.${name}`] });
        const relation = typed[`people.${at}.relation`];
        return (
          <fieldset key={at} className="grid gap-3 sm:grid-cols-[2fr_2fr_3fr]">
            <legend className="mb-1 text-sm text-muted">{texts.persons[at]}</legend>
            <TextInput {...field('name')} label={texts.name} defaultValue={typed[`people.${at}.name`]} autoComplete="off" maxLength={32} />
            <Select key={relation} {...field('relation')} label={texts.relation} options={at === 0 && head ? [head] : others} defaultValue={relation ?? (at > 1 ? 'child' : undefined)} />
            <TextInput {...field('idNumber')} label={texts.idNumber} defaultValue={typed[`people.${at}.idNumber`]} autoComplete="off" spellCheck={false} autoCapitalize="characters" maxLength={24} />
          </fieldset>
        );
      })}
      {count < PEOPLE_MAX && (
        <button type="button" className={buttonClass('secondary', true)} onClick={() => setCount((before) => before + 1)}>
          {texts.addPerson}
        </button>
      )}
    </div>
  );
}
