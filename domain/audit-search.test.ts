import { describe, expect, it } from 'vitest';
import { auditQuery, parseAuditSearch } from './audit-search';

const open = { actor: null, command: null, kind: null, subject: null, from: null, to: null, before: null };

describe('the search of the audit trail', () => {
  it('is open without parameters and comes back from its own link', () => {
    expect(parseAuditSearch({})).toEqual({ search: open, problems: [] });
    const search = { ...open, actor: 'office', command: 'household.unmask', from: '2018-02-28', before: 120 };
    expect(parseAuditSearch(Object.fromEntries(new URLSearchParams(auditQuery(search))))).toEqual({ search, problems: [] });
  });

  it('leaves out and names what is malformed', () => {
    const bad = { actor: 'x'.repeat(65), command: 'drop table', kind: '../x', subject: "1' or 1=1", from: '2018-02-30', to: ['2018-01-01', '2018-01-02'], before: '-1' };
    expect(parseAuditSearch(bad)).toEqual({ search: open, problems: ['actor', 'command', 'kind', 'subject', 'from', 'to'] });
  });
});
