import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Runs a program to its end, its output shown; the running one dies with this process. Throws when it fails. */
export function run(program, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && program === 'npm', ...options });
    const stop = (signal) => child.kill(signal);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      if (signal) process.exit(1);
      if (code === 0) done();
      else failed(new Error(`${program} ${args.join(' ')} ended with ${code}`));
    });
  });
}

const INSTALLED = 'node_modules/.package-lock.json';

/** Installs the locked packages when they are missing or older than the lock. */
export async function install() {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('安装依赖包 · installing packages …');
  await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}
