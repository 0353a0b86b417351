import { readFileSync } from 'node:fs';
import type { Right } from '../domain/access';

/** Every page and what it asks for (server/entry-points.ts), fixed addresses first. */
const PAGES = [...readFileSync('server/entry-points.ts', 'utf8').matchAll(/'page (\/[^']*)': '([^']+)'/g)]
  .map(([, path = '', cell = '']) => ({ path, right: cell.includes('.') ? (cell as Right) : null, like: new RegExp(`^${path.replace(/\[\w+\]/g, '[^/]+')}$`) }))
  .sort((one, other) => Number(one.path.includes('[')) - Number(other.path.includes('[')));

/** Every page of a fixed address, and the right it asks for. */
export const pagesWithRights = (): (readonly [path: string, right: Right])[] => PAGES.flatMap(({ path, right }) => (right && !path.includes('[') ? [[path, right] as const] : []));

/** The right that a link's page asks for; null where it asks for none. */
export const rightOf = (link: string): Right | null => PAGES.find(({ like }) => like.test(link.replace(/[?#].*/, '')))?.right ?? null;
