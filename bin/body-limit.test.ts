import { expect, test } from 'vitest';
import { unreadStatus } from './body-limit';

const asked = (method: string, url: string, length?: number) => unreadStatus({ method, url, headers: length === undefined ? {} : { 'content-length': String(length) } });

test('a form may be a mebibyte; files have a handler and a limit of their own', () => {
  expect(asked('POST', '/checklists/1', 1024 * 1024)).toBeNull();
  expect(asked('POST', '/checklists/1', 1024 * 1024 + 1)).toBe(413);
  expect(asked('POST', '/api/evidence', 5_000_000)).toBeNull();
  expect(asked('POST', '/relief/new?household=1', 5_500_000)).toBeNull();
  expect(asked('POST', '/relief/new', 6 * 1024 * 1024 + 1)).toBe(413);
  expect(asked('GET', '/checklists/1', 5_000_000)).toBeNull();
  expect(asked('POST', '/checklists/1')).toBeNull();
});

test('what nobody signs in for takes a few words', () => {
  for (const path of ['/api/auth/callback/credentials', '/locale', '/locale?x=1']) {
    expect(asked('POST', path, 16_000)).toBeNull();
    expect(asked('POST', path, 17_000)).toBe(413);
    expect(asked('PUT', path, 17_000)).toBe(413);
  }
  expect(asked('POST', '/localexyz', 17_000)).toBeNull();
});

test('a body of no stated length is not read, but by handlers that count for themselves', () => {
  const chunked = (url: string) => unreadStatus({ method: 'POST', url, headers: { 'transfer-encoding': 'chunked' } });
  expect(chunked('/locale')).toBe(411);
  expect(chunked('/api/auth/callback/credentials')).toBe(411);
  expect(chunked('/checklists/1')).toBe(411);
  expect(chunked('/api/visits')).toBeNull();
});
