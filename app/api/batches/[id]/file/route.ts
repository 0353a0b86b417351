import { sendBatch } from '@/features/batches/commands/send-batch';
import { caller } from '@/server/caller';
import { told } from '@/server/told';
import { allow, currentViewer } from '@/server/viewer';

const STATUS = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409, 'signed-out': 401, failed: 500 } as const;

/** Hands out the bank's file of a batch, with the card numbers in full: the first time sends it. Every time is on record. */
export async function POST(_request: Request, { params }: RouteContext<'/api/batches/[id]/file'>): Promise<Response> {
  const viewer = await currentViewer();
  allow(viewer, 'batches.manage');
  try {
    const { address } = await caller(sendBatch.commandName);
    const { no, secret } = await sendBatch(viewer, { id: (await params).id }, address);
    return new Response(secret, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${no}.csv"`, 'cache-control': 'private, no-store' } });
  } catch (failure) {
    const { code, message } = await told(failure, sendBatch.commandName);
    return new Response(message, { status: STATUS[code], headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
  }
}
