// Tells the truth about the tree in one command: every check in order, the cheapest first; stops at the first failure.
import { spawn } from 'node:child_process';

const npx = (...args) => ['npx', args];
const STEPS = [
  ['structure', ['node', ['bin/check-structure.mjs']]],
  ['lint', npx('eslint', '.', '--max-warnings', '0')],
  ['types', ['npm', ['run', '--silent', 'typecheck']]],
  ['unit', npx('vitest', 'run', '--project', 'unit')],
  ['database', npx('vitest', 'run', '--project', 'database:postgres', '--project', 'database:embedded')],
  ['county on PostgreSQL', npx('vitest', 'run', '--project', 'county:postgres')],
  ['county, embedded', npx('vitest', 'run', '--project', 'county:embedded', '--no-file-parallelism')],
  ['build', ['npm', ['run', '--silent', 'build']]],
  ['journeys', npx('playwright', 'test')],
];

const only = process.argv.slice(2);
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
let passed = 0;
for (const [name, [program, args]] of STEPS.filter(([step]) => only.length === 0 || only.includes(step))) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const code = await new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' });
    child.once('error', () => done(1));
    child.once('exit', (status) => done(status ?? 1));
  });
  console.log(`── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  if (code !== 0) {
    console.log(`\n${passed} passed, 1 failed`);
    process.exit(1);
  }
  passed += 1;
}
console.log(`\n${passed} passed, 0 failed`);
