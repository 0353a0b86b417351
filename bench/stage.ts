import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded } from '@/db/engine/embedded';
import { migrate } from '@/db/migrate';
import { loadCounty } from '@/db/seed/load';
import { startCounty } from '@/db/testing/county-cluster';
import { TEST_PASSWORD } from '@/db/testing/county-template';
import { TEST_KEYS } from '@/db/testing/keys';
import { ask } from './load';

const { DATA_KEY, AUTH_SECRET } = TEST_KEYS;
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A database with the whole county, and how a process is told to use it. */
export interface Stage {
  kind: 'postgres' | 'embedded';
  /** Environment of a process of the product; the embedded engine gets a county of its own each time, as it serves one process. */
  product(): Record<string, string>;
  /** The same for the server without the fence: rows of every role. */
  unfenced(): Record<string, string>;
  /** Milliseconds that loading the county took. */
  loaded: number;
  stop(): Promise<void>;
}

/** A county that is up already, for measuring again and again: its address with ROLE for the role. The submissions stay in it. */
const { BENCH_DATABASE } = process.env;

const countyUp = (pattern: string): Pick<Awaited<ReturnType<typeof startCounty>>, 'url' | 'stop'> => ({ url: (role) => pattern.replace('ROLE', role), stop: async () => {} });

/** A private PostgreSQL as durable as a real one. Vacuumed, as it would be by itself after a minute. */
export async function postgresStage(): Promise<Stage & { superuser: string; app: string }> {
  const began = performance.now();
  const county = BENCH_DATABASE ? countyUp(BENCH_DATABASE) : await startCounty({ durable: true });
  const loaded = performance.now() - began;
  const superuser = county.url('postgres', 'county');
  const app = county.url('guatu_app', 'county');
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
  return {
    kind: 'postgres', superuser, app, loaded,
    product: () => ({ DATA_KEY, AUTH_SECRET, DATABASE_URL: app, DATABASE_OWNER_URL: county.url('guatu_owner', 'county') }),
    unfenced: () => ({ DATA_KEY, AUTH_SECRET, DATABASE_URL: superuser }),
    stop: county.stop,
  };
}

export async function embeddedStage(): Promise<Stage> {
  const home = mkdtempSync(path.join(tmpdir(), 'guatu-bench-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const original = path.join(home, 'county');
  const engine = await openEmbedded(path.join(original, 'pg'), 300_000);
  await migrate(engine);
  const began = performance.now();
  await loadCounty(engine, { password: TEST_PASSWORD, progress: () => {} });
  const loaded = performance.now() - began;
  await engine.close();
  let copies = 0;
  const copy = () => {
    const folder = path.join(home, `copy-${++copies}`);
    cpSync(original, folder, { recursive: true });
    return { DATA_KEY, AUTH_SECRET, DATA_DIR: folder };
  };
  return { kind: 'embedded', loaded, product: copy, unfenced: copy, stop: async () => rmSync(home, { recursive: true, force: true }) };
}

export interface Running {
  port: number;
  pid: number;
  /** Milliseconds until it answered. */
  started: number;
  stop(): Promise<void>;
}

const NODE = ['--import', './bench/server-only.mjs', '--import', 'tsx'];

/** One of the servers beside this file; it says its port when it listens and ends with this process. */
export async function startServer(file: string, env: Record<string, string>): Promise<Running> {
  const began = performance.now();
  const child = start([...NODE, file], { NODE_ENV: 'production', ...env }, ['ignore', 'inherit', 'inherit', 'ipc']);
  const port = await new Promise<number>((ready, failed) => {
    child.once('message', (said) => ready((said as { port: number }).port));
    child.once('exit', (code) => failed(new Error(`${file} ended with ${code}`)));
  });
  return { port, pid: child.pid!, started: performance.now() - began, stop: () => ended(child) };
}

/** What `npm start` gives to Node.js. */
const START = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ').slice(1);

/** The built product, as `npm start` runs it. Waits until it is healthy, two minutes at most. */
export async function startProduct(env: Record<string, string>, nodeOptions: string[] = []): Promise<Running> {
  const began = performance.now();
  const port = await freePort();
  const child = start([...nodeOptions, ...START], { ...env, PORT: String(port), DEMO_PASSWORD: TEST_PASSWORD }, ['ignore', 'ignore', 'inherit']);
  const healthy = () => ask({ port, path: '/api/health' }).then(({ status }) => status === 200, () => false);
  while (!(await healthy())) {
    if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error(`the product did not start (${child.exitCode ?? 'no answer'})`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { port, pid: child.pid!, started: performance.now() - began, stop: () => ended(child) };
}

/** Signs in as a program does (docs/decisions/07-access.md) and returns the cookie. */
export async function signIn(port: number, username: string): Promise<string> {
  const form = await ask({ port, path: '/api/auth/csrf' });
  const csrf = pairs(form.cookies);
  const { csrfToken } = JSON.parse(form.body) as { csrfToken: string };
  const answer = await ask({ port, path: '/api/auth/callback/credentials', cookie: csrf }, undefined, { username, password: TEST_PASSWORD, csrfToken });
  const cookie = pairs(answer.cookies.filter((each) => each.includes('session-token=')));
  if (!cookie) throw new Error(`${username} could not sign in: ${answer.status} ${answer.location ?? ''}`);
  return cookie;
}

const pairs = (cookies: string[]): string => cookies.map((each) => each.split(';', 1)[0]).join('; ');

function start(args: string[], env: Record<string, string>, stdio: ('ignore' | 'inherit' | 'ipc')[]): ChildProcess {
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|DATABASE_OWNER_URL|DATA_DIR|GUATU_.*|npm_.*)$/.test(name)));
  const child = spawn(process.execPath, args, { stdio, env: { ...kept, ...env } as unknown as NodeJS.ProcessEnv });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(cut);
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = net.createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => done(port));
    });
  });
}
