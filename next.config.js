/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: false,
  images: { unoptimized: true },
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'sharp'],
};

export default config;
