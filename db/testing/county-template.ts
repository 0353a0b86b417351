import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openEmbedded } from '../engine/embedded';
import { migrate } from '../migrate';
import { loadCounty } from '../seed/load';
import { TEST_KEYS } from './keys';
import { quickHash } from './quick-hash';

const KEPT = 'data/testing';
const DRAFT = 'draft-';
export const TEST_PASSWORD = 'Guatu-test-2018';

/** The embedded data folder with the whole demonstration county, sealed with the tests' keys whoever asks first; made once for each state of the sources that make it. */
export async function countyTemplate(): Promise<string> {
  const folder = path.resolve(KEPT, `county-${digestOf('db', 'domain').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  for (const old of readdirSync(KEPT).filter((name) => name.startsWith('county-') || isLeftOver(name))) rmSync(path.join(KEPT, old), { recursive: true, force: true });
  const draft = mkdtempSync(path.join(KEPT, DRAFT));
  Object.assign(process.env, TEST_KEYS);
  const engine = await openEmbedded(path.join(draft, 'pg'));
  await migrate(engine);
  await engine.unhurried(async (owner) => {
    await loadCounty(owner, { password: TEST_PASSWORD, progress: () => {} });
    await owner.pool.query(`update installation set value = $1 where key = 'demo_password_hash'`, [await quickHash(TEST_PASSWORD)]);
  });
  await engine.close();
  // Of two that make it at once, the slower takes the other's.
  if (existsSync(folder)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, folder);
  return folder;
}

/** A draft that a run ended in the middle of. */
const isLeftOver = (name: string) => name.startsWith(DRAFT) && Date.now() - statSync(path.join(KEPT, name)).mtimeMs > 3_600_000;

/** A copy of the template to write in. */
export async function copyOfCounty(target: string): Promise<void> {
  cpSync(await countyTemplate(), target, { recursive: true });
}

function digestOf(...roots: string[]): string {
  const hash = createHash('sha256');
  const visit = (file: string) => {
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else if (!/\.test\.ts$/.test(file)) hash.update(file).update(readFileSync(file));
  };
  roots.forEach(visit);
  return hash.digest('hex');
}
