'use client';

import { useState, useSyncExternalStore } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { Notice } from '@/components/shell/notice';
import { keepDraft, readDraft } from './draft';

type Props = { id: number; owner: string; texts: { title: string; hint: string; discard: string } };

const never = () => () => {};

/** Typed on this device, but the checklist went on without it (a second window): to copy, never lost in silence. */
export function LeftoverDraft({ id, owner, texts }: Props) {
  const [gone, setGone] = useState(false);
  const text = useSyncExternalStore(never, () => textOf(owner, id), () => '');
  if (gone || text === '') return null;
  return (
    <Notice tone="warning" title={texts.title}>
      <p>{texts.hint}</p>
      <p className="my-2 whitespace-pre-line">{text}</p>
      <button type="button" className={buttonClass('quiet', true)} onClick={() => (keepDraft(owner, id, null), setGone(true))}>
        {texts.discard}
      </button>
    </Notice>
  );
}

function textOf(owner: string, id: number): string {
  const fields = Object.entries(readDraft(owner, id)?.fields ?? {}).filter(([name, text]) => text !== '' && !name.endsWith('.mode'));
  return fields.map(([name, text]) => `${name.split('.')[1]}. ${text}`).join('\n');
}
