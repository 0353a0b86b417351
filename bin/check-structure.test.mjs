import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const roots = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

/** What the script says of a tree given as { path: source }. */
function check(tree) {
  const root = mkdtempSync(path.join(tmpdir(), 'structure-'));
  roots.push(root);
  for (const [file, source] of Object.entries(tree)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
  }
  const { status, stderr } = spawnSync(process.execPath, ['bin/check-structure.mjs', root], { encoding: 'utf8' });
  return { status, rules: [...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule]) => rule) };
}

const QUERY = "import 'server-only';\nimport { fenced } from '@/db/fence';\nexport async function find(viewer: Viewer) {\n  return fenced(viewer, async () => 1);\n}\n";
const COMMAND = "import 'server-only';\nexport const submit = command('checklist.submit');\n";
const GOOD = {
  'domain/month.ts': 'export const first = 1;\n',
  'db/fence.ts': "import { first } from '@/domain/month';\nexport const fenced = first;\n",
  'features/checklists/queries/find.ts': QUERY,
  'features/checklists/commands/submit.ts': COMMAND,
  'features/checklists/policy.ts': "import { first } from '@/domain/month';\nexport const can = first;\n",
  'app/page.tsx': "import { find } from '@/features/checklists/queries/find';\nexport default find;\n",
};

test('a sound tree passes', () => {
  expect(check(GOOD)).toEqual({ status: 0, rules: [] });
});

test.each([
  ['domain reaching up', { 'domain/a.ts': "import { x } from '@/db/fence';\n" }, 'layer'],
  ['a page reaching the database', { 'app/b/page.tsx': "import { x } from '@/db/fence';\n" }, 'layer'],
  ['a page reaching a command', { 'app/b/page.tsx': "import { submit } from '@/features/checklists/commands/submit';\n" }, 'layer'],
  ['a framework in the domain', { 'domain/a.ts': "import { cache } from 'react';\n" }, 'package'],
  ['the driver in a page', { 'app/b/page.tsx': "import pg from 'pg';\n" }, 'package'],
  ['a word outside the vocabulary', { 'features/checklists/helpers.ts': 'export const x = 1;\n' }, 'vocabulary'],
  ['a query without a viewer', { 'features/checklists/queries/all.ts': QUERY.replace('viewer: Viewer', '') }, 'viewer'],
  ['a query outside the fence', { 'features/checklists/queries/all.ts': QUERY.replace('fenced(viewer', 'run(viewer') }, 'scope'],
  ['a query that could reach a browser', { 'features/checklists/queries/all.ts': QUERY.replace("import 'server-only';\n", '') }, 'server-only'],
  ['a command of another form', { 'features/checklists/commands/other.ts': "import 'server-only';\nexport async function other() {}\n" }, 'command'],
  ['a forged viewer', { 'features/checklists/policy.ts': 'export const v = {} as Viewer;\n' }, 'forged'],
  ['a reach inside another feature', { 'features/letters/policy.ts': "import { x } from '@/features/checklists/charts';\n" }, 'feature'],
  ['a client file with a server import', { 'features/checklists/components/a.tsx': "'use client';\nimport { submit } from '../commands/submit';\n" }, 'client'],
  ['a page too long', { 'app/b/page.tsx': 'export const x = 1;\n'.repeat(81) }, 'size'],
])('%s is found', (_name, extra, rule) => {
  const { status, rules } = check({ ...GOOD, ...extra });
  expect(status).toBe(1);
  expect(rules).toContain(rule);
});

test('a public page, which has no script to call an action, reaches its command', () => {
  expect(check({ ...GOOD, 'app/public/follow/route.tsx': "import { submit } from '@/features/checklists/commands/submit';\nexport const POST = submit;\n" }).rules).toEqual([]);
});

test('a circle of features is found', () => {
  const { rules } = check({
    ...GOOD,
    'features/checklists/policy.ts': "import { x } from '@/features/letters/policy';\n",
    'features/letters/policy.ts': "import { can } from '@/features/checklists/policy';\n",
  });
  expect(rules).toContain('cycle');
});
