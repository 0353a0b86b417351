import 'server-only';
import type { Viewer } from '@/domain/viewer';
import { Refusal } from '../errors';
import { viewerFor } from '../viewer';

/** The viewer a made person's account is today. */
export async function viewerOf({ accountId }: { accountId: number }): Promise<Viewer> {
  const viewer = await viewerFor(accountId);
  if (!viewer) throw new Error('no viewer');
  return viewer;
}

/** Why a call was refused. What was not refused fails the test. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const failure = await call.then(() => null, (thrown: unknown) => thrown);
  if (failure instanceof Refusal) return failure;
  throw failure ?? new Error('was not refused');
}

/** The code a call was refused with, or 'done'. */
export const outcome = (call: Promise<unknown>): Promise<unknown> => call.then(() => 'done', (failure: unknown) => (failure instanceof Refusal ? failure.code : failure));
