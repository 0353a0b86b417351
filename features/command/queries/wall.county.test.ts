import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asSystem, fenced } from '@/db/fence';
import { readings } from '@/db/readings';
import { GAP_INDICATORS, GAPS } from '@/domain/assignment';
import { areaOf } from '@/domain/area';
import type { FilingCounts } from '@/domain/filing-cut';
import type { Filter } from '@/domain/filter';
import type { Month } from '@/domain/month';
import { scoreboard } from '@/domain/scoreboard';
import type { Viewer } from '@/domain/viewer';
import { VIEW_FIGURES, WALL_VIEWS, type WallView } from '@/domain/wall';
import { readCoverage } from '@/features/assignments/queries/coverage';
import { filingRates } from '@/features/checklists/queries/filing-rates';
import { missingFilers } from '@/features/checklists/queries/missing-filers';
import { viewerFor } from '@/server/viewer';
import { readWall } from './wall';

const MONTH: Month = '2017-12';
const COUNTY = areaOf('510823');
const filter: Filter = { month: MONTH, division: null, zone: null, line: null, reading: 'true' };
const cast: Record<string, Viewer> = {};

async function viewerNamed(username: string): Promise<Viewer> {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select id from accounts where username = ${username}`));
  const viewer = rows[0] && (await viewerFor(rows[0].id));
  if (!viewer) throw new Error(`nobody is called ${username}`);
  return viewer;
}

const wallOf = (viewer: Viewer, view: WallView = 'overview', area = COUNTY, month: Month = MONTH) => readWall(viewer, { area, running: MONTH, today: '2018-01-05', filter: { ...filter, month } }, view, 'poverty.incidence');

beforeAll(async () => {
  for (const name of ['leader', 'township-510823101', 'zone-2', 'evaluator-1']) cast[name] = await viewerNamed(name);
});

describe('the wall', () => {
  test.each(WALL_VIEWS)('%s: every total is the indicator’s own reading, whatever cut it was added up from', async (view) => {
    const leader = cast.leader!;
    const { board } = await wallOf(leader, view);
    const scores = scoreboard(board.counts, board.places);
    const ids = [...new Set(VIEW_FIGURES[view])];
    const direct = await fenced(leader, (tx) => readings(tx, { indicators: ids, area: COUNTY, month: MONTH }));
    for (const { indicator, value, numerator, denominator } of direct) {
      expect(scores.total(indicator), indicator).toMatchObject({ numerator, denominator });
      if (value === null) expect(scores.total(indicator).value, indicator).toBeNull();
      else expect(scores.total(indicator).value, indicator).toBeCloseTo(value, 9);
    }
  });

  test('the zones are the readings by zone, each with its commander', async () => {
    const leader = cast.leader!;
    const { board } = await wallOf(leader);
    const scores = scoreboard(board.counts, board.places);
    expect(board.zones.map(({ no, commander }) => [no, Boolean(commander)])).toEqual([1, 2, 3, 4, 5].map((no) => [no, true]));
    const direct = await fenced(leader, (tx) => readings(tx, { indicators: ['poverty.persons_lifted', 'support.visit_rate'], area: COUNTY, month: MONTH, by: 'zone' }));
    for (const { indicator, key, numerator, denominator } of direct.filter(({ key: zone }) => zone !== 'own')) {
      expect(scores.zone(indicator, Number(key))).toMatchObject({ numerator, denominator });
    }
  });

  test('the briefing’s headline figures stand on it', async () => {
    const { board, trend } = await wallOf(cast.leader!);
    const scores = scoreboard(board.counts, board.places);
    expect(scores.total('poverty.households_lifted').value).toBe(19_354);
    expect(scores.total('poverty.villages_exited').value).toBe(76);
    expect(scores.total('org.poor_villages').value).toBe(163);
    expect(scores.total('poverty.incidence').value).toBeCloseTo(6.3, 1);
    const last = trend.filter(({ indicator }) => indicator === 'poverty.incidence').at(-1);
    expect(last).toMatchObject({ month: MONTH, value: scores.total('poverty.incidence').value });
  });

  test('of a closed month it flags what reads otherwise now than at the close; of the running one it asks nothing', async () => {
    const leader = cast.leader!;
    const asked = { area: COUNTY, today: '2018-03-01', filter: { ...filter, month: '2017-12' as const } };
    const { changed } = await readWall(leader, { ...asked, running: '2018-02' }, 'overview', 'poverty.incidence');
    const ids = VIEW_FIGURES.overview;
    const [now, known] = await fenced(leader, async (tx) => [
      await readings(tx, { indicators: ids, area: COUNTY, month: '2017-12' }), await readings(tx, { indicators: ids, area: COUNTY, month: '2017-12', reading: 'known' }),
    ]);
    const differ = ids.filter((id, at) => now![at]!.numerator !== known![at]!.numerator || now![at]!.denominator !== known![at]!.denominator);
    expect(differ.length).toBeGreaterThan(0);
    expect(ids.filter((id) => changed.has(id))).toEqual(differ);
    expect((await readWall(leader, { ...asked, running: '2017-12' }, 'overview', 'poverty.incidence')).changed.count).toBe(0);
  });

  test('alarms are what the rows say', async () => {
    const { gaps, board } = await wallOf(cast.leader!);
    const { rows } = await asSystem('job', (tx) => tx.execute<{ under: number; unfinished: number; teams: number; technicians: number }>(sql`
      select (select count(*)::int from (
          select v.code from villages v left join projects p on p.division = v.code and p.approved_on < '2018-01-01'
          where v.poor_since < '2018-01-01' group by v.code having coalesce(sum(p.amount), 0) < 1000000000) as short) as under,
        (select count(*)::int from projects where approved_on < '2018-01-01' and (finished_on is null or finished_on >= '2018-01-01')) as unfinished,
        (select count(*)::int from posts where kind = 'team' and established_on < '2018-01-01' and (abolished_on is null or abolished_on >= '2018-01-01')) as teams,
        (select count(distinct post_id)::int from appointments where duty = 'technician' and starts_on < '2018-01-01' and (ends_on is null or ends_on >= '2018-01-01')) as technicians`));
    expect(gaps).toEqual({ underFunded: rows[0]!.under, poor: 163, unfinished: rows[0]!.unfinished });
    // Of a closed month the alarms are that month's.
    const closed = await readWall(cast.leader!, { area: COUNTY, running: '2018-02', today: '2018-03-01', filter }, 'overview', 'poverty.incidence');
    expect(scoreboard(closed.board.besides, board.places).total('staff.teams_without_technician').value).toBe(rows[0]!.teams - rows[0]!.technicians);
  });

  test('in the running month who is missing is who is missing today, as its list has it; whoever cannot open the list has the month', async () => {
    const running: Month = '2017-08';
    const asked = { area: COUNTY, running, today: '2017-09-05', filter: { ...filter, month: running } };
    const staffing = async (viewer: Viewer) => {
      const { board } = await readWall(viewer, asked, 'overview', 'support.households_orphaned');
      return Object.values(GAP_INDICATORS).map((id) => scoreboard(board.besides, board.places).total(id).value);
    };
    const direct = (month: Month) => fenced(cast.leader!, async (tx) => (await readings(tx, { indicators: Object.values(GAP_INDICATORS), area: COUNTY, month })).map(({ value }) => value));
    const { gaps } = await readCoverage(cast.leader!, COUNTY, '2017-09');
    expect(await staffing(cast.leader!)).toEqual(GAPS.map((gap) => gaps[gap]));
    expect(await direct('2017-09')).not.toEqual(await direct(running));
    expect(await staffing(cast['evaluator-1']!)).toEqual(await direct(running));
    const { board } = await readWall(cast.leader!, asked, 'overview', 'support.households_orphaned');
    expect(scoreboard(board.counts, board.places).total('support.households_orphaned').value).toBe((await direct(running))[0]);
  });

  test('the month’s filing by kind adds up to the figures, and the latest come first', async () => {
    const { board, kinds, lines, latest } = await wallOf(cast.leader!, 'checklists', COUNTY, '2018-01');
    const scores = scoreboard(board.counts, board.places);
    const sum = (part: keyof FilingCounts) => [...kinds.values()].reduce((all, counts) => all + counts[part], 0);
    expect(sum('expected')).toBe(scores.total('checklists.expected').value);
    expect(sum('filed')).toBe(scores.total('checklists.filed').value);
    expect(sum('verified')).toBe(scores.total('checklists.verified').value);
    expect(scores.total('checklists.completeness')).toMatchObject({ numerator: sum('complete'), denominator: sum('expected') });
    expect(scores.total('checklists.timeliness')).toMatchObject({ numerator: sum('onTime'), denominator: sum('expected') });
    expect(lines.length).toBe(kinds.get('sub-command')?.expected);
    expect([lines.filter(({ filed }) => filed).length, lines.filter(({ onTime }) => onTime).length]).toEqual([kinds.get('sub-command')?.filed, kinds.get('sub-command')?.onTime]);
    expect(latest.map(({ submittedAt }) => submittedAt)).toEqual(latest.map(({ submittedAt }) => submittedAt).sort().reverse());
    expect(latest.length).toBe(6);
  });

  test.each(['true', 'known'] as const)('of a closed month, kinds and lines add up to the figures in the %s reading, and whoever is missing is counted by it', async (reading) => {
    const month: Month = '2018-01';
    for (const by of ['kind', 'line'] as const) {
      const { total, rows } = await filingRates(cast.leader!, { area: COUNTY, month, reading, by });
      const sum = (part: keyof FilingCounts) => rows.reduce((all, row) => all + row[part], 0);
      expect([by, sum('expected'), sum('filed'), sum('complete'), sum('onTime')]).toEqual([by, total.expected, total.filed, total.complete, total.onTime]);
      const { total: missing } = await missingFilers(cast.leader!, COUNTY, month, 1, null, reading);
      expect(missing).toBe(total.expected - total.filed);
    }
  });

  test('a township sees its own villages, and nothing is said of a zone of which it sees a part', async () => {
    const viewer = cast['township-510823101']!;
    const { board } = await wallOf(viewer, 'overview', viewer.scope.area!);
    expect(board.cut).toBe('village');
    expect(board.zones).toEqual([]);
    expect(board.places.every(({ code }) => code.startsWith('510823101'))).toBe(true);
    expect(board.counts.every(({ key }) => key === 'own' || key.startsWith('510823101'))).toBe(true);
    const scores = scoreboard(board.counts, board.places);
    const whole = await fenced(viewer, (tx) => readings(tx, { indicators: ['poverty.incidence'], area: viewer.scope.area!, month: MONTH }));
    expect(scores.total('poverty.incidence')).toMatchObject({ numerator: whole[0]!.numerator, denominator: whole[0]!.denominator });
  });

  test('asking for the county from inside a township still gives the township alone: the fence stands besides the filter', async () => {
    const { board } = await wallOf(cast['township-510823101']!);
    expect(board.counts.filter(({ key }) => key !== 'own' && key !== '510823101')).toEqual([]);
  });

  test('a zone commander sees the zone’s townships', async () => {
    const viewer = cast['zone-2']!;
    const { board } = await wallOf(viewer, 'zones', viewer.scope.area!);
    expect(board.cut).toBe('township');
    expect(board.zones.map(({ no }) => no)).toEqual([2]);
    expect(new Set(board.places.map(({ zone }) => zone))).toEqual(new Set([2]));
  });
});
