import { RESULT_BYTES } from '@/domain/bank-result';
import { importResult } from '@/features/batches/commands/import-result';
import { Refusal } from '@/server/errors';
import { receiving } from '@/server/receive';
import { uploadedForm } from '@/server/upload';

/** What a form weighs besides its file. */
const ENVELOPE = 16 * 1024;

/** Takes a bank's result file (multipart: batch, file): 201 when it was booked, 200 when it had been before. */
export const POST = receiving('batches.manage', importResult.commandName, async (request, viewer, address) => {
  const refuse = (problem: string) => new Refusal('invalid', importResult.commandName, [{ field: 'file', problem }]);
  const form = await uploadedForm(request, RESULT_BYTES + ENVELOPE);
  if (form === 'large') throw refuse('result-large');
  const sent = form?.get('file');
  if (!form || !(sent instanceof File)) throw refuse('required');
  return importResult(viewer, { id: form.get('batch'), file: new Uint8Array(await sent.arrayBuffer()) }, address);
});
