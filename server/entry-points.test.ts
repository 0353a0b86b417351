import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cell, ENTRY_POINTS } from './entry-points';

const root = path.resolve(import.meta.dirname, '..');
const METHODS = /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|export \{([^}]*)\}/g;
const ACTION = /export (?:async function|const) (\w+)/g;

const urlOf = (file: string) => `/${path.posix.dirname(file).split('/').slice(1).filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
const walk = (folder: string) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.split(path.sep).join('/')}`);
const find = (folder: 'app' | 'features', name: RegExp) => walk(folder).filter((file) => name.test(file)).sort();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const methodsIn = (source: string) => [...source.matchAll(METHODS)].flatMap(([, one, list]) => (one ? [one] : (list ?? '').split(',').map((each) => each.replace(/.* as /, '').trim())));

const pages = find('app', /\/page\.tsx$/).map((file) => ({ key: `page ${urlOf(file)}`, source: read(file) }));
const routes = find('app', /\/route\.tsx?$/).flatMap((file) => methodsIn(read(file)).map((method) => ({ key: `${method} ${urlOf(file)}`, source: read(file) })));
const actions = find('features', /^features\/[^/]+\/actions\.ts$/).flatMap((file) => [...read(file).matchAll(ACTION)].map(([, name]) => ({ key: `action ${file.split('/')[1]}.${name}`, source: read(file) })));
const found = [...pages, ...routes, ...actions];
const cells: Readonly<Record<string, Cell>> = ENTRY_POINTS;
const cellOf = (key: string): Cell | undefined => cells[key];

describe('every way in', () => {
  it('is in a cell of the policy table, and every cell is a way in', () => {
    expect(found.map(({ key }) => key).sort()).toEqual(Object.keys(ENTRY_POINTS).sort());
  });

  it.each(pages.filter(({ key }) => cellOf(key) !== 'public'))('$key looks up who asks, and asks for its right', ({ key, source }) => {
    expect(source).toMatch(/\bcurrentViewer\(\)/);
    if (cellOf(key) !== 'signed-in') expect(source).toContain(`allow(viewer, '${cellOf(key)}')`);
  });

  it.each(routes.filter(({ key }) => cellOf(key) !== 'public'))('$key looks up who asks, and asks for its right', ({ key, source }) => {
    if (['answering', 'receiving', 'serving'].some((factory) => source.includes(`= ${factory}('${cellOf(key)}',`))) return;
    expect(source).toMatch(/\b(currentViewer|viewerOrNull)\(\)/);
    if (cellOf(key) !== 'signed-in') expect(source).toContain(`(viewer, '${cellOf(key)}')`);
  });

  it.each(actions.filter(({ key }) => cellOf(key) !== 'public'))('$key is made by the one factory', ({ key, source }) => {
    expect(source).toMatch(new RegExp(`export const ${key.split('.')[1]}\\b[^;]*= (action|actionInTurn|download)\\(`));
  });

  it('decides nothing in a layout or at the front door', () => {
    for (const file of [...find('app', /\/layout\.tsx$/), 'bin/front-door.ts']) expect(read(file), file).not.toMatch(/\b(currentViewer|viewerOrNull|allow|may)\(/);
  });
});
