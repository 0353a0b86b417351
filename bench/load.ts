import { Agent, request } from 'node:http';

export interface Target {
  port: number;
  path: string;
  cookie?: string;
}

/** Milliseconds, and answers a second where connections ran side by side. */
export interface Timing {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
}

export interface Answer {
  status: number;
  body: string;
  location: string | undefined;
  cookies: string[];
}

const LONGEST_MS = 30_000;

/** One GET or POST, read to its end. Refuses to wait for ever. */
export function ask({ port, path, cookie }: Target, agent?: Agent, form?: Record<string, string>): Promise<Answer> {
  return new Promise((done, failed) => {
    const headers = { ...(cookie && { cookie }), ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const call = request({ host: '127.0.0.1', port, path, agent, headers, method: form ? 'POST' : 'GET', timeout: LONGEST_MS }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => done({
        status: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), location: response.headers.location, cookies: response.headers['set-cookie'] ?? [],
      }));
    });
    call.on('timeout', () => call.destroy(new Error(`${path}: no answer in ${LONGEST_MS} ms`)));
    call.on('error', failed);
    call.end(form && new URLSearchParams(form).toString());
  });
}

async function timed(target: Target, agent: Agent): Promise<number> {
  const began = performance.now();
  const { status } = await ask(target, agent);
  if (status !== 200) throw new Error(`${target.path} answered ${status}`);
  return performance.now() - began;
}

/** So many requests, of several targets each the next, over so many connections that stay open, after a warm-up that is not counted. Any answer but 200 throws. */
export async function load(targets: Target | readonly Target[], { connections, requests, warm = connections * 4 }: { connections: number; requests: number; warm?: number }): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const all = [targets].flat();
  let asked = 0;
  const run = async (count: number): Promise<number[]> => {
    const took: number[] = [];
    let left = count;
    await Promise.all(Array.from({ length: connections }, async () => {
      while (left-- > 0) took.push(await timed(all[asked++ % all.length]!, agent));
    }));
    return took;
  };
  try {
    await run(warm);
    const began = performance.now();
    const took = await run(requests);
    return timing(took, performance.now() - began);
  } finally {
    agent.destroy();
  }
}

/** Two servers asked in turn, one request at a time, so that whatever else the machine does hits both alike. */
export async function interleaved(one: Target, other: Target, rounds: number): Promise<[Timing, Timing]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const took: [number[], number[]] = [[], []];
    for (let round = -Math.ceil(rounds / 5); round < rounds; round++) {
      const pair = [await timed(one, agent), await timed(other, agent)] as const;
      if (round >= 0) pair.forEach((ms, at) => took[at]!.push(ms));
    }
    return [timing(took[0]), timing(took[1])];
  } finally {
    agent.destroy();
  }
}

export function timing(took: readonly number[], elapsed = took.reduce((sum, ms) => sum + ms, 0)): Timing {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: (took.length * 1000) / elapsed };
}
