import { headers } from 'next/headers';
import { may } from '@/domain/access';
import { addEvidence } from '@/features/checklists/commands/add-evidence';
import { STATUS, told } from '@/server/action';
import { requestAddress } from '@/server/address';
import { Refusal } from '@/server/errors';
import { EVIDENCE_BYTES, evidenceFile } from '@/server/evidence-file';
import { isOwnOrigin } from '@/server/origin';
import { uploadedForm } from '@/server/upload';
import { viewerOrNull } from '@/server/viewer';

/** What a form weighs besides its file. */
const ENVELOPE = 64 * 1024;
const NAME = 'evidence.add';

/** Takes one file for one entry of a checklist (multipart: checklist, entry, file). Answers with its id, or with what is wrong in words. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOwnOrigin(await headers())) throw new Refusal('forbidden', NAME, [], 'foreign');
    const viewer = await viewerOrNull();
    if (!viewer) throw new Refusal('signed-out', NAME);
    if (!may(viewer, 'evidence.add')) throw new Refusal('forbidden', NAME);
    const form = await uploadedForm(request, EVIDENCE_BYTES + ENVELOPE);
    const sent = form === 'large' || form === null ? null : form.get('file');
    if (form === 'large') throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'file-large' }]);
    if (form === null || !(sent instanceof File)) throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'required' }]);
    const file = await evidenceFile(Buffer.from(await sent.arrayBuffer()));
    if (typeof file === 'string') throw new Refusal('invalid', NAME, [{ field: 'file', problem: file }]);
    const place = { checklist: form.get('checklist'), entry: form.get('entry'), name: sent.name.slice(-200) };
    const { id } = await addEvidence(viewer, { ...place, ...file }, await requestAddress());
    return Response.json({ id }, { status: 201 });
  } catch (failure) {
    const { code, message, fields } = await told(failure, NAME);
    return Response.json({ code, message: Object.values(fields)[0] ?? message }, { status: STATUS[code] });
  }
}
