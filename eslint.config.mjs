import next from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';

// Whole pages of plain HTML, without the framework's script.
const plainPages = {
  files: ['features/public/components/**'],
  rules: { '@next/next/no-head-element': 'off', '@next/next/no-css-tags': 'off', '@next/next/no-html-link-for-pages': 'off' },
};

const config = [...next, ...nextTs, plainPages, { ignores: ['.next/**', 'next-env.d.ts', 'data/**', 'test-results/**', 'public/**'] }];
export default config;
