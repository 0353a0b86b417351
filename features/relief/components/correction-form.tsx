'use client';

import { useActionState } from 'react';
import { Section } from '@/components/ui/section';
import type { Option } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/domain/format';
import type { PreviewGround } from '@/domain/relief-preview';
import { resubmit } from '../actions';
import { type Fields, WorksheetForm, type WorksheetTexts } from './worksheet-form';

export interface CorrectionTexts extends WorksheetTexts {
  title: string;
  note: string;
  noteHint: string;
}

type Props = { locale: Locale; id: number; version: number; first: Fields; ground: PreviewGround; causes: Option[]; years: Option[]; texts: CorrectionTexts };

/** A returned application, corrected and handed in again. */
export function CorrectionForm({ id, version, texts, ...rest }: Props) {
  const [result, submit] = useActionState(resubmit, null);
  return (
    <WorksheetForm
      {...rest}
      result={result}
      submit={submit}
      label={texts.title}
      texts={texts}
      before={() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
      after={(typed, errors) => (
        <Section title={texts.note}>
          <div className="max-w-2xl">
            <TextInput name="note" label={texts.note} hint={texts.noteHint} defaultValue={typed.note} error={errors.note} minLength={5} maxLength={200} required />
          </div>
        </Section>
      )}
    />
  );
}
