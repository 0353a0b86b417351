import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { dataKey } from './keys';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

interface Keys { seal: Buffer; nonce: Buffer; print: Buffer }
let derived: (Keys & { origin: string }) | undefined;

// One reading and derivation for each origin of the key: sealing a county asks for it two hundred thousand times.
function keys(): Keys {
  const origin = `${process.env.DATA_KEY ?? ''}|${process.env.DATA_DIR ?? ''}`;
  if (derived?.origin !== origin) {
    const key = dataKey();
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
    derived = { origin, seal: key, nonce: derive('guatu nonce'), print: derive('guatu fingerprint') };
  }
  return derived;
}

/**
 * Encrypts a value for the row and column `place` names, such as `members:123:id_number`: a copy in another row does not open.
 * The nonce is made of place and value (a synthetic nonce), so it never repeats for another text and equal rows seal alike.
 * Layout: version byte, nonce, AES-256-GCM tag, ciphertext.
 */
export function seal(plain: string, place: string): Buffer {
  const { seal: key, nonce: nonceKey } = keys();
  const nonce = createHmac('sha256', nonceKey).update(place).update('\0').update(plain).digest().subarray(0, NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** The value sealed for `place`. Throws when the bytes were changed, moved, or sealed under another key. */
export function open(sealed: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 1 + NONCE + TAG || bytes[0] !== VERSION) throw new Error('not a sealed value');
  const nonce = bytes.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keys().seal, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
  return decipher.update(bytes.subarray(1 + NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** What finds a sealed value again: keyed, so a list of all ID numbers tells nothing. Hexadecimal. */
export function fingerprint(plain: string): string {
  return createHmac('sha256', keys().print).update(plain).digest('hex');
}
