'use client';

import { useEffect } from 'react';
import { anythingKept, wipe } from './device';
import { unsentCount } from './outbox';

/** Before somebody signs out: says what was not sent, and takes everything of theirs off this device. */
export function LeaveGuard({ unsent }: { unsent: string }) {
  useEffect(() => {
    const leaving = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (new URL(form.action).pathname !== '/sign-out') return;
      event.preventDefault();
      void (async () => {
        const count = (await anythingKept()) ? await unsentCount().catch(() => 0) : 0;
        if (count > 0 && !window.confirm(unsent.replace('{}', String(count)))) return;
        await wipe();
        form.submit();
      })();
    };
    document.addEventListener('submit', leaving);
    return () => document.removeEventListener('submit', leaving);
  }, [unsent]);
  return null;
}
