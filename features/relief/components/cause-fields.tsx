'use client';

import { Choices } from '@/components/ui/choices';
import { type Option, Select } from '@/components/ui/select';
import { Section } from '@/components/ui/section';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { type WorksheetKind, WORKSHEET_KINDS } from '@/domain/relief-amount';
import { CAUSE_TEXT_MAX } from '@/domain/relief-input';
import { EvidenceInput, type EvidenceInputTexts } from './evidence-input';

export interface CauseTexts extends EvidenceInputTexts {
  cause: string;
  causeLabel: string;
  causeText: string;
  causeTextHint: string;
  income: string;
  incomeHint: string;
  year: string;
  kinds: Record<WorksheetKind, string>;
}

type Fields = Readonly<Record<string, string>>;
type Props = { typed: Fields; errors: Fields; causes: Option[]; years: Option[]; texts: CauseTexts; filesChanged: (files: readonly File[]) => void };

/** Why the household fell back, with what shows it, and its income of the year. */
export function CauseFields({ typed, errors, causes, years, texts, filesChanged }: Props) {
  return (
    <>
      <Section title={texts.cause}>
        <div className="grid max-w-2xl gap-4">
          <Choices key={typed.cause} name="cause" label={texts.causeLabel} options={causes} defaultValue={typed.cause} error={errors.cause} required />
          <Textarea name="causeText" label={texts.causeText} hint={texts.causeTextHint} defaultValue={typed.causeText} error={errors.causeText} rows={4} maxLength={CAUSE_TEXT_MAX} required />
          <EvidenceInput error={errors.evidence} texts={texts} changed={filesChanged} />
        </div>
      </Section>
      <Section title={texts.income}>
        <div className="grid max-w-2xl gap-4">
          <Select key={typed.year} name="year" label={texts.year} options={years} defaultValue={typed.year} error={errors.year} />
          <p className="text-sm text-muted">{texts.incomeHint}</p>
          <div className="grid gap-3 sm:grid-cols-3">
            {WORKSHEET_KINDS.map((kind) => {
              const name = `worksheet.${kind}`;
              return <TextInput key={kind} name={name} inputMode="decimal" label={texts.kinds[kind]} defaultValue={typed[name]} error={errors[name]} autoComplete="off" required />;
            })}
          </div>
        </div>
      </Section>
    </>
  );
}
