import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './origin';

const from = (headers: Record<string, string>) => isOwnOrigin(new Headers(headers));

describe('the origin of a write', () => {
  it('is this site', () => {
    expect(from({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true);
    expect(from({ origin: 'https://guatu.example', host: '10.0.0.5:3000', 'x-forwarded-host': 'guatu.example' })).toBe(true);
  });

  it('is refused when it is another site, hidden or missing', () => {
    expect(from({ host: '127.0.0.1:3000' })).toBe(false);
    expect(from({ origin: 'null', host: '127.0.0.1:3000' })).toBe(false);
    expect(from({ origin: 'http://evil.example', host: '127.0.0.1:3000' })).toBe(false);
    expect(from({ origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' })).toBe(false);
    expect(from({ origin: 'http://127.0.0.1:3000.evil.example', host: '127.0.0.1:3000' })).toBe(false);
  });
});
