import 'server-only';
import { randomInt } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import { hashPassword } from '@/db/password';
import { may } from '@/domain/access';
import { isStrongPassword } from '@/domain/password';
import type { Viewer } from '@/domain/viewer';
import { problemsOf, Refusal } from './errors';
import { sealSid } from './session-cookie';
import { authenticate } from './sign-in';

const NAME = 'account.change-password';
const typed = z.object({ current: z.string().min(1).max(256), password: z.string().min(1).max(256), repeat: z.string() })
  .refine((form) => form.password === form.repeat, { path: ['repeat'], message: 'not-repeated' })
  .refine((form) => form.password !== form.current, { path: ['password'], message: 'same-password' });

/** Checks what was typed, counting a wrong current password like a failed sign-in, and makes the new hash outside any transaction. */
export async function preparePassword(input: unknown, viewer: Viewer, address: string | null): Promise<{ hash: string }> {
  const parsed = typed.safeParse(input);
  if (!parsed.success) throw new Refusal('invalid', NAME, problemsOf(parsed.error.issues));
  const { current, password } = parsed.data;
  if (!isStrongPassword(password, viewer.username)) throw new Refusal('invalid', NAME, [{ field: 'password', problem: 'weak-password' }]);
  if ('refused' in (await authenticate(viewer.username, current, address))) throw new Refusal('invalid', NAME, [{ field: 'current', problem: 'wrong-password' }]);
  return { hash: await hashPassword(password) };
}

const ALPHABET = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'] as const;

/** A new random password (16 characters without look-alikes, three kinds) and its hash, beside what the form said. */
export async function prepareReset(input: unknown, viewer: Viewer): Promise<{ id: unknown; reason: unknown; hash: string; secret: string }> {
  // A hash is costly: it is not made for who may not ask. The command asks again.
  if (!may(viewer, 'accounts.manage')) throw new Refusal('forbidden', 'account.reset-password');
  const { id, reason } = z.object({ id: z.unknown(), reason: z.unknown() }).catch({ id: undefined, reason: undefined }).parse(input);
  return { id, reason, ...(await madeUp()) };
}

/** The same for an account that is to be opened. */
export async function prepareOpening(input: unknown, viewer: Viewer): Promise<{ person: unknown; username: unknown; reason: unknown; hash: string; secret: string }> {
  if (!may(viewer, 'accounts.manage')) throw new Refusal('forbidden', 'account.open');
  const typed = z.object({ person: z.unknown(), username: z.unknown(), reason: z.unknown() }).catch({ person: undefined, username: undefined, reason: undefined }).parse(input);
  return { ...typed, ...(await madeUp()) };
}

async function madeUp(): Promise<{ hash: string; secret: string }> {
  const secret = Array.from({ length: 16 }, (_, at) => pick(ALPHABET[at % 3] ?? ALPHABET[0])).join('');
  return { secret, hash: await hashPassword(secret) };
}

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));

/** Signs this browser in: a new session, never one that was there before. */
export async function signInHere(sid: string): Promise<void> {
  (await cookies()).set(await sealSid(sid, await headers()));
}
