import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '@/messages/locale';

const root = path.resolve(import.meta.dirname, '../../..');
const sources = ['features', 'server', 'jobs', 'db'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|testing/.test(file)).map((file) => readFileSync(path.join(root, folder, file), 'utf8')));
const found = (pattern: RegExp) => [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name)))].sort();

/** A command's own name, or one that the trail is told by hand. */
const commands = found(/(?:\bcommand\(|command: |const NAME = )'([a-z-]+\.[a-z-]+)'/g);
const kinds = new Set([...commands.map((name) => name.slice(0, name.indexOf('.'))), ...found(/\bcommand\('[a-z.-]+', \{[^}]*kind: '([a-z-]+)'/g)]);

test.each(['zh-CN', 'en'] as const)('the trail names every command and every kind of record in %s', (locale) => {
  const { audit } = messages(locale);
  expect(commands.length).toBeGreaterThan(30);
  expect(commands.filter((name) => !Object.hasOwn(audit.commands, name))).toEqual([]);
  expect([...kinds].filter((name) => !Object.hasOwn(audit.kinds, name))).toEqual([]);
});
