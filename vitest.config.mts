import { defineConfig } from 'vitest/config';

const root = new URL('.', import.meta.url).pathname;
const alias = { '@': root, 'server-only': `${root}bin/server-only-stub.mjs` };
const elsewhere = ['node_modules/**', '.next/**', 'data/**', 'e2e/**'];

/** Tests that talk to a database run on both engines, from the same files. */
const onEngine = (kind: 'database' | 'county', engine: 'postgres' | 'embedded') => ({
  resolve: { alias },
  test: {
    name: `${kind}:${engine}`,
    include: [`**/*.${kind === 'database' ? 'db' : 'county'}.test.ts`],
    exclude: elsewhere,
    globalSetup: [`db/testing/${kind === 'county' ? 'county-' : ''}${engine}-setup.ts`],
    setupFiles: [`db/testing/${kind === 'county' ? 'county-' : ''}${engine}.ts`],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // All cores: by itself the runner leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { resolve: { alias }, test: { name: 'unit', isolate: false, testTimeout: 30_000, include: ['**/*.test.{ts,tsx,mjs}'], exclude: ['**/*.{db,county}.test.ts', ...elsewhere] } },
      onEngine('database', 'postgres'),
      onEngine('database', 'embedded'),
      onEngine('county', 'postgres'),
      onEngine('county', 'embedded'),
    ],
  },
});
