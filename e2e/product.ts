import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { expect } from '@playwright/test';
import { TEST_KEYS } from '../db/testing/keys';

/** A product of a test's own: started, heard, ended. */
export interface Started {
  child: ChildProcess;
  said: () => string;
  port: number;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A port nobody listens on, below those that the machine gives to outgoing connections: these are many, and would take it before the product does. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = net.createServer().listen(port, '127.0.0.1');
    const free = await Promise.race([once(probe, 'listening').then(() => true), once(probe, 'error').then(() => false)]);
    probe.close();
    if (free) return port;
  }
}

/** Starts the built product with these variables, on a free port unless PORT says which. */
export async function startProduct(environment: Record<string, string>): Promise<Started> {
  const port = Number(environment.PORT ?? (await freePort()));
  // A journey that ran before in this process may have left the database it worked on in the environment.
  const none = { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, npm_lifecycle_event: undefined };
  const env: NodeJS.ProcessEnv = { ...process.env, ...none, ...TEST_KEYS, PORT: String(port), ...environment };
  const child = spawn(process.execPath, ['bin/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (said += text));
  return { child, said: () => said, port };
}

/** Its exit code, once it has ended; null after a signal it did not handle. */
export async function ended({ child }: Started): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  running.delete(child);
  return child.exitCode;
}

/** Waits until it serves; a product that ended instead says why. */
export async function healthy({ child, port, said }: Started): Promise<void> {
  const answer = async () => (child.exitCode === null ? fetch(`http://127.0.0.1:${port}/api/health`).then(({ status }) => status, () => 0) : said());
  await expect.poll(answer, { timeout: 90_000 }).not.toBe(0);
  expect(await answer()).toBe(200);
}
