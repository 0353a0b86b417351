'use client';

import { Button } from '@/components/ui/button';
import { shell as en } from '@/messages/en/shell';
import { shell as zhCN } from '@/messages/zh-CN/shell';

/** The last resort of every page. An error boundary gets no props from the server, so it reads the language off the page. */
export default function Failure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const chinese = typeof document === 'undefined' || document.documentElement.lang !== 'en';
  const { failure } = chinese ? zhCN : en;
  return (
    <main className="mx-auto max-w-md px-5 py-16" role="alert">
      <h1 className="text-2xl font-bold">{failure.title}</h1>
      <p className="mt-2">{failure.text}</p>
      {error.digest && (
        <p className="mt-2 text-muted">
          {failure.code} {error.digest}
        </p>
      )}
      <Button tone="primary" className="mt-5" onClick={reset}>
        {failure.retry}
      </Button>
    </main>
  );
}
