'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useRef, useState, useTransition } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';

export type UploadTexts = Record<'import' | 'importing' | 'importHint' | 'imported' | 'importedBefore' | 'importFailed', string>;

/** Hands a result file of the bank in: checked as a whole, and what is wrong with it is told with its row. */
export function ResultUpload({ batch, texts }: { batch: number; texts: UploadTexts }) {
  const router = useRouter();
  const [told, setTold] = useState<{ tone: 'done' | 'error' | 'info'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const input = useRef<HTMLInputElement>(null);

  async function upload(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file || busy) return;
    setBusy(true);
    setTold(null);
    const body = new FormData();
    body.set('batch', String(batch));
    body.set('file', file);
    try {
      const answer = await fetch('/api/batches/results', { method: 'POST', body });
      const { message } = (await answer.json()) as { message?: string };
      setTold(answer.ok ? answer.status === 200 ? { tone: 'info', text: texts.importedBefore } : { tone: 'done', text: texts.imported } : { tone: 'error', text: message ?? texts.importFailed });
      if (answer.ok) startRefresh(() => router.refresh());
    } catch {
      setTold({ tone: 'error', text: texts.importFailed });
    } finally {
      setBusy(false);
      if (input.current) input.current.value = '';
    }
  }

  return (
    <div className="mb-4 max-w-prose space-y-2">
      {told && <Notice tone={told.tone} title={told.text} />}
      <label className={`${buttonClass('primary')} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}>
        <span aria-live="polite">{busy || refreshing ? texts.importing : texts.import}</span>
        <input ref={input} id="result-file" type="file" accept=".csv,text/csv" onChange={(event) => void upload(event)} disabled={busy} aria-describedby="result-hint" className="sr-only" />
      </label>
      <p id="result-hint" className="text-sm text-muted">{texts.importHint}</p>
    </div>
  );
}
