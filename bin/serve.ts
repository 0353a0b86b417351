import { createServer, type Server } from 'node:http';
import net from 'node:net';
import next from 'next';
import { closeEngine, engine } from '../db/engine/engine';
import { StartProblem } from '../db/engine/problem';
import { authSecret, dataKey } from '../db/keys';
import { migrate } from '../db/migrate';
import { webhook } from '../db/webhook';
import { keepCalendar } from '../jobs/ticker';
import { refusedUnread } from './body-limit';
import { loadDemonstration } from './demonstration';
import { throughFrontDoor } from './front-door';
import { answeringUnreadable } from './unreadable';

const DRAIN_MS = 1_000;

/** Opens the database, brings it up to date, loads the demonstration county into an empty one, and listens until a signal. */
export async function serve({ development }: { development: boolean }): Promise<void> {
  const hostname = process.env.HOST || '127.0.0.1';
  const port = portFrom(process.env.PORT);
  const proxies = proxiesFrom(process.env.PROXIES);
  await mustBeFree(hostname, port);
  const database = await engine();
  // next-auth reads these when its route is first loaded.
  process.env.AUTH_SECRET = authSecret();
  process.env.AUTH_TRUST_HOST = 'true';
  dataKey();
  webhook();
  stopOnSignals();
  await migrate(database);
  const demonstration = process.env.DEMO === 'off' ? null : await loadDemonstration(database);

  const app = next({ dev: development, hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    throughFrontDoor(request, response, proxies);
    if (!refusedUnread(request, response)) answeringUnreadable(request, response, () => void handle(request, response));
  });
  server.on('upgrade', app.getUpgradeHandler());
  serving = server;
  await listening(server, hostname, port);
  console.log(`\n挂图 · Guatu   http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`);
  if (demonstration) console.log(demonstration);
  keepCalendar(draining().signal);
}

/** The same signal as server/draining.ts, which lives in Next's module graph. */
const singleton = globalThis as unknown as { guatuDraining?: AbortController };
const draining = (): AbortController => (singleton.guatuDraining ??= new AbortController());

let serving: Server | undefined;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  draining().abort();
  // Whatever hangs, the process is gone within two seconds.
  setTimeout(() => process.exit(0), 1_800).unref();
  if (serving) await closed(serving);
  await closeEngine();
  process.exit(0);
}

function stopOnSignals(): void {
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // npm killed hard takes no signal with it: without its parent a start by npm ends too.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void stop(), 1_000).unref();
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}

function portFrom(text: string | undefined): number {
  const port = Number(text || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartProblem(`PORT=${text} 不是有效的端口`, 'PORT is no port number');
  return port;
}

/** Proxies of our own in front, 0 to 9: each adds where it was asked from to X-Forwarded-For. */
function proxiesFrom(text: string | undefined): number {
  if (text && !/^\d$/.test(text)) throw new StartProblem(`PROXIES=${text} 不是有效的代理层数（0 至 9）`, 'PROXIES is no number of proxies from 0 to 9');
  return Number(text || 0);
}

/** Said before the long work, not after it. */
async function mustBeFree(hostname: string, port: number): Promise<void> {
  const probe = net.createServer();
  await listening(probe, hostname, port);
  await new Promise((done) => probe.close(done));
}

function listening(server: net.Server, hostname: string, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (failure: NodeJS.ErrnoException) => failed(failure.code === 'EADDRINUSE'
      ? new StartProblem(`端口 ${port} 已被占用，请用 PORT=… 另选一个`, `port ${port} is in use, choose another with PORT=…`)
      : new StartProblem(`无法在 ${hostname}:${port} 监听：${failure.message}`, 'the address cannot be listened on')));
    server.listen(port, hostname, () => done());
  });
}
