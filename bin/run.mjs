// Runs one of the product's TypeScript programs: node bin/run.mjs FILE.ts [arguments]
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['--conditions', 'react-server', '--import', 'tsx', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
