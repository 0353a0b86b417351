'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState, useTransition } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass, type Tone } from '@/components/ui/classes';

export type TakeTexts = Record<'take' | 'taking' | 'takeHint' | 'takeReload' | 'taken' | 'takeFailed', string>;

/** Takes the bank's file and shows the batch as it stands after it. Without script the browser takes it by itself, and the page is loaded again by hand. */
export function TakeFile({ batch, no, tone, texts }: { batch: number; no: string; tone: Tone; texts: TakeTexts }) {
  const router = useRouter();
  const [told, setTold] = useState<{ tone: 'done' | 'error'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refreshing, startRefresh] = useTransition();

  async function take(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTold(null);
    try {
      const answer = await fetch(event.currentTarget.action, { method: 'POST' });
      if (answer.ok) save(await answer.blob(), `${no}.csv`);
      setTold(answer.ok ? { tone: 'done', text: texts.taken } : { tone: 'error', text: await answer.text() });
    } catch {
      setTold({ tone: 'error', text: texts.takeFailed });
    }
    setBusy(false);
    startRefresh(() => router.refresh());
  }

  return (
    <form method="post" action={`/api/batches/${batch}/file`} onSubmit={(event) => void take(event)} className="max-w-prose space-y-2" aria-label={texts.take}>
      {told && <Notice tone={told.tone} title={told.text} />}
      <button type="submit" aria-disabled={busy || undefined} className={buttonClass(tone)}>
        <span aria-live="polite">{busy || refreshing ? texts.taking : texts.take}</span>
      </button>
      <p className="text-sm text-muted">{texts.takeHint}</p>
      <noscript><p className="text-sm text-muted">{texts.takeReload}</p></noscript>
    </form>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
