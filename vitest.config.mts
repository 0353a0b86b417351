import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root, 'server-only': `${root}bin/server-only-stub.mjs` };
const elsewhere = ['node_modules/**', '.next/**', 'data/**', 'e2e/**'];

/** Tests that talk to a database run on both engines, from the same files; but for the year, which moves the clock of the whole county and takes the engine whose county is copied in seconds. */
const SUFFIX = { database: 'db', county: 'county', year: 'year' };
const onEngine = (kind: keyof typeof SUFFIX, engine: 'postgres' | 'embedded') => ({
  resolve: { alias },
  test: {
    name: `${kind}:${engine}`,
    include: [`**/*.${SUFFIX[kind]}.test.ts`],
    exclude: elsewhere,
    globalSetup: [`db/testing/${kind === 'database' ? '' : 'county-'}${engine}-setup.ts`],
    setupFiles: ['db/testing/next.ts', `db/testing/${kind === 'database' ? '' : 'county-'}${engine}.ts`],
    // One thread for many files: the modules and the embedded engine's program are made once and stay warm: a third less time.
    pool: 'threads' as const,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // All cores: by itself the runner leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { resolve: { alias }, test: { name: 'unit', isolate: false, testTimeout: 30_000, include: ['**/*.test.{ts,tsx,mjs}'], exclude: ['**/*.{db,county,year}.test.ts', ...elsewhere] } },
      onEngine('database', 'postgres'),
      onEngine('database', 'embedded'),
      onEngine('county', 'postgres'),
      onEngine('county', 'embedded'),
      onEngine('year', 'embedded'),
    ],
  },
});
