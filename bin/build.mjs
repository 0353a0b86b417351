import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { run } from './install.mjs';

const SOURCES = [
  'app', 'components', 'db', 'domain', 'features', 'messages', 'server', 'bin/build-worker.mjs', 'next.config.js', 'package-lock.json',
  'postcss.config.mjs', 'tsconfig.json',
];
const BUILT = '.next/BUILD_ID';

function newest(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** Builds when there is no build, or a source is newer than it. */
export async function build() {
  const built = newest(BUILT);
  if (built > 0 && SOURCES.every((source) => newest(source) <= built)) return;
  console.log('构建 · building …');
  const began = new Date();
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } });
  // A source that changed while it was built is newer than the build.
  utimesSync(BUILT, began, began);
}
