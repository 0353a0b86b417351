'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { smaller } from '@/components/ui/picture';

/** Adds a file to an application that is there: at once, by itself, so that a lost connection costs one and nothing else. */
export function EvidenceField({ id, texts }: { id: number; texts: { addEvidence: string; uploading: string; uploadFailed: string; uploadHint: string } }) {
  const router = useRouter();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [refreshing, startRefresh] = useTransition();

  async function upload({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file || busy) return;
    setBusy(true);
    setProblem('');
    const body = new FormData();
    body.set('id', String(id));
    body.set('file', await smaller(file), file.name);
    const told = await fetch('/api/relief/evidence', { method: 'POST', body }).then(async (answer) => (answer.ok ? '' : ((await answer.json()) as { message?: string }).message), () => texts.uploadFailed);
    if (told !== '') setProblem(told ?? texts.uploadFailed);
    target.value = '';
    setBusy(false);
    startRefresh(() => router.refresh());
  }

  return (
    <div className="mt-2 space-y-1">
      <label className={`${buttonClass('secondary', true)} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}>
        <span aria-live="polite">{busy || refreshing ? texts.uploading : texts.addEvidence}</span>
        <input type="file" accept="image/jpeg,image/png,application/pdf" onChange={(event) => void upload(event)} disabled={busy} aria-describedby="evidence-add-hint" className="sr-only" />
      </label>
      <p role="alert" className="text-sm text-red empty:hidden">
        {problem && `▲ ${problem}`}
      </p>
      <p id="evidence-add-hint" className="text-sm text-muted">
        {texts.uploadHint}
      </p>
    </div>
  );
}
