'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { ownPath } from '@/domain/own-path';
import { action } from '@/server/action';
import { requestAddress } from '@/server/address';
import { isOwnOrigin } from '@/server/origin';
import { prepareOpening, preparePassword, prepareReset, signInHere } from '@/server/password-change';
import { reached } from '@/server/reached';
import { readSid } from '@/server/session-cookie';
import { authenticate, closeSession, openSession, openVerified } from '@/server/sign-in';
import { changePassword as changePasswordCommand } from './commands/change-password';
import { disable as disableCommand } from './commands/disable';
import { enable as enableCommand } from './commands/enable';
import { endSessions as endSessionsCommand } from './commands/end-sessions';
import { openAccount as openAccountCommand } from './commands/open-account';
import { resetPassword as resetPasswordCommand } from './commands/reset-password';

export interface SignInState {
  readonly username: string;
  readonly refused: 'wrong' | 'locked' | 'busy' | 'unappointed' | 'foreign';
}

/** The sign-in form; works without JavaScript. Leads to callbackUrl, which is an own path or nothing. */
export async function signIn(_previous: SignInState | null, form: FormData): Promise<SignInState> {
  const username = String(form.get('username') ?? '').slice(0, 64);
  reached();
  if (!isOwnOrigin(await headers())) return { username, refused: 'foreign' };
  const address = await requestAddress();
  const result = await authenticate(username, String(form.get('password') ?? ''), address);
  if ('refused' in result) return { username, refused: result.refused };
  const before = await readSid(await cookies(), await headers());
  const sid = await openVerified(result, address);
  if (sid === null) return { username, refused: 'wrong' };
  if (before) await closeSession(before, address);
  await signInHere(sid);
  redirect(ownPath(form.get('callbackUrl')));
}

export const changePassword = action(changePasswordCommand, {
  prepare: preparePassword,
  done: async (_after, viewer, address) => signInHere(await openSession(viewer.accountId, address)),
});

export const disable = action(disableCommand);
export const enable = action(enableCommand);
export const endSessions = action(endSessionsCommand);
export const openAccount = action(openAccountCommand, { prepare: prepareOpening, value: ({ id, username, secret }) => ({ id, username, secret }) });
export const resetPassword = action(resetPasswordCommand, { prepare: prepareReset, value: ({ id, secret }) => ({ id, secret }) });
