import 'server-only';
import { engine } from '@/db/engine/engine';
import { contains } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { CHANGES } from './command';
import { draining } from './draining';

/** A write that changed figures: which noun, where, which months. Says nothing about whom. */
export interface Change {
  readonly kind: string;
  readonly division: string | null;
  readonly months: readonly string[];
  /** Whose rights changed: nothing to show, but their viewer is to be looked up again. Never leaves the process. */
  readonly people?: readonly number[];
}

/** Seconds between two signs of life of a stream; the session is looked up at each. */
const HEARTBEAT_SECONDS = 15;

/** Hears every change of every instance (LISTEN changes) until the returned function is called. */
export async function hearChanges(hear: (change: Change) => void): Promise<() => Promise<void>> {
  return (await engine()).listen(CHANGES, (payload) => {
    const change = parse(payload);
    if (change) hear(change);
  });
}

function parse(payload: string): Change | null {
  try {
    const { kind, division = null, months = [], people } = JSON.parse(payload) as Partial<Change>;
    return kind ? { kind, division, months, people } : null;
  } catch {
    return null;
  }
}

/** Whether a change is on the viewer's ground; what hangs on no division is everybody's. */
export const concerns = (viewer: Viewer, { division, people }: Change): boolean =>
  people === undefined && (division === null || (viewer.scope.area !== null && contains(viewer.scope.area, division)));

/**
 * Server-sent events for one browser: a message for each change on the viewer's ground. `again` looks the viewer up anew at each
 * heartbeat, and at once when their rights changed; null (signed out, revoked, account disabled) ends the stream, and so does the process when it stops.
 */
export function changeStream(viewer: Viewer, again: () => Promise<Viewer | null>, gone: AbortSignal, heartbeatSeconds = HEARTBEAT_SECONDS): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream({
    async start(controller) {
      let watching: Viewer | null = viewer;
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const endings = AbortSignal.any([gone, draining()]);
      const stopHearing = await hearChanges((change) => {
        if (watching && concerns(watching, change)) write(`data: ${JSON.stringify({ kind: change.kind, months: change.months })}\n\n`);
        if (watching && change.people?.includes(watching.personId)) void lookAgain();
      });
      const lookAgain = async () => {
        // A database that does not answer for a moment is no reason to send everybody away.
        const found = await again().catch(() => watching);
        if (endings.aborted || watching === null) return;
        watching = found;
        if (found) write(': alive\n\n');
        else close();
      };
      const beat = setInterval(() => void lookAgain(), heartbeatSeconds * 1000);
      close = () => {
        clearInterval(beat);
        void stopHearing();
        endings.removeEventListener('abort', close);
        watching = null;
        try {
          controller.close();
        } catch {
          // Already closed by the browser.
        }
      };
      endings.addEventListener('abort', close);
      if (endings.aborted) close();
      else write('retry: 2000\n\n');
    },
    cancel: () => close(),
  });
}
