// Tells the truth about the tree in one command: every check in order, the cheapest first; stops at the first stage that fails.
import { spawn } from 'node:child_process';
import { accessSync, constants, statfsSync } from 'node:fs';

const npx = (...args) => ['npx', args];
/** The lanes of a stage run side by side, the checks of a lane one after the other. What waits for another now and then leaves room for one more. */
const STAGES = [
  [{ structure: ['node', ['bin/check-structure.mjs']], types: ['npm', ['run', '--silent', 'typecheck']] }, { unit: npx('vitest', 'run', '--project', 'unit') }],
  [{ database: npx('vitest', 'run', '--project', 'database:postgres', '--project', 'database:embedded') }, { lint: npx('eslint', '.', '--max-warnings', '0') }],
  [
    { 'county on PostgreSQL': npx('vitest', 'run', '--project', 'county:postgres'), 'a year of the county': npx('vitest', 'run', '--project', 'year:embedded') },
    { 'county, embedded': npx('vitest', 'run', '--project', 'county:embedded', '--no-file-parallelism') },
    { build: ['npm', ['run', '--silent', 'build']] },
  ],
  [{ journeys: npx('playwright', 'test') }],
];

const MEMORY = '/dev/shm';
const ENOUGH = 8 * 1024 ** 3;
/** Whether the machine has a folder in memory with room for a few copies of the county: the tests of the embedded engine then take a quarter less, since it makes every write durable. */
const inMemory = () => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    accessSync(MEMORY, constants.W_OK);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
};

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...(!process.env.TMPDIR && inMemory() && { TMPDIR: MEMORY }) };

/** A check is a group of processes, because npx and npm pass no signal on: a signal to this process goes to all of them. */
const inGroups = process.platform !== 'win32';
const running = new Set();
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopped = true;
    for (const { pid } of running) process.kill(inGroups ? -pid : pid, signal);
  });
}

/** Runs one check. A check that has company keeps what it says until it ends. */
async function check(name, [program, args], alone) {
  if (stopped) return false;
  if (alone) console.log(`\n── ${name}`);
  const began = Date.now();
  const said = [];
  const code = await new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'], env, shell: !inGroups, detached: inGroups });
    if (child.pid) running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
    child.once('error', ({ message }) => {
      console.error(`${name}: ${message}`);
      done(1);
    });
    child.once('close', (status) => {
      running.delete(child);
      done(status ?? 1);
    });
  });
  if (!alone) console.log(`\n── ${name}\n${Buffer.concat(said)}`);
  console.log(`── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return code === 0;
}

const only = process.argv.slice(2);
const names = STAGES.flat().flatMap((lane) => Object.keys(lane));
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.map((name) => `“${name}”`).join(', ')}. There are: ${names.join(' · ')}`);
  process.exit(1);
}
let passed = 0;
for (const stage of STAGES) {
  const lanes = stage.map((lane) => Object.entries(lane).filter(([name]) => only.length === 0 || only.includes(name))).filter((lane) => lane.length > 0);
  const results = await Promise.all(lanes.map(async (lane) => {
    for (const [name, run] of lane) {
      if (!(await check(name, run, lanes.length === 1))) return false;
      passed++;
    }
    return true;
  }));
  const failed = results.filter((whole) => !whole).length;
  if (failed > 0) {
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exit(1);
  }
}
console.log(`\n${passed} passed, 0 failed`);
