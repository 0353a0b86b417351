import 'server-only';
import type { TrendReading } from '@/db/trends';
import { fenced } from '@/db/fence';
import type { IndicatorId } from '@/domain/indicators';
import { addMonths, FIRST_MONTH, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { FILING, VIEW_FIGURES, type WallView } from '@/domain/wall';
import { readVillageGaps, type VillageGaps } from './alarms';
import { type Asked, type Board, readBoard } from './board';
import { type Filing, type FilingKind, readFilings } from './filings';
import { readTrend } from './trend';

export interface Wall {
  board: Board;
  /** The ground's own months: incidence from the beginning of the books, filing over the last twelve. */
  trend: TrendReading[];
  zoneTrend: TrendReading[];
  gaps: VillageGaps | null;
  kinds: FilingKind[];
  latest: Filing[];
}

const LATEST = 9;

/** Everything one screen of the wall shows, in one transaction. */
export async function readWall(viewer: Viewer, asked: Asked, view: WallView, chosen: IndicatorId): Promise<Wall> {
  const lastYear = later(addMonths(asked.month, -11), FIRST_MONTH);
  return fenced(viewer, async () => {
    const board = await readBoard(viewer, asked, [...new Set([...VIEW_FIGURES[view], chosen])]);
    const wall: Wall = { board, trend: [], zoneTrend: [], gaps: null, kinds: [], latest: [] };
    if (view === 'overview') {
      wall.trend = await readTrend(viewer, asked, ['poverty.incidence', ...FILING], FIRST_MONTH);
      wall.gaps = await readVillageGaps(viewer, asked);
    }
    if (view === 'zones' && board.zones.length > 1) wall.zoneTrend = await readTrend(viewer, asked, ['poverty.incidence', 'support.visit_rate'], FIRST_MONTH, 'zone');
    if (view === 'checklists') {
      wall.trend = await readTrend(viewer, asked, FILING, lastYear);
      Object.assign(wall, await readFilings(viewer, asked, LATEST));
    }
    return wall;
  });
}

const later = (a: Month, b: Month): Month => (a > b ? a : b);
