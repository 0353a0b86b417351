import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: false,
  images: { unoptimized: true },
  // Types are checked by `npm run typecheck`; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // A form with its files; what is larger never gets here (bin/body-limit.ts).
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  // The public pages' style sheet: asked for again after an hour, not at every page.
  headers: async () => [{ source: '/public.css', headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }] }],
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'sharp'],
};

/** The worker is built with the pages; a started product serves it as it is. */
export default async function configured(phase) {
  if (phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER) await (await import('./bin/build-worker.mjs')).buildWorker();
  return config;
}
