'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { smaller } from '@/components/ui/picture';

/** Adds photos to a visit that is filed: each by itself, at once, so that a lost connection costs one and nothing else. */
export function PhotoField({ visit, texts }: { visit: number; texts: { add: string; uploading: string; failed: string; hint: string } }) {
  const router = useRouter();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [refreshing, startRefresh] = useTransition();

  async function upload({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])];
    setBusy(true);
    setProblem('');
    for (const file of files) {
      const body = new FormData();
      body.set('key', crypto.randomUUID());
      body.set('visit', String(visit));
      body.set('file', await smaller(file));
      const told = await fetch('/api/visits/photos', { method: 'POST', body }).then(async (answer) => (answer.ok ? '' : ((await answer.json()) as { message?: string }).message), () => texts.failed);
      if (told !== '') setProblem(told ?? texts.failed);
    }
    target.value = '';
    setBusy(false);
    startRefresh(() => router.refresh());
  }

  return (
    <div className="space-y-1">
      <label className={`${buttonClass('secondary')} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}>
        <span aria-live="polite">{busy || refreshing ? texts.uploading : texts.add}</span>
        <input type="file" accept="image/jpeg,image/png" multiple onChange={(event) => void upload(event)} disabled={busy} aria-describedby="photo-hint" className="sr-only" />
      </label>
      <p role="alert" className="text-sm text-red empty:hidden">
        {problem && `▲ ${problem}`}
      </p>
      <p id="photo-hint" className="text-sm text-muted">
        {texts.hint}
      </p>
    </div>
  );
}
