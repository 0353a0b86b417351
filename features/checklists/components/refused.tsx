import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import type { ActionResult } from '@/domain/result';

export type RefusedTexts = Record<'problems' | 'conflict' | 'failed' | 'signIn', string>;

type Props = { refused: Pick<Extract<ActionResult, { ok: false }>, 'code' | 'message'>; checklist: number; texts: RefusedTexts; children: ReactNode };

/** Why a checklist was not saved, filed or reviewed, and the way on: `children` after a conflict, another window to sign in again. */
export function Refused({ refused: { code, message }, checklist, texts, children }: Props) {
  const title = code === 'invalid' ? texts.problems : code === 'conflict' ? texts.conflict : texts.failed;
  return (
    <Notice tone="error" title={title}>
      <p>{message}</p>
      {code === 'conflict' && children}
      {code === 'signed-out' && (
        <a href={`/sign-in?callbackUrl=/checklists/${checklist}`} target="_blank" rel="noopener" className={`mt-2 ${buttonClass('secondary')}`}>
          {texts.signIn}
        </a>
      )}
    </Notice>
  );
}
