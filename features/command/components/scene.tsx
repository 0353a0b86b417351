import type { ChartProps } from '@/components/charts/chart';
import { type Gap, GAP_INDICATORS } from '@/domain/assignment';
import { digitsOf, figureHref, formatFigure } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDate, formatLine, formatNumber, type Locale } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Count } from '@/domain/rollup';
import type { Scoreboard } from '@/domain/scoreboard';
import type { Viewer } from '@/domain/viewer';
import type { ZoneShares } from '@/domain/zone-light';
import { messages } from '@/messages/locale';
import { opensGaps } from '../policy';
import type { Wall } from '../queries/wall';

/** What every panel of a screen needs: whose language, which filter, which figures. */
export interface Scene {
  viewer: Viewer;
  locale: Locale;
  filter: Filter;
  wall: Wall;
  scores: Scoreboard;
  /** Who is missing, in the running month as of today. */
  staffing: Scoreboard;
  /** The first month that is not closed. */
  running: Month;
  /** The day until which the month can still be filed; null for a closed one. */
  openUntil: string | null;
  /** The indicator on the map and in the ranking. */
  chosen: IndicatorId;
}

/** "5 / 12", or nothing where an indicator is no ratio. */
export function countsText({ locale }: Pick<Scene, 'locale'>, { numerator, denominator }: Pick<Count, 'numerator' | 'denominator'>): string {
  if (denominator === null) return '';
  return messages(locale).command.ofAll(formatNumber(locale, numerator), formatNumber(locale, denominator));
}

/** The incidence under which the county may leave the list: 3%. */
export const exitPercent = ({ locale, wall }: Pick<Scene, 'locale' | 'wall'>): string => formatLine(locale, wall.exitLine);

export const exitLine = (scene: Pick<Scene, 'locale' | 'wall'>): string => messages(scene.locale).command.exitLine(exitPercent(scene));

/** A value with its unit; a rate with its two counts, never alone. */
export function spoken(scene: Pick<Scene, 'locale'>, count: Count): string {
  const text = formatFigure(scene.locale, count.indicator, count.value);
  const counts = countsText(scene, count);
  if (counts) return messages(scene.locale).common.noted(text, counts);
  const { unit } = indicator(count.indicator);
  return `${text} ${messages(scene.locale).indicators.units[unit]}`.trim();
}

/** What a zone (or the whole ground) is judged by: domain/zone-light.ts. */
export function sharesOf(of: (id: IndicatorId) => Count): ZoneShares {
  const share = (part: IndicatorId, whole: IndicatorId) => ({ part: of(part).value, whole: of(whole).value });
  return {
    lifted: share('poverty.persons_lifted', 'poverty.registered_persons'),
    visited: share('support.households_visited', 'poverty.registered_households'),
    filed: share('checklists.filed', 'checklists.expected'),
  };
}

/** Said beside months of filing or visits, of which the last is not over. */
export const unfinished = ({ locale, openUntil }: Pick<Scene, 'locale' | 'openUntil'>): string | undefined => (openUntil ? messages(locale).common.unfinished(formatDate(locale, openUntil)) : undefined);

export const better = (id: IndicatorId): 'more' | 'less' => indicator(id).better ?? 'more';

export const chartValues = (locale: Locale, id: IndicatorId): ChartProps['values'] => ({ locale, unit: messages(locale).indicators.units[indicator(id).unit], digits: digitsOf(id) });

/** The rows of a staffing gap with the ways to close it, as of today in the running month, for those who may see assignments; the figure's own page for the rest. */
export function gapHref({ viewer, filter, running }: Scene, gap: Gap): string {
  if (!opensGaps(viewer)) return figureHref(filter, GAP_INDICATORS[gap]);
  const query = new URLSearchParams(filterQuery(filter, {}, { gap }));
  if (filter.month === running) query.delete('month');
  return `/assignments?${query}`;
}
