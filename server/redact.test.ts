import { describe, expect, it } from 'vitest';
import { changes, redact } from './redact';

describe('what the audit trail keeps', () => {
  it('has no sealed value, at any depth', () => {
    const kept = JSON.stringify(redact({ id: 1, phone: Buffer.from('13900001234'), phoneTail: '1234', member: { idNumber: '51999919800101002X', idMask: '5199**********002X' }, list: [{ card: '62' }] }));
    expect(kept).not.toMatch(/13900001234|MTM5|51999919800101002X|"62"/);
    expect(kept).toContain('1234');
  });

  it('is what changed: old and new', () => {
    expect(changes({ id: 1, state: 'draft', version: 1, note: 'a' }, { id: 1, state: 'submitted', version: 2, note: 'a' }))
      .toEqual({ before: { state: 'draft', version: 1 }, after: { state: 'submitted', version: 2 } });
    expect(changes(null, { id: 1 })).toEqual({ before: null, after: { id: 1 } });
  });

  it('still shows that a sealed value changed', () => {
    expect(changes({ phone: Buffer.from('a') }, { phone: Buffer.from('b') })).toEqual({ before: { phone: '***' }, after: { phone: '***' } });
  });
});
