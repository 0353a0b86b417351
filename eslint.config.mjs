import next from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';

const config = [...next, ...nextTs, { ignores: ['.next/**', 'next-env.d.ts', 'data/**', 'test-results/**', 'public/**'] }];
export default config;
