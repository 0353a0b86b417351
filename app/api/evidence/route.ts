import { addEvidence } from '@/features/checklists/commands/add-evidence';
import { receivedFile, receiving } from '@/server/receive';

/** Takes one file for one entry of a checklist (multipart: checklist, entry, file). */
export const POST = receiving('evidence.add', addEvidence.commandName, async (request, viewer, address) => {
  const { form, name, file } = await receivedFile(request, addEvidence.commandName);
  return addEvidence(viewer, { checklist: form.get('checklist'), entry: form.get('entry'), name: name.slice(-200), ...file }, address);
});
