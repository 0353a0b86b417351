import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** Like db/engine/problem.ts, which cannot be loaded before the packages are there. */
class StartProblem extends Error {}

/**
 * Runs a program to its end, its output shown; a signal to this process ends both. Killed hard, this process leaves it running
 * until it ends by itself. Throws one sentence when it fails.
 */
export function run(program, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && program === 'npm', ...options });
    let stopped = false;
    const stop = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const said = [path.basename(program), ...args].join(' ');
    child.once('error', ({ message }) => failed(new StartProblem(`无法运行 ${said}：${message} (it cannot be run)`)));
    child.once('exit', (code, signal) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      if (stopped) process.exit(1);
      if (code === 0) done();
      else failed(new StartProblem(`${said} 未能完成（${signal ?? `退出码 ${code}`}），原因见上 (it failed; see above why)`));
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
