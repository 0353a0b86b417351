import next from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';

// Whole pages of plain HTML, without the framework's script.
const plainPages = {
  files: ['features/public/components/**'],
  rules: { '@next/next/no-head-element': 'off', '@next/next/no-css-tags': 'off', '@next/next/no-html-link-for-pages': 'off' },
};

// Text from the database never becomes markup, input never becomes a statement.
const noMarkup = { files: ['**/*.tsx'], rules: { 'react/no-danger': 'error' } };
const RAW = { selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw']", message: 'What comes from outside goes into a query as a parameter.' };
const noRawStatements = {
  files: ['{app,components,features,jobs,server}/**/*.{ts,tsx}'],
  ignores: ['**/*.test.ts', 'server/testing/**'],
  rules: { 'no-restricted-syntax': ['error', RAW] },
};

const config = [...next, ...nextTs, plainPages, noMarkup, noRawStatements, { ignores: ['.next/**', 'next-env.d.ts', 'data/**', 'test-results/**', 'public/**'] }];
export default config;
