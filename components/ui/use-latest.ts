'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ActionResult } from '@/domain/result';

/**
 * Looks at the page again when somebody was faster: it shows what they did, and the form sends along what is seen from now on. What was
 * typed stays. For a form that outlives it: one that is made anew, or goes, with its record would take the answer and the typed along.
 */
export function useLatest(result: ActionResult<unknown> | null): void {
  const router = useRouter();
  const conflict = result?.ok === false && result.code === 'conflict' ? result : null;
  useEffect(() => {
    if (conflict) router.refresh();
  }, [conflict, router]);
}
