import { beforeAll, expect, test } from 'vitest';
import { fingerprint, open, seal } from './vault';

beforeAll(() => { process.env.DATA_KEY = Buffer.alloc(32, 7).toString('base64'); });

const ID = '51999919700101002X';

test('a sealed value opens at its own place only', () => {
  const sealed = seal(ID, 'members:123:id_number');
  expect(open(sealed, 'members:123:id_number')).toBe(ID);
  expect(() => open(sealed, 'members:124:id_number')).toThrow();
  expect(() => open(sealed, 'members:123:phone')).toThrow();
});

test('any changed byte is noticed', () => {
  const sealed = seal(ID, 'members:1:id_number');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = changed[at]! ^ 1;
    expect(() => open(changed, 'members:1:id_number')).toThrow();
  }
  expect(() => open(Buffer.alloc(0), 'members:1:id_number')).toThrow();
});

test('the plain text is nowhere in the sealed bytes, and nonces differ by place and value', () => {
  const sealed = seal(ID, 'members:1:id_number');
  expect(sealed.includes(Buffer.from(ID))).toBe(false);
  const nonce = (bytes: Buffer) => bytes.subarray(1, 13).toString('hex');
  const nonces = [sealed, seal(ID, 'members:2:id_number'), seal('519999197001010039', 'members:1:id_number')].map(nonce);
  expect(new Set(nonces).size).toBe(3);
  expect(seal(ID, 'members:1:id_number')).toEqual(sealed);
});

test('another key neither opens nor finds', () => {
  const sealed = seal(ID, 'members:1:id_number');
  const print = fingerprint(ID);
  expect(print).toMatch(/^[0-9a-f]{64}$/);
  process.env.DATA_KEY = Buffer.alloc(32, 8).toString('base64');
  expect(() => open(sealed, 'members:1:id_number')).toThrow();
  expect(fingerprint(ID)).not.toBe(print);
  process.env.DATA_KEY = Buffer.alloc(32, 7).toString('base64');
  expect(fingerprint(ID)).toBe(print);
});
