import { spawnSync } from 'node:child_process';

const isRoot = process.getuid?.() === 0;

/** Installs Debian's packages where that can be done: as root, with apt-get. Whoever asks looks whether they are there now. */
export function installPackages(...packages) {
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log(`installing ${packages.join(', ')} from the system packages …`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
