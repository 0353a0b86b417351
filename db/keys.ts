import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './engine/problem';

/** The installation's folder: embedded database, generated secrets. */
export const dataDir = (): string => path.resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || 'data');

/** Signs session cookies: AUTH_SECRET, or one made at the first start. Instances behind one proxy must share it. */
export const authSecret = (): string => process.env.AUTH_SECRET || kept('auth.secret', () => randomBytes(32).toString('base64url'));

/** Encrypts ID numbers, cards and phones: DATA_KEY (32 bytes, base64), or one made at the first start. Losing it loses them. */
export function dataKey(): Buffer {
  const key = Buffer.from(process.env.DATA_KEY || kept('data.key', () => randomBytes(32).toString('base64')), 'base64');
  if (key.length !== 32) throw new StartProblem('DATA_KEY 须为 32 字节的 base64', 'DATA_KEY must be 32 bytes in base64');
  return key;
}

/** Whether a secret of this name is in the data folder. */
export const isKept = (name: string): boolean => existsSync(path.join(dataDir(), name));

/** A secret in the data folder, readable by its owner alone. Made once: of two starting processes the first to link its file wins. */
export function kept(name: string, make: () => string): string {
  const file = path.join(dataDir(), name);
  try {
    if (!isKept(name)) write(file, make());
    return readFileSync(file, 'utf8').trim();
  } catch (failure) {
    throw new StartProblem(`无法读写数据目录中的 ${file}：${(failure as Error).message}`, 'the data folder cannot be read or written');
  }
}

function write(file: string, secret: string): void {
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, secret, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
  } finally {
    rmSync(draft);
  }
}
