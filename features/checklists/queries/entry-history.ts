import 'server-only';
import { round } from '@/db/checklists';
import { fenced } from '@/db/fence';
import { trends } from '@/db/trends';
import { areaOf } from '@/domain/area';
import { limitsOf, type Limits } from '@/domain/checklist-limits';
import { indicator, type IndicatorId, isIndicator } from '@/domain/indicators';
import { addMonths, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface EntryHistory {
  /** The twelve months before and the month itself, oldest first. */
  readonly values: readonly (number | null)[];
  readonly limits: Limits | null;
}

const MONTHS = 12;

/** What the records say of a checklist's indicators over the last year, with the limits they set for its month. */
export async function entryHistory(viewer: Viewer, division: string, month: Month, asked: readonly (string | null)[]): Promise<Map<string, EntryHistory>> {
  const indicators = [...new Set(asked)].filter((id): id is IndicatorId => id !== null && isIndicator(id));
  if (indicators.length === 0) return new Map();
  return fenced(viewer, async (tx) => {
    const found = await trends(tx, { indicators, area: areaOf(division), first: addMonths(month, -MONTHS), last: month });
    return new Map(indicators.map((id) => {
      const values = found.filter((reading) => reading.indicator === id).map(({ value }) => round(value));
      const definition = indicator(id);
      const time = 'time' in definition ? definition.time : 'month';
      return [id, { values, limits: limitsOf(values.slice(0, -1), time, month.endsWith('-01')) }];
    }));
  });
}
