'use client';

import { useActionState } from 'react';
import { Notice } from '@/components/shell/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { takeResult } from '../actions';

export type UploadTexts = Record<'importFile' | 'import' | 'importing' | 'importHint' | 'imported' | 'importedBefore', string>;
type Props = { batch: number; waits: boolean; warning: { title: string; text: string }; texts: UploadTexts };

/** Hands a result file of the bank in: checked as a whole, and what is wrong with it is told with its row. Once nothing waits any more, only what became of the last one is left. */
export function ResultUpload({ batch, waits, warning, texts }: Props) {
  const [result, submit] = useActionState(takeResult, null);
  const refused = result?.ok === false ? result : null;
  return (
    <form action={submit} className="max-w-prose space-y-3" aria-label={texts.import}>
      {refused && <Notice tone="error" title={refused.message} />}
      {result?.ok && <Notice tone={result.value.already ? 'info' : 'done'} title={result.value.already ? texts.importedBefore : texts.imported} />}
      {waits && (
        <>
          <Notice tone="warning" title={warning.title}>{warning.text}</Notice>
          <input type="hidden" name="id" value={batch} />
          <TextInput name="file" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values" label={texts.importFile} hint={texts.importHint} error={refused?.fields.file} required />
          <SubmitButton working={texts.importing}>{texts.import}</SubmitButton>
        </>
      )}
    </form>
  );
}
