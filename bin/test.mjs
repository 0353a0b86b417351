// Sets a fresh clone up for its tests, then runs every check.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { ensurePostgres } from '../db/testing/cluster.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
try {
  await install();
  ensurePostgres();
  ensureBrowser();
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}
await import('./verify.mjs');
