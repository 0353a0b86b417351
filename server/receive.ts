import 'server-only';
import { may, type Right } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import { caller } from './caller';
import { Refusal } from './errors';
import { EVIDENCE_BYTES, type EvidenceFile, evidenceFile } from './evidence-file';
import { told } from './told';
import { uploadedForm } from './upload';

const STATUS = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409, 'signed-out': 401, failed: 500 } as const;
/** What a form weighs besides its file. */
const ENVELOPE = 64 * 1024;

type Received = { readonly id: number | string; readonly already?: true };
type Receive = (request: Request, viewer: Viewer, address: string | null) => Promise<Received>;

/**
 * A POST that hands something in: who asks, with which right, then 201 with the id of what was made, 200 when the same key had
 * made it before, or `{code, message, reason, fields}` in the user's language.
 */
export const receiving = (right: Right, commandName: string, receive: Receive) => async (request: Request): Promise<Response> => {
  try {
    const { viewer, address } = await caller(commandName);
    if (!may(viewer, right)) throw new Refusal('forbidden', commandName);
    const { id, already } = await receive(request, viewer, address);
    return Response.json({ id }, { status: already ? 200 : 201 });
  } catch (failure) {
    const { code, message, reason, fields } = await told(failure, commandName);
    return Response.json({ code, message: Object.values(fields)[0] ?? message, reason, fields }, { status: STATUS[code] });
  }
};

/** A form with one file in the field `file`, made safe. What is no form, too large or no picture or document is refused beside that field. */
export async function receivedFile(request: Request, commandName: string): Promise<{ form: FormData; name: string; file: EvidenceFile }> {
  const refuse = (problem: string) => new Refusal('invalid', commandName, [{ field: 'file', problem }]);
  const form = await uploadedForm(request, EVIDENCE_BYTES + ENVELOPE);
  if (form === 'large') throw refuse('file-large');
  const sent = form?.get('file');
  if (!form || !(sent instanceof File)) throw refuse('required');
  const file = await evidenceFile(Buffer.from(await sent.arrayBuffer()));
  if (typeof file === 'string') throw refuse(file);
  return { form, name: sent.name, file };
}

/**
 * The files of a form's field, made safe; a field left empty has none. What is no picture or document, too many or too large together
 * is refused beside the field.
 */
export async function formFiles(given: unknown, commandName: string, { field, most, bytes }: { field: string; most: number; bytes: number }): Promise<{ name: string; type: EvidenceFile['type']; content: Buffer }[]> {
  const refuse = (problem: string, limit?: number) => new Refusal('invalid', commandName, [{ field, problem, limit }]);
  const sent = [given].flat().filter((each): each is File => each instanceof File && each.size > 0);
  if (sent.length > most) throw refuse('file-many', most);
  if (sent.reduce((sum, { size }) => sum + size, 0) > bytes) throw refuse('file-large');
  const files = [];
  for (const each of sent) {
    const file = await evidenceFile(Buffer.from(await each.arrayBuffer()));
    if (typeof file === 'string') throw refuse(file);
    files.push({ name: each.name.slice(-200), ...file });
  }
  return files;
}
