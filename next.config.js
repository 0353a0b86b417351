/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: false,
  images: { unoptimized: true },
  // Types are checked by `npm run typecheck`; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'sharp'],
};

export default config;
