import { addPhoto } from '@/features/visits/commands/add-photo';
import { Refusal } from '@/server/errors';
import { receivedFile, receiving } from '@/server/receive';

/** Takes one photo of a visit (multipart: key, visit, account, file). The same key again is answered with the photo it made. */
export const POST = receiving('visits.record', addPhoto.commandName, async (request, viewer, address) => {
  const { form, file } = await receivedFile(request, addPhoto.commandName);
  if (file.type !== 'image/jpeg') throw new Refusal('invalid', addPhoto.commandName, [{ field: 'file', problem: 'no-picture' }]);
  return addPhoto(viewer, { key: form.get('key'), visit: form.get('visit'), account: form.get('account') ?? undefined, content: file.content }, address);
});
