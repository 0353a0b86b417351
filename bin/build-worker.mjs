import { build } from 'esbuild';

/** Bundles the service worker beside the static files: Next.js builds pages, not workers. */
export const buildWorker = () =>
  build({ entryPoints: ['app/service-worker.ts'], outfile: 'public/service-worker.js', bundle: true, format: 'iife', target: 'es2022', minify: true, tsconfig: 'tsconfig.json', logLevel: 'error' });
