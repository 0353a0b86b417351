import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * Makes an empty database in an empty folder, whole or not at all: beside it first, then on the disk, then in its place.
 * Killed half-way, the next start begins anew instead of finding a database without a catalogue. `program` is PGlite's, compiled.
 */
export async function makeFolder(folder, program) {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const db = await PGlite.create({ fs: new NodeFS(draft), pgliteWasmModule: program });
  await db.close();
  for (const entry of readdirSync(draft, { recursive: true })) sync(path.join(draft, entry));
  rmdirSync(folder);
  renameSync(draft, folder);
  sync(path.dirname(folder));
}

/** Folders cannot be synced everywhere (Windows). */
function sync(file) {
  try {
    const opened = openSync(file, 'r');
    fsyncSync(opened);
    closeSync(opened);
  } catch (failure) {
    if (process.platform !== 'win32') throw failure;
  }
}
