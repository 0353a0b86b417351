import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import type { LetterKind } from '@/domain/letter';
import type { PaceColour } from '@/domain/letter-pace';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { findLetter } from './find-letter';
import { type LetterTree, letterTree } from './letter-tree';

const viewers = new Map<string, Viewer>();
const trees = new Map<number, LetterTree>();

beforeAll(async () => {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number; username: string }>(sql`
    select id, username from accounts where username in ('leader', 'zone-3', 'township-510823105', 'post-01', 'department-002', 'cadre-00001')`), 'read');
  for (const { id, username } of rows) viewers.set(username, (await viewerFor(id))!);
  trees.set(2017, await letterTree(viewers.get('leader')!, 2017, '2017-12', () => ['township', 'village']));
  trees.set(2018, await letterTree(viewers.get('leader')!, 2018, '2018-02', () => ['township', 'village']));
});

const count = (year: number, kind: LetterKind, state?: string) => [...trees.get(year)!.letters.values()].filter((letter) => letter.kind === kind && (!state || letter.state === state)).length;
const colours = (year: number, kind: LetterKind): Partial<Record<PaceColour, number>> => {
  const tree = trees.get(year)!;
  const found: Partial<Record<PaceColour, number>> = {};
  for (const clause of tree.clauses.filter((each) => each.kind === kind)) { const { colour } = tree.progress(clause); found[colour] = (found[colour] ?? 0) + 1; }
  return found;
};

describe('the demonstration county\'s letters', () => {
  it.each([2017, 2018])('%d is signed and complete for 19 sub-commands, 24 departments and 57 townships', (year) => {
    expect([count(year, 'sub-command', 'signed'), count(year, 'department', 'signed'), count(year, 'township', 'signed')]).toEqual([19, 24, 57]);
    expect(count(year, 'village')).toBeGreaterThan(50);
    const tree = trees.get(year)!;
    const issuers = new Set([...tree.letters.values()].filter(({ kind }) => kind === 'village').map(({ fromPostId }) => fromPostId));
    const fromTownships = [...tree.letters.values()].filter(({ kind, fromPostId }) => kind === 'first-secretary' && issuers.has(fromPostId));
    expect(fromTownships).toHaveLength(count(year, 'village'));
    // A department signs with every team it sent; their first secretaries sign with it, or with the township of a village that is to exit.
    expect(count(year, 'team', 'signed')).toBeGreaterThan(40);
    expect(count(year, 'first-secretary') - fromTownships.length).toBeGreaterThan(30);
    expect(count(year, 'cadre', 'signed') > 100).toBe(year === 2018);
  });

  it('2017 adds up at every joint', () => {
    const { levels, strays } = trees.get(2017)!;
    expect(levels.filter(({ addsUp }) => !addsUp)).toEqual([]);
    expect(strays).toEqual([]);
    expect(levels.length).toBeGreaterThan(100);
  });

  it('2018 does not, at a few joints of every sort', () => {
    const { levels, strays } = trees.get(2018)!;
    const broken = levels.filter(({ addsUp }) => !addsUp);
    expect(broken.map(({ kind, gap, missing, doubled }) => [kind, gap > 0 ? 'short' : gap < 0 ? 'over' : '', missing.length, doubled.length].join(' ')).sort()).toEqual([
      'township over 0 0', 'township over 0 1', 'township short 0 0', 'township short 1 0',
    ]);
    expect(strays.map(({ indicator }) => indicator)).toEqual(['industry.vegetable_base_mu']);
  });

  it('2017 was mostly reached, some was missed; 2018 is under way', () => {
    const done = colours(2017, 'township');
    expect((done.green ?? 0) / (57 * 8)).toBeGreaterThan(0.75);
    expect(done.red ?? 0).toBeGreaterThan(20);
    expect(done.grey).toBeUndefined();
    const now = colours(2018, 'township');
    expect(Object.keys(now).sort()).toEqual(['green', 'yellow']);
    expect(colours(2017, 'village').red).toBeGreaterThanOrEqual(2);
  });

  it('a cadre answers for their own households: the rate is that of the rows it opens, and differs inside a village', async () => {
    const tree = await letterTree(viewers.get('township-510823105')!, 2018, '2018-02', () => ['cadre']);
    const clauses = tree.clauses.filter(({ kind }) => kind === 'cadre');
    expect(clauses.length).toBeGreaterThan(50);
    const rates = new Map<string, Set<number | null>>();
    for (const clause of clauses) rates.set(clause.division, (rates.get(clause.division) ?? new Set()).add(tree.progress(clause).value));
    expect([...rates.values()].filter((values) => values.size > 1).length).toBeGreaterThan(rates.size / 2);
    for (const clause of clauses.filter((_, at) => at % 25 === 0)) {
      const letter = (await findLetter(viewers.get('township-510823105')!, clause.letterId))!;
      const rows = letter.own.get(clause.no)!;
      expect(rows.length).toBeGreaterThan(0);
      expect(tree.progress(clause).value).toBeCloseTo((rows.reduce((sum, { amount }) => sum + amount, 0) / rows.length) * 100, 6);
    }
  });

  it('every hash is that of the text, and the text is that of the clauses', async () => {
    const { rows } = await asSystem('job', (tx) => tx.execute<{ wrong: number; letters: number[] }>(sql`
      select count(*) filter (where hash <> encode(sha256(convert_to(text, 'UTF8')), 'hex'))::int as wrong,
        (select array_agg(id) from (select id from letters order by md5(id::text) limit 12) as chosen) as letters from letter_versions`), 'read');
    expect(rows[0]!.wrong).toBe(0);
    for (const id of rows[0]!.letters) {
      const letter = (await findLetter(viewers.get('leader')!, id))!;
      for (const clause of letter.clauses) expect(letter.text).toContain(`第${clause.no}条 ${clause.text} 指标 ${clause.indicator} 目标 ${clause.target} `);
      expect(letter.text).toContain(`乙方 ${letter.to}`);
    }
  });

  it('shows each their own and what is below, and no more', async () => {
    const seen = async (username: string) => letterTree(viewers.get(username)!, 2018, '2018-02');
    const kinds = (tree: LetterTree) => [...new Set([...tree.letters.values()].map(({ kind }) => kind))].sort();
    const township = await seen('township-510823105');
    expect(township.roots).toEqual([]);
    expect([...township.letters.values()].every(({ division }) => division.startsWith('510823105'))).toBe(true);
    expect(township.strays).toEqual([]);
    expect(kinds(await seen('zone-3'))).toEqual(['cadre', 'first-secretary', 'team', 'township', 'village']);
    const line = await seen('post-01');
    expect(line.roots.map(({ line: own }) => own).filter((own) => own !== null && own !== 'relocation')).toEqual([]);
    expect([...line.letters.values()].filter(({ kind }) => kind === 'sub-command')).toHaveLength(1);
    expect((await seen('cadre-00001')).letters.size).toBe(0);
  });
});
