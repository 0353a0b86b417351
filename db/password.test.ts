import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password';

test('a password opens its own hash and no other', async () => {
  const hash = await hashPassword('Jian-ge-2018-挂图');
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword('Jian-ge-2018-挂图', hash)).toBe(true);
  expect(await verifyPassword('Jian-ge-2018-挂圖', hash)).toBe(false);
});

test('two hashes of one password differ', async () => {
  expect(await hashPassword('the same twice 1')).not.toBe(await hashPassword('the same twice 1'));
});

test('a malformed or absurdly costly hash is refused', async () => {
  for (const hash of ['', 'plain', 'bcrypt$1$2$3$a$b', 'scrypt$0$8$1$YQ$YQ', 'scrypt$1073741824$8$1$YQ$YQ', 'scrypt$131072$8$1$$'])
    expect(await verifyPassword('x', hash)).toBe(false);
});
