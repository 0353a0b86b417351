import type { ReactNode } from 'react';
import { INPUT } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { EXPLANATION_MAX, modeOf, modesOf, TEXT_MAX } from '@/domain/checklist-answer';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView, EntryView } from '../queries/find-checklist';
import { label, rowsOf, shown } from './answers';
import { EvidenceField } from './evidence-field';
import { Thread } from './thread';
import { Problem, TypedInput, TypedRadio, TypedTextarea } from './typed-fields';

type Props = { checklist: ChecklistView; entry: EntryView; clause: ReactNode; locale: Locale };

/** One question of the form. What the chosen answer does not need is hidden by CSS alone: it works before any script runs. */
export function EntryFields({ checklist, entry, clause, locale }: Props) {
  const { checklists } = messages(locale);
  const { form, modes } = checklists;
  const { kind, indicator, kept, current } = entry;
  const name = `entries.${entry.no}`;
  const kindOf = modeOf(entry, kept);
  const chosen = kindOf === 'other' && indicator && kept?.claim === current && !kept.explanation ? 'recorded' : kindOf;
  return (
    <fieldset className="group/entry border-b border-line py-4" data-entry={entry.no}>
      <legend className="float-start mb-1 w-full text-base font-medium">{label(entry, locale)}</legend>
      <div className="clear-both space-y-2">
        {indicator && (
          <p>
            <span className="text-muted">{form.recorded}</span> <strong className="text-xl">{current === null ? form.noRecord : shown(locale, current)}</strong>{' '}
            <TextLink href={rowsOf(checklist, indicator)}>{form.rows}</TextLink>
            <input type="hidden" name={`${name}.seen`} value={current ?? ''} />
          </p>
        )}
        {clause}
        <div className="flex flex-wrap gap-x-6" role="radiogroup" aria-label={form.answer} aria-describedby={`${name}.mode-problem`}>
          {modesOf(entry).map((mode) => (
            <label key={mode} className="flex min-h-11 items-center gap-2 lg:min-h-8">
              <TypedRadio name={`${name}.mode`} value={mode} defaultChecked={mode === chosen} className="size-5 accent-accent lg:size-4" />
              {modes[mode]}
            </label>
          ))}
        </div>
        <Problem field={`${name}.mode`} />
        {kind === 'number' && <NumberFields name={name} entry={entry} other={chosen === 'other'} locale={locale} />}
        {kind === 'text' && (
          <div className="hidden group-has-[input[value=given]:checked]/entry:block">
            <Long name={`${name}.text`} text={form.text} hint={form.textHint} value={kept?.text} rows={4} max={TEXT_MAX} />
          </div>
        )}
        {kind !== 'text' && (
          <div className={kind === 'number' ? 'hidden group-has-[input[value=other]:checked]/entry:block' : 'hidden group-has-[input[value=given]:checked]/entry:block'}>
            <EvidenceField
              checklist={checklist.id}
              entry={entry.no}
              files={entry.files}
              texts={{ title: form.files, hint: form.filesHint, add: form.addFile, uploading: form.uploading, remove: form.removeFile, failed: form.uploadFailed }}
            />
            <Problem field={`${name}.files`} />
          </div>
        )}
        {kept?.note && (
          <p className="border-s-4 border-yellow ps-3">
            <span className="text-muted">{form.note} </span>
            {kept.note}
          </p>
        )}
        <Thread checklist={checklist} entry={entry} locale={locale} />
      </div>
    </fieldset>
  );
}

function NumberFields({ name, entry, other, locale }: { name: string; entry: EntryView; other: boolean; locale: Locale }) {
  const { form } = messages(locale).checklists;
  return (
    <>
      <div className="hidden max-w-xs group-has-[input[value=other]:checked]/entry:block">
        <label htmlFor={`${name}.claim`} className="block text-sm font-medium">
          {form.claim}
        </label>
        <TypedInput id={`${name}.claim`} name={`${name}.claim`} inputMode="decimal" autoComplete="off" maxLength={40} defaultValue={other ? (entry.kept?.claim ?? '') : ''} aria-describedby={`${name}.claim-problem`} className={INPUT} />
        <Problem field={`${name}.claim`} />
      </div>
      {entry.indicator && (
        <div className="hidden group-has-[input[value=nothing]:checked]/entry:block group-has-[input[value=other]:checked]/entry:block">
          <Long name={`${name}.explanation`} text={form.explanation} hint={form.explanationHint} value={entry.kept?.explanation} rows={2} max={EXPLANATION_MAX} />
        </div>
      )}
    </>
  );
}

function Long({ name, text, hint, value, rows, max }: { name: string; text: string; hint: string; value: string | null | undefined; rows: number; max: number }) {
  return (
    <div className="max-w-3xl space-y-1">
      <label htmlFor={name} className="block text-sm font-medium">
        {text}
      </label>
      <TypedTextarea id={name} name={name} rows={rows} maxLength={max} defaultValue={value ?? ''} aria-describedby={`${name}-problem ${name}-hint`} className={INPUT} />
      <Problem field={name} />
      <p id={`${name}-hint`} className="text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
