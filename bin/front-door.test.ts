import { describe, expect, it } from 'vitest';
import { clientAddress, contentSecurityPolicy, pathAsked } from './front-door';

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

describe('where a request came from', () => {
  it.each([
    ['nobody in front: its own address, whatever it says', '203.0.113.9', '198.51.100.7', 0, '198.51.100.7'],
    ['a proxy in front: what that one saw', '203.0.113.9, 192.0.2.4', '10.0.0.2', 1, '192.0.2.4'],
    ['two in front', '203.0.113.9, 192.0.2.4, 10.0.0.3', '10.0.0.2', 2, '192.0.2.4'],
    ['a proxy that adds nothing', undefined, '10.0.0.2', 1, '10.0.0.2'],
  ])('%s', (_, forwarded, peer, proxies, address) => expect(clientAddress(forwarded, peer, proxies)).toBe(address));
});
