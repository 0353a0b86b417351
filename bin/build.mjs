import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './install.mjs';

const SOURCES = [
  'app', 'components', 'db', 'domain', 'features', 'messages', 'server', 'bin/build-worker.mjs', 'next.config.js', 'package-lock.json',
  'postcss.config.mjs', 'tsconfig.json',
];
/** Ours: Next.js writes its own BUILD_ID before the last of a build's files. */
const WHOLE = '.next/whole';

function newest(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** Whether there is a whole build, and no source is newer than it. */
export function isBuilt(root = '.') {
  const built = newest(path.join(root, WHOLE));
  return built > 0 && SOURCES.every((source) => newest(path.join(root, source)) <= built);
}

/** Builds when there is no whole build, or a source is newer than it. */
export async function build() {
  if (isBuilt()) return;
  console.log('构建 · building …');
  await buildAnew();
}

async function buildAnew() {
  const began = new Date();
  rmSync(WHOLE, { force: true });
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } });
  writeFileSync(WHOLE, '');
  // A source that changed while it was built is newer than the build.
  utimesSync(WHOLE, began, began);
}

// npm run build: whatever is there.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAnew().catch(({ message }) => {
    console.error(message);
    process.exit(1);
  });
}
