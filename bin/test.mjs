// Sets a fresh clone up for its tests, then runs every check.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { ensurePostgres } from '../db/testing/cluster.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
// What Vite asks for; the product itself runs on older ones (bin/start.mjs).
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`npm test needs Node.js 20.19 or 22.12, or later; this is ${process.versions.node}.`);
  process.exit(1);
}
try {
  await install();
  ensurePostgres();
  ensureBrowser();
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}
await import('./verify.mjs');
