import 'server-only';
import { thresholdsIn } from '@/db/exit-thresholds';
import { fenced } from '@/db/fence';
import { type Ring, townshipShapes } from '@/db/map';
import { type Changed, changedFigures, UNCHANGED } from '@/db/late-changes';
import type { TrendReading } from '@/db/trends';
import { filterQuery } from '@/domain/filter';
import type { IndicatorId } from '@/domain/indicators';
import { addMonths, FIRST_MONTH, type Month, monthOf } from '@/domain/month';
import { type Scoreboard, scoreboard } from '@/domain/scoreboard';
import type { Viewer } from '@/domain/viewer';
import { FILING, STAFFING, VIEW_FIGURES, type WallView } from '@/domain/wall';
import type { PageFilter } from '@/server/filter';
import { readOnce } from '@/server/read-once';
import { readWorkplace, type Workplace } from '@/features/accounts/queries/workplace';
import { readVillageGaps, type VillageGaps } from './alarms';
import { opensGaps } from '../policy';
import { type Board, readBoard } from './board';
import { type Filings, NO_FILING, readFilings } from './filings';
import { readGroundName } from './ground';
import { readTrend } from './trend';

export interface Wall extends Filings {
  workplace: Workplace;
  /** The name of the division or zone the filter has chosen; null when it has chosen none. */
  ground: string | null;
  board: Board;
  /** Of a closed month, which figures of the whole ground read otherwise at its close. */
  changed: Changed;
  /** The ground's own months: incidence from the beginning of the books, filing over the last twelve. */
  trend: TrendReading[];
  zoneTrend: TrendReading[];
  gaps: VillageGaps | null;
  /** The incidence under which the county may leave the list. */
  exitLine: number;
  /** The townships' outlines by code. */
  outlines: ReadonlyMap<string, Ring[]>;
}

/** A screen of the wall: its rows, and its figures by place, zone and in total. */
export interface Screen {
  wall: Wall;
  scores: Scoreboard;
  /** Who is missing, in the running month as of today. */
  staffing: Scoreboard;
}

const LISTED = 6;

/** A screen with its figures added up: read once for all who look at the same between two changes. */
export async function readScreen(viewer: Viewer, page: Pick<PageFilter, 'area' | 'filter' | 'running' | 'today' | 'state'>, view: WallView, chosen: IndicatorId): Promise<Screen> {
  const question = `wall${filterQuery(page.filter, {}, { view, indicator: chosen })}`;
  return readOnce(viewer, page.state, question, async () => {
    const wall = await readWall(viewer, page, view, chosen);
    return { wall, scores: scoreboard(wall.board.counts, wall.board.places), staffing: scoreboard(wall.board.besides, wall.board.places) };
  });
}

/** Everything one screen of the wall shows, in one transaction. */
export async function readWall(viewer: Viewer, page: Pick<PageFilter, 'area' | 'filter' | 'running' | 'today'>, view: WallView, chosen: IndicatorId): Promise<Wall> {
  const asked = { area: page.area, month: page.filter.month, reading: page.filter.reading };
  const lastYear = later(addMonths(asked.month, -11), FIRST_MONTH);
  const indicators = [...new Set([...VIEW_FIGURES[view], chosen])];
  return fenced(viewer, async (tx) => {
    const staffing = view === 'overview' ? STAFFING : [];
    const month = asked.month === page.running && opensGaps(viewer) ? monthOf(page.today) : asked.month;
    const board = await readBoard(viewer, asked, indicators, { indicators: staffing, month });
    // The running month, which walls show all day, asks nothing more.
    const changed = asked.month < page.running ? await changedFigures(tx, { indicators: [...indicators, ...staffing], area: asked.area, month: asked.month }) : UNCHANGED;
    const ground = await readGroundName(viewer, page.filter);
    const { incidence: exitLine } = await thresholdsIn(tx, asked.month);
    const wall: Wall = { workplace: await readWorkplace(viewer), ground, board, changed, exitLine, trend: [], zoneTrend: [], gaps: null, ...NO_FILING, outlines: townshipShapes() };
    if (view === 'overview') {
      wall.trend = [...(await readTrend(viewer, asked, ['poverty.incidence'], FIRST_MONTH)), ...(await readTrend(viewer, asked, FILING, lastYear))];
      wall.gaps = await readVillageGaps(viewer, asked);
    }
    if (view === 'zones' && board.zones.length > 1) {
      wall.zoneTrend = [...(await readTrend(viewer, asked, ['poverty.incidence'], FIRST_MONTH, 'zone')), ...(await readTrend(viewer, asked, ['support.visit_rate'], lastYear, 'zone'))];
    }
    if (view === 'checklists') {
      wall.trend = await readTrend(viewer, asked, ['checklists.completeness', 'checklists.timeliness'], lastYear);
      Object.assign(wall, await readFilings(viewer, asked, LISTED));
    }
    return wall;
  });
}

const later = (a: Month, b: Month): Month => (a > b ? a : b);
