import { readFileSync } from 'node:fs';
import type { Right } from '../domain/access';

/** Every page of a fixed address, and the right it asks for (server/entry-points.ts). */
export const pagesWithRights = (): (readonly [path: string, right: Right])[] =>
  [...readFileSync('server/entry-points.ts', 'utf8').matchAll(/'page (\/[^'[]*)': '([a-z]+\.[a-z]+)'/g)].map(([, path = '', right]) => [path, right as Right] as const);
