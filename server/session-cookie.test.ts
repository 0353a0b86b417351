import { afterEach, expect, test } from 'vitest';
import { TEST_KEYS } from '@/db/testing/keys';
import { readSid, sealSid } from './session-cookie';

process.env.AUTH_SECRET = TEST_KEYS.AUTH_SECRET;
const plain = new Headers();
const secure = new Headers({ 'x-forwarded-proto': 'https' });
const jarOf = (...cookies: { name: string; value: string }[]) => ({ get: (name: string) => cookies.find((each) => each.name === name) });

afterEach(() => {
  delete process.env.NEXTAUTH_URL;
});

test('behind TLS the cookie is secure and carries the prefix, and one without it is not looked at', async () => {
  const cookie = await sealSid('one', secure);
  expect(cookie).toMatchObject({ name: '__Secure-next-auth.session-token', secure: true, httpOnly: true, sameSite: 'lax' });
  expect(await readSid(jarOf(cookie), secure)).toBe('one');
  expect(await readSid(jarOf(await sealSid('planted', plain)), secure)).toBeNull();
});

test('without TLS it is plain', async () => {
  const cookie = await sealSid('two', new Headers({ 'x-forwarded-proto': 'http' }));
  expect(cookie).toMatchObject({ name: 'next-auth.session-token', secure: false });
  expect(await readSid(jarOf(cookie), plain)).toBe('two');
});

test('the browser’s own stretch counts, not the last proxy’s; the installation’s address comes before both', async () => {
  expect((await sealSid('three', new Headers({ 'x-forwarded-proto': 'https, http' }))).secure).toBe(true);
  process.env.NEXTAUTH_URL = 'https://guatu.example';
  expect((await sealSid('four', plain)).secure).toBe(true);
  process.env.NEXTAUTH_URL = 'http://10.0.0.8';
  expect((await sealSid('five', secure)).secure).toBe(false);
});
