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

export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  return port;
}

/** Starts the built product with these variables, on a free port unless PORT says which. */
export async function startProduct(environment: Record<string, string>): Promise<Started> {
  const port = Number(environment.PORT ?? (await freePort()));
  const env: NodeJS.ProcessEnv = { ...process.env, ...TEST_KEYS, PORT: String(port), ...environment };
  delete env.npm_lifecycle_event;
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

/** Waits until it serves. */
export const healthy = async ({ port }: Started) =>
  expect.poll(() => fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.status, () => 0), { timeout: 60_000 }).toBe(200);
