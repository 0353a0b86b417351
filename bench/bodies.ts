import { spawnSync } from 'node:child_process';
import { sendBad } from '@/bin/relief-proofs/bad-requests';
import { makeReliefCounty } from '@/bin/relief-proofs/county';
import { builtActions, signIn } from '@/bin/relief-proofs/over-http';
import { makeWaiting } from '@/bin/relief-proofs/payable';
import { closeEngine } from '@/db/engine/engine';
import { hashPassword } from '@/db/password';
import { startCluster } from '@/db/testing/cluster.mjs';
import { prepareDatabase } from '@/db/testing/county-cluster';
import { TEST_KEYS } from '@/db/testing/keys';
import { luckOf } from '@/db/testing/relief-deeds';
import type { Figure } from './report';
import { startProduct } from './stage';

const PASSWORD = 'Guatu-bodies-2018';
const COUNT = Number(process.env.BODIES ?? 100_000);
const SEED = Number(process.env.RELIEF_SEED ?? 20_180_302);
const AT_ONCE = 8;

/** Sends so many bad requests to the fund's actions and handlers as everybody in turn: how many were answered as a fault, and whether the data are sound after them. */
export async function measureBodies(): Promise<Figure[]> {
  const cluster = await startCluster({ written: true });
  const env: Record<string, string> = { ...TEST_KEYS, DATABASE_URL: cluster.url('guatu_app', 'bodies'), DATABASE_OWNER_URL: cluster.url('guatu_owner', 'bodies') };
  Object.assign(process.env, env);
  try {
    await prepareDatabase(cluster.url('postgres', 'postgres'), env.DATABASE_OWNER_URL!, 'bodies');
    const county = await makeReliefCounty({ passwordHash: await hashPassword(PASSWORD) });
    await makeWaiting(county, 20);
    await closeEngine();
    const product = await startProduct({ ...env, DEMO: 'off', PROXIES: '1' });
    const origin = `http://127.0.0.1:${product.port}`;
    const everybody = [''];
    for (const { username } of Object.values(county.people).flat()) everybody.push(await signIn(origin, username, PASSWORD));
    const actions = builtActions();
    const statuses = new Map<number, number>();
    const faults: string[] = [];
    let left = COUNT;
    const began = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, async (_, no) => {
      const luck = luckOf(SEED * 100 + no);
      while (left-- > 0) {
        const { status, fault } = await sendBad(actions, { origin, cookie: luck.pick(everybody) }, luck);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (fault) faults.push(fault);
        if (left % 10_000 === 0) console.error(`… ${left} left`);
      }
    }));
    const seconds = (performance.now() - began) / 1_000;
    await product.stop();
    for (const fault of faults.slice(0, 20)) console.log(`  FAULT ${fault}`);
    const checked = spawnSync(process.execPath, ['bin/run.mjs', 'bin/check-data.ts'], { env: process.env, encoding: 'utf8' });
    if (checked.status !== 0) console.log(checked.stdout, checked.stderr);
    const note = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status || 'none'}: ${count}`).join(', ');
    return [
      { name: `faults in answer to ${COUNT} bad requests`, value: faults.length, unit: 'of them', limit: { atMost: 0 }, note: `${note}; in ${seconds.toFixed(0)} s` },
      { name: 'check:data after them', value: checked.status ?? 1, unit: 'exit code', limit: { atMost: 0 } },
    ];
  } finally {
    await cluster.stop();
  }
}
