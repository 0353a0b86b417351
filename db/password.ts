import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's current floor for scrypt; 128 MiB for a third of a second, so Node's own memory limit is raised to fit.
const COST = { N: 2 ** 17, r: 8, p: 1 };

function derive(plain: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((done, failed) =>
    scrypt(plain.normalize('NFKC'), salt, 32, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => (error ? failed(error) : done(key))));
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(plain: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(plain, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

const ISSUED = 'issued$';

/** The hash of a password that an administrator handed out: it opens the account, but only to be changed. */
export const issued = (hash: string): string => ISSUED + hash;

/** A LIKE pattern of such hashes. */
export const ISSUED_HASHES = `${ISSUED}%`;

/** Whether `plain` made `hash`, issued or own. A hash of another form is false, never an error. */
export async function verifyPassword(plain: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (hash.startsWith(ISSUED) ? hash.slice(ISSUED.length) : hash).split('$');
  if (scheme !== 'scrypt' || !salt || !key) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  if (!(cost.N > 1 && cost.N <= 2 ** 20 && cost.r > 0 && cost.r <= 32 && cost.p > 0 && cost.p <= 16)) return false;
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(plain, Buffer.from(salt, 'base64url'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
