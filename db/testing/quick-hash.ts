import { scryptSync } from 'node:crypto';

const COST = { N: 1024, r: 8, p: 1 };

/** A password's hash as the product keeps it, at a hundredth of its cost: the tests sign in hundreds of times. What a real one costs has its own tests. */
export function quickHash(plain: string): string {
  const salt = Buffer.from('a salt for tests');
  const key = scryptSync(plain.normalize('NFKC'), salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}
