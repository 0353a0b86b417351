import { Chart } from '@/components/charts/chart';
import { Panel } from '@/components/wall/panel';
import { Pipeline } from '@/components/wall/pipeline';
import { figureHref, formatFigure } from '@/domain/figure';
import { filterQuery } from '@/domain/filter';
import { formatNumber, listMark, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { type Month, overMonths } from '@/domain/month';
import { INDUSTRY, RELOCATION_STAGES } from '@/domain/wall';
import { messages } from '@/messages/locale';
import { filingChart, groupedBars, trendChart, type WallChart } from '../charts';
import { chartValues, exitLine, exitPercent, type Scene, unfinished } from './scene';

type ChartPanelProps = { locale: Locale; title: string; href: string; summary: string; chart: WallChart; id: IndicatorId; size?: 1 | 2 | 3; note?: string };

function ChartPanel({ locale, title, href, summary, chart, id, size, note }: ChartPanelProps) {
  return (
    <Panel title={title} href={href} size={size} note={note}>
      <Chart title={title} summary={summary} {...chart} values={chartValues(locale, id)} labels={messages(locale).common.chart} />
    </Panel>
  );
}

/** Incidence since the books began, with the line under which a county may leave the list. */
export function IncidencePanel({ scene, size }: { scene: Scene; size?: 1 | 2 | 3 }) {
  const { locale, filter, wall } = scene;
  const { command, figures } = messages(locale);
  const points = wall.trend.filter(({ indicator }) => indicator === 'poverty.incidence');
  const chart = trendChart(points, [{ name: figures['poverty.incidence'].name, indicator: 'poverty.incidence', key: 'total' }], { month: command.trend.month, line: { text: exitLine(scene), at: wall.exitLine } });
  const text = (value: number | null | undefined) => formatFigure(locale, 'poverty.incidence', value ?? null);
  return <ChartPanel locale={locale} title={command.trend.title} href={figureHref(filter, 'poverty.incidence')} summary={command.trend.summary(text(points[0]?.value), text(points.at(-1)?.value), exitPercent(scene))} chart={chart} id="poverty.incidence" size={size} />;
}

const ZONE_TONES = ['cool-5', 'cool-3', 'green', 'yellow', 'muted'] as const;

/** A rate by zone over months, one line a zone; of visits, the last year's months that are over. */
export function ZoneTrendPanel({ scene, id, line }: { scene: Scene; id: 'poverty.incidence' | 'support.visit_rate'; line?: boolean }) {
  const { locale, filter, wall } = scene;
  const { command } = messages(locale);
  const months = wall.zoneTrend.filter(({ indicator }) => indicator === id);
  const points = id === 'poverty.incidence' ? months : overMonths(months, scene.running);
  const series = wall.board.zones.map(({ no }, at) => ({ name: command.zone.short(no), indicator: id, key: String(no), tone: ZONE_TONES[at % ZONE_TONES.length] }));
  const exit = { text: exitLine(scene), at: wall.exitLine };
  const chart = trendChart(points, series, { month: command.trend.month, line: line ? exit : undefined });
  const title = id === 'poverty.incidence' ? command.trend.byZone : command.visitsByZone;
  return <ChartPanel locale={locale} title={title} href={figureHref(filter, id)} summary={title} chart={chart} id={id} note={id === 'support.visit_rate' ? unfinished(scene) : undefined} />;
}

const monthHref = ({ filter }: Scene, id: IndicatorId) => (month: Month) => figureHref(filter, id, { month });

/** Relocation, stage by stage. */
export function RelocationPanel({ scene }: { scene: Scene }) {
  const { locale, filter, scores } = scene;
  const { relocation } = messages(locale).command;
  const stages = RELOCATION_STAGES.map((id, at) => ({ label: relocation.stages[at] ?? id, value: scores.total(id).value ?? 0, href: figureHref(filter, id) }));
  return (
    <Panel title={relocation.title} href={figureHref(filter, 'housing.relocated_households')} note={messages(locale).command.units.household}>
      <Pipeline stages={stages} locale={locale} />
    </Panel>
  );
}

type ZoneBarsProps = { scene: Scene; title: string; ids: readonly IndicatorId[]; names: readonly string[]; size?: 1 | 2 | 3 };

/** Figures side by side for each zone, or for each place where the ground is no wider than one zone. */
export function ZoneBarsPanel({ scene, title, ids, names, size }: ZoneBarsProps) {
  const { locale, filter, wall, scores } = scene;
  const { common, command: { zone: texts } } = messages(locale);
  const [first = 'industry.village_parks'] = ids;
  const byZone = wall.board.zones.length > 1;
  const groups = byZone
    ? wall.board.zones.map(({ no }) => ({ name: texts.short(no), href: `/zones/${no}${filterQuery(filter, { division: null, zone: null })}`, values: ids.map((id) => scores.zone(id, no).value) }))
    : wall.board.places.map(({ code, name }) => ({ name, href: `/divisions/${code}${filterQuery(filter, { division: null, zone: null })}`, values: ids.map((id) => scores.place(id, code).value) }));
  const totals = ids.map((id, at) => `${names[at]} ${formatNumber(locale, scores.total(id).value)}`).join(listMark(locale));
  return <ChartPanel locale={locale} title={title} href={figureHref(filter, first)} summary={`${title}${common.colon}${totals}`} chart={groupedBars(groups, names, byZone ? texts.name : '')} id={first} size={size} />;
}

/** Parks and those who run them. */
export function IndustryPanel({ scene, size }: { scene: Scene; size?: 1 | 2 | 3 }) {
  const { industry } = messages(scene.locale).command;
  return <ZoneBarsPanel scene={scene} title={industry.title} ids={INDUSTRY} names={INDUSTRY.map((id) => industry.names[id] ?? id)} size={size} />;
}

/** Completeness and timeliness in those of the last twelve months that are over. */
export function FilingTrendPanel({ scene }: { scene: Scene }) {
  const { locale, filter, wall, scores } = scene;
  const { figures, trend, checklists } = messages(locale).command;
  const series = [
    { name: figures.completeness, indicator: 'checklists.completeness', key: 'total', tone: 'cool-5' },
    { name: figures.timeliness, indicator: 'checklists.timeliness', key: 'total', tone: 'green' },
  ] as const;
  const chart = trendChart(overMonths(wall.trend, scene.running), series, { month: trend.month, most: 100 });
  const text = (id: IndicatorId) => formatFigure(locale, id, scores.total(id).value);
  return <ChartPanel locale={locale} title={checklists.ratesByMonth} href={figureHref(filter, 'checklists.completeness')} summary={checklists.ratesSummary(text('checklists.completeness'), text('checklists.timeliness'))} chart={chart} id="checklists.completeness" note={unfinished(scene)} />;
}

/** Checklists expected, filed, on time, verified, by month. */
export function FilingPanel({ scene, size }: { scene: Scene; size?: 1 | 2 | 3 }) {
  const { locale, filter, wall, scores } = scene;
  const { figures, trend, checklists } = messages(locale).command;
  const points = wall.trend.filter(({ indicator }) => indicator.startsWith('checklists.'));
  const chart = filingChart(points, { expected: figures.expected, filed: figures.filed, onTime: figures.onTime, verified: figures.verified, month: trend.month }, monthHref(scene, 'checklists.filed'));
  const text = (id: IndicatorId) => formatNumber(locale, scores.total(id).value);
  return <ChartPanel locale={locale} title={checklists.byMonth} href={figureHref(filter, 'checklists.filed')} summary={checklists.summary(text('checklists.filed'), text('checklists.expected'))} chart={chart} id="checklists.filed" size={size} note={unfinished(scene)} />;
}
