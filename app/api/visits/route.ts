import { recordVisit } from '@/features/visits/commands/record';
import { receiving } from '@/server/receive';
import { uploadedText } from '@/server/upload';

const BYTES = 32 * 1024;

/** Takes one visit (JSON, as the form names its fields). The same key again is answered with the visit it made. */
export const POST = receiving('visits.record', recordVisit.commandName, async (request, viewer, address) =>
  recordVisit(viewer, asJson(await uploadedText(request, BYTES)), address));

function asJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
