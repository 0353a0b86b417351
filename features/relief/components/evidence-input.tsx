'use client';

import { type ChangeEvent, useState } from 'react';
import { Field, wiring } from '@/components/ui/field';
import { INPUT } from '@/components/ui/classes';
import { keepSmaller } from '@/components/ui/picture';

export interface EvidenceInputTexts {
  evidence: string;
  evidenceHint: string;
  chosen: string;
}

/** The files that go with a form: pictures are made smaller the moment they are chosen. Without script they go as they are. */
export function EvidenceInput({ error, texts, changed }: { error?: string; texts: EvidenceInputTexts; changed: (files: readonly File[]) => void }) {
  const [names, setNames] = useState<readonly string[]>([]);
  const field = { name: 'evidence', label: texts.evidence, hint: texts.evidenceHint, error };

  async function chosen({ target }: ChangeEvent<HTMLInputElement>) {
    const files = await keepSmaller(target);
    setNames(files.map(({ name }) => name));
    changed(files);
  }

  return (
    <Field field={field}>
      <input type="file" multiple accept="image/jpeg,image/png,application/pdf" {...wiring(field)} onChange={(event) => void chosen(event)} className={INPUT} />
      {names.length > 0 && <p className="text-sm">{`${texts.chosen}${names.join('、')}`}</p>}
    </Field>
  );
}
