'use client';

import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/classes';
import { Definitions } from '@/components/ui/definitions';
import { LinkButton } from '@/components/ui/link-button';

export interface ReceiptTexts {
  title: string;
  no: string;
  code: string;
  once: string;
  print: string;
  toList: string;
  another: string;
}

/** What the household takes home. The code is on this page once and nowhere else. */
export function ReceiptSlip({ no, receipt, texts }: { no: string; receipt: string; texts: ReceiptTexts }) {
  return (
    <section aria-label={texts.title} className="max-w-2xl space-y-4">
      <Notice tone="done" title={texts.title}>{texts.once}</Notice>
      <Definitions columns={1} items={[{ term: texts.no, value: no }, { term: texts.code, value: <strong className="font-mono text-2xl tracking-wider">{receipt}</strong> }]} />
      <div className="no-print flex flex-wrap gap-2">
        <button type="button" className={buttonClass('primary')} onClick={() => window.print()}>{texts.print}</button>
        <LinkButton href="/relief">{texts.toList}</LinkButton>
        <LinkButton href="/relief/new">{texts.another}</LinkButton>
      </div>
    </section>
  );
}
