import 'server-only';
import { headers } from 'next/headers';
import type { Viewer } from '@/domain/viewer';
import { requestAddress } from './address';
import { Refusal } from './errors';
import { isOwnOrigin } from './origin';
import { reached } from './reached';
import { viewerOrNull } from './viewer';

/** The one command that a password which was handed out still allows. */
const CHANGE = 'account.change-password';

/** Who calls, from this product's own pages and signed in. */
export async function caller(name: string): Promise<{ viewer: Viewer; address: string | null }> {
  reached();
  if (!isOwnOrigin(await headers())) throw new Refusal('forbidden', name, [], 'foreign');
  const viewer = await viewerOrNull();
  if (!viewer) throw new Refusal('signed-out', name);
  if (viewer.passwordIssued && name !== CHANGE) throw new Refusal('forbidden', name, [], 'password-issued');
  return { viewer, address: await requestAddress() };
}
