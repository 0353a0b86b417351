'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';

type State = 'connecting' | 'live' | 'offline';

/** At most one refresh in this time, however many changes arrive. */
const GATHER_MS = 400;

const LOOKS: Record<State, { fill: string; path: string }> = {
  live: { fill: 'fill-green', path: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z' },
  connecting: { fill: 'fill-yellow', path: 'M8 2.5 14 13H2z' },
  offline: { fill: 'fill-red', path: 'M3 3h10v10H3z' },
};

export type LiveProps = {
  /** An event stream of this server; every message means "something shown here may have changed". */
  url: string;
  /** messages(locale).shell.wall */
  labels: { live: string; connecting: string; offline: string };
};

/** Keeps a page current: listens, fetches the page's data anew, says whether it is connected. The browser reconnects by itself. */
export function Live({ url, labels }: LiveProps) {
  const [state, setState] = useState<State>('connecting');
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(url);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        startTransition(() => router.refresh());
      }, GATHER_MS);
    };
    source.onmessage = refresh;
    source.onopen = () => {
      setState('live');
      // What happened while the line was down was not heard.
      if (lost) refresh();
      lost = false;
    };
    source.onerror = () => {
      lost = true;
      setState('offline');
    };
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [url, router]);
  const { fill, path } = LOOKS[state];
  return (
    <p role="status" data-live={state} className="inline-flex items-center gap-1.5 text-[0.9rem] text-muted">
      <svg viewBox="0 0 16 16" className={`size-[0.9em] ${fill}`} aria-hidden="true">
        <path d={path} />
      </svg>
      {labels[state]}
    </p>
  );
}
