import { expect, test } from 'vitest';
import { isTooLarge } from './body-limit';

const asked = (method: string, url: string, length?: number) => ({ method, url, headers: length === undefined ? {} : { 'content-length': String(length) } });

test('a form may be a mebibyte; files have a handler and a limit of their own', () => {
  expect(isTooLarge(asked('POST', '/checklists/1', 1024 * 1024))).toBe(false);
  expect(isTooLarge(asked('POST', '/checklists/1', 1024 * 1024 + 1))).toBe(true);
  expect(isTooLarge(asked('POST', '/api/evidence', 5_000_000))).toBe(false);
  expect(isTooLarge(asked('POST', '/relief/new?household=1', 5_500_000))).toBe(false);
  expect(isTooLarge(asked('POST', '/relief/new', 6 * 1024 * 1024 + 1))).toBe(true);
  expect(isTooLarge(asked('GET', '/checklists/1', 5_000_000))).toBe(false);
  expect(isTooLarge(asked('POST', '/checklists/1'))).toBe(false);
});
