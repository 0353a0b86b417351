'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useRef, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { smaller } from '@/components/ui/picture';
import { dropEvidence } from '../actions';
import type { EvidenceRow } from '../queries/find-checklist';
import { FileLinks } from './file-links';

export type EvidenceTexts = { title: string; hint: string; add: string; uploading: string; remove: string; failed: string };
type Props = { checklist: number; entry: number; files: readonly EvidenceRow[]; texts: EvidenceTexts };

/** The files of one entry: each goes up by itself, at once, so that a lost connection costs one file and nothing else. */
export function EvidenceField({ checklist, entry, files, texts }: Props) {
  const router = useRouter();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const id = `entries.${entry}.files`;

  async function upload(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file || busy) return;
    setBusy(true);
    setProblem('');
    const body = new FormData();
    body.set('checklist', String(checklist));
    body.set('entry', String(entry));
    body.set('file', await smaller(file), file.name);
    try {
      const answer = await fetch('/api/evidence', { method: 'POST', body });
      const { message } = (await answer.json()) as { message?: string };
      if (answer.ok) startRefresh(() => router.refresh());
      else setProblem(message ?? texts.failed);
    } catch {
      setProblem(texts.failed);
    } finally {
      setBusy(false);
      if (input.current) input.current.value = '';
    }
  }

  async function remove(file: number) {
    setProblem('');
    const result = await dropEvidence({ id: file }).catch(() => null);
    if (!result?.ok) setProblem(result?.message ?? texts.failed);
  }

  return (
    <div className="space-y-1">
      <p className="text-sm font-medium">{texts.title}</p>
      {files.map((file) => (
        <div key={file.id} className="flex flex-wrap items-center gap-3">
          <FileLinks files={[file]} />
          <button type="button" onClick={() => void remove(file.id)} aria-label={`${texts.remove} ${file.name}`} className={buttonClass('quiet', true)}>
            {texts.remove}
          </button>
        </div>
      ))}
      <label className={`${buttonClass('secondary', true)} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}>
        <span aria-live="polite">{busy || refreshing ? texts.uploading : texts.add}</span>
        <input ref={input} id={id} type="file" accept="image/jpeg,image/png,application/pdf" onChange={(event) => void upload(event)} disabled={busy} aria-describedby={`${id}-problem ${id}-hint`} className="sr-only" />
      </label>
      <p role="alert" className="text-sm text-red empty:hidden">
        {problem && `▲ ${problem}`}
      </p>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {texts.hint}
      </p>
    </div>
  );
}
