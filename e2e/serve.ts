// The built application on a copy of the whole demonstration county: what the journeys talk to.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../db/engine/embedded';
import { copyOfCounty, TEST_PASSWORD } from '../db/testing/county-template';

const folder = mkdtempSync(path.join(tmpdir(), 'guatu-e2e-'));
await copyOfCounty(folder);
// A county that has not entered the fund's rules takes no application.
const engine = await openEmbedded(path.join(folder, 'pg'));
await engine.pool.query(`insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source)
  select '2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '防返贫基金管理办法' where not exists (select from relief_rules)`);
await engine.close();
const server = spawn(process.execPath, ['bin/start.mjs'], { stdio: 'inherit', env: { ...process.env, DATA_DIR: folder, DEMO_PASSWORD: TEST_PASSWORD } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
