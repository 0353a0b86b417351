// Starts the product on a machine that has Node.js and npm and nothing else. What serves is this one process, so that
// killing it leaves nothing behind; only installing and building have one of their own.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { install } from './install.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`需要 Node.js 20.9 或更高版本，当前为 ${process.versions.node} (Node.js 20.9 or later is needed)`);
  process.exit(1);
}
const development = process.argv.includes('--dev');
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';

try {
  await install();
  process.env.NODE_ENV = development ? 'development' : 'production';
  if (!development) await build();
  const { register } = await import('tsx/esm/api');
  register();
  const { serve } = await import('./serve.ts');
  await serve({ development });
} catch (problem) {
  // A StartProblem says in one sentence what to put right; anything else is ours and shows where.
  console.error(problem?.constructor?.name === 'StartProblem' ? problem.message : problem);
  process.exit(1);
}
