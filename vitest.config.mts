import { defineConfig } from 'vitest/config';

const root = new URL('.', import.meta.url).pathname;
const alias = { '@': root, 'server-only': `${root}bin/server-only-stub.mjs` };

// *.test.ts is pure and needs nothing; *.db.test.ts talks to a real database (see db/testing).
export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['**/*.test.{ts,tsx,mjs}'], exclude: ['**/*.db.test.ts', 'node_modules/**', '.next/**'] } },
      { resolve: { alias }, test: { name: 'database', include: ['**/*.db.test.ts'], exclude: ['node_modules/**', '.next/**'], globalSetup: ['db/testing/global-setup.ts'], testTimeout: 30_000, hookTimeout: 120_000 } },
    ],
  },
});
