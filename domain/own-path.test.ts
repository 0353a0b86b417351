import { expect, test } from 'vitest';
import { ownPath } from './own-path';

test('own paths pass with their query', () => {
  expect(ownPath('/households?month=2018-02&zone=3')).toBe('/households?month=2018-02&zone=3');
});

test.each(['//evil.test', '/\\evil.test', 'https://evil.test/', 'javascript:alert(1)', '/a\nb', '', null, 7, '/..//evil.test', '/%2e%2e//evil.test'])('%j becomes the home page', (value) => {
  expect(ownPath(value)).toBe('/');
});

test('an absurdly long path becomes the home page', () => {
  expect(ownPath('/'.padEnd(3000, 'a'))).toBe('/');
});
