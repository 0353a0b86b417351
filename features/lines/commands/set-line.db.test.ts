import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { fenced } from '@/db/fence';
import { makePerson, making } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { outcome } from '@/server/testing/asking';
import { listLines } from '../queries/list-lines';
import { setLine } from './set-line';

let admin: Viewer;
let auditor: Viewer;
let others: Viewer[];
const line = (changed: object) => ({ year: 2041, scope: 'Sichuan', yuan: '3600', source: '省定标准文件', was: '', ...changed });

beforeAll(async () => {
  const made = await making(async (tx) => [await makePerson(tx, 'system-administrator'), await makePerson(tx, 'auditor'), await makePerson(tx, 'office-reviewer'), await makePerson(tx, 'security-administrator')]);
  [admin, auditor, ...others] = (await Promise.all(made.map(({ accountId }) => viewerFor(accountId)))) as [Viewer, Viewer, ...Viewer[]];
});

describe('poverty lines', () => {
  it('are the system administrator’s alone', async () => {
    for (const viewer of others) expect(await outcome(setLine(viewer, line({})))).toBe('forbidden');
  });

  it('are entered, corrected, and kept old → new in the trail', async () => {
    await setLine(admin, line({ year: 2042 }));
    await setLine(admin, line({ year: 2042, yuan: '3800', source: '省定标准调整', was: '360000' }));
    expect(await listLines(admin)).toContainEqual({ year: 2042, scope: 'Sichuan', fen: 380_000, status: 'found (entered)', source: '省定标准调整' });
    const { rows } = await fenced(auditor, (tx) => tx.execute<{ before: unknown; after: unknown }>(sql`
      select before, after from audits where command = 'line.set' and subject_id = '2042 Sichuan' order by id`));
    expect(rows).toMatchObject([{ before: { fen: null }, after: { fen: 360_000 } }, { before: { fen: 360_000 }, after: { fen: 380_000, source: '省定标准调整' } }]);
  });

  it('two at once: the second is told', async () => {
    const both = await Promise.all(['1', '2'].map((part) => outcome(setLine(admin, line({ year: 2043, yuan: `350${part}` })))));
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await outcome(setLine(admin, line({ year: 2043, yuan: '4000', was: '1' })))).toBe('conflict');
  });

  it('refuse what is no amount', async () => {
    expect(await outcome(setLine(admin, line({ year: 2044, yuan: '-5' })))).toBe('invalid');
  });
});
