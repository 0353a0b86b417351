import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pathAsked } from './front-door';

describe('the path asked for', () => {
  it.each([
    ['/households?month=2018-02', '/households?month=2018-02'],
    ['/households?_rsc=1abc', '/households'],
    ['/households?month=2018-02&_rsc=1abc', '/households?month=2018-02'],
    ['/households?_rsc=1abc&month=2018-02', '/households?month=2018-02'],
    ['/', '/'],
  ])('%s is %s', (url, path) => expect(pathAsked(url)).toBe(path));
});

describe('the content security policy', () => {
  it('lets only scripts with the answer’s nonce run, and nobody frame the page', () => {
    const policy = contentSecurityPolicy('abc', false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
  });
});
