'use client';

import { type SyntheticEvent, useRef, useState } from 'react';
import { buttonClass, INPUT } from '@/components/ui/classes';
import { COMMENT_MAX } from '@/domain/checklist-comment';
import { comment } from '../actions';

type Props = { checklist: number; entry: number; texts: Record<'label' | 'send' | 'sending' | 'failed', string> };

/** Says something about an entry at once, whatever becomes of the form it stands in: its field has no name, its keys are its own. */
export function CommentBox({ checklist, entry, texts }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const busy = useRef(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState('');
  const keep = (event: SyntheticEvent) => event.stopPropagation();

  async function send() {
    if (!field.current || busy.current) return;
    busy.current = true;
    setWorking(true);
    setProblem('');
    const result = await comment({ id: checklist, entry, text: field.current.value }).catch(() => null);
    busy.current = false;
    setWorking(false);
    if (result?.ok) field.current.value = '';
    else setProblem(result?.fields.text ?? result?.message ?? texts.failed);
    field.current.focus();
  }

  return (
    <div className="mt-2 space-y-1" onInput={keep} onChange={keep} onKeyDown={keep}>
      <textarea ref={field} rows={2} maxLength={COMMENT_MAX} aria-label={texts.label} placeholder={texts.label} aria-invalid={problem ? true : undefined} aria-describedby={`thread-${entry}-problem`} className={INPUT} />
      <p id={`thread-${entry}-problem`} role="alert" className="text-red empty:hidden">
        {problem && `▲ ${problem}`}
      </p>
      <button type="button" onClick={() => void send()} aria-disabled={working || undefined} className={buttonClass('secondary', true)}>
        <span aria-live="polite">{working ? texts.sending : texts.send}</span>
      </button>
    </div>
  );
}
