import { headers } from 'next/headers';
import { may } from '@/domain/access';
import { addPhoto } from '@/features/visits/commands/add-photo';
import { STATUS, told } from '@/server/action';
import { requestAddress } from '@/server/address';
import { Refusal } from '@/server/errors';
import { EVIDENCE_BYTES, evidenceFile } from '@/server/evidence-file';
import { isOwnOrigin } from '@/server/origin';
import { uploadedForm } from '@/server/upload';
import { viewerOrNull } from '@/server/viewer';

/** What a form weighs besides its file. */
const ENVELOPE = 64 * 1024;
const NAME = 'visit.add-photo';

/** Takes one photo of a visit (multipart: key, visit, file). The same key again is answered with the photo it made. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOwnOrigin(await headers())) throw new Refusal('forbidden', NAME, [], 'foreign');
    const viewer = await viewerOrNull();
    if (!viewer) throw new Refusal('signed-out', NAME);
    if (!may(viewer, 'visits.record')) throw new Refusal('forbidden', NAME);
    const form = await uploadedForm(request, EVIDENCE_BYTES + ENVELOPE);
    const sent = form === 'large' || form === null ? null : form.get('file');
    if (form === 'large') throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'file-large' }]);
    if (form === null || !(sent instanceof File)) throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'required' }]);
    const file = await evidenceFile(Buffer.from(await sent.arrayBuffer()));
    if (typeof file === 'string') throw new Refusal('invalid', NAME, [{ field: 'file', problem: file }]);
    if (file.type !== 'image/jpeg') throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'no-picture' }]);
    const place = { key: form.get('key'), visit: form.get('visit'), account: form.get('account') ?? undefined };
    const { id } = await addPhoto(viewer, { ...place, content: file.content }, await requestAddress());
    return Response.json({ id }, { status: 201 });
  } catch (failure) {
    const { code, message, fields } = await told(failure, NAME);
    return Response.json({ code, message: Object.values(fields)[0] ?? message }, { status: STATUS[code] });
  }
}
