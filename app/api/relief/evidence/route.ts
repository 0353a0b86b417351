import { addEvidence } from '@/features/relief/commands/add-evidence';
import { receivedFile, receiving } from '@/server/receive';

/** Takes one more file for an application (multipart: id, file). */
export const POST = receiving('relief.apply', addEvidence.commandName, async (request, viewer, address) => {
  const { form, name, file } = await receivedFile(request, addEvidence.commandName);
  return addEvidence(viewer, { id: form.get('id'), name: name.slice(-200), ...file }, address);
});
