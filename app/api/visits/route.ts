import { headers } from 'next/headers';
import { may } from '@/domain/access';
import { recordVisit } from '@/features/visits/commands/record';
import { STATUS, told } from '@/server/action';
import { requestAddress } from '@/server/address';
import { Refusal } from '@/server/errors';
import { isOwnOrigin } from '@/server/origin';
import { uploadedText } from '@/server/upload';
import { viewerOrNull } from '@/server/viewer';

const BYTES = 32 * 1024;
const NAME = 'visit.record';

/** Takes one visit (JSON, as the form names its fields). 201 with its id; 200 when the same key had been taken before. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOwnOrigin(await headers())) throw new Refusal('forbidden', NAME, [], 'foreign');
    const viewer = await viewerOrNull();
    if (!viewer) throw new Refusal('signed-out', NAME);
    if (!may(viewer, 'visits.record')) throw new Refusal('forbidden', NAME);
    const { id, already } = await recordVisit(viewer, asJson(await uploadedText(request, BYTES)), await requestAddress());
    return Response.json({ id }, { status: already ? 200 : 201 });
  } catch (failure) {
    const { code, message, fields } = await told(failure, NAME);
    return Response.json({ code, message, fields }, { status: STATUS[code] });
  }
}

function asJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
