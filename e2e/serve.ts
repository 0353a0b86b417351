// The built application on a copy of the whole demonstration county: what the journeys talk to.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyOfCounty, TEST_PASSWORD } from '../db/testing/county-template';

const folder = mkdtempSync(path.join(tmpdir(), 'guatu-e2e-'));
await copyOfCounty(folder);
const server = spawn(process.execPath, ['bin/start.mjs'], { stdio: 'inherit', env: { ...process.env, DATA_DIR: folder, DEMO_PASSWORD: TEST_PASSWORD } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
