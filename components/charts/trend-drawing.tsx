import { formatCompact, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { type ChartValues, reading } from './dress';
import { linePath } from './line-path';
import { GoalLine, HALO, MonthNames, Rules, share } from './plot';
import type { TrendPoint } from './trend';
import { ticksOf } from './trend-scale';

type Props = {
  locale: Locale;
  points: readonly TrendPoint[];
  values: ChartValues;
  summary: string;
  /** A line to come under or over, and what it says. */
  goal?: { value: number; text: string };
};

/** How near two texts may stand, in percent of the height. */
const NEAR = 12;
/** So many months before the last one lie under its text. */
const LAST = 4;
/** So far down, in percent of the height, there is no room under a point. */
const LOW = 80;

/** A line over months in percent of its box, so that it fits any width without script; a point under the pointer says its month and value. */
export function TrendDrawing({ locale, points, values, summary, goal }: Props) {
  const present = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (present.length === 0) return <p className="flex size-full items-center justify-center text-muted">{messages(locale).common.map.noData}</p>;
  const ticks = ticksOf(goal ? [...present, goal.value] : present);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number) => 100 - ((value - low) / (high - low)) * 100;
  const x = (at: number) => (points.length === 1 ? 50 : (at * 100) / (points.length - 1));
  const ends = [points.findIndex(({ value }) => value !== null), points.findLastIndex(({ value }) => value !== null)];
  // The first value is written above its point: where that is the goal's own height, the goal is named under its line.
  const isNear = goal !== undefined && Math.abs(y(points[ends[0] ?? 0]?.value ?? 0) - y(goal.value)) < NEAR;
  // The last value is written above its point, or under it where the line falls to it.
  const falls = y(Math.max(...points.slice(-LAST).map(({ value }) => value ?? low))) < y(points[ends[1] ?? 0]?.value ?? low) - NEAR / 2;
  return (
    <div className="size-full ps-12 pe-5 pt-8 pb-7">
      <svg role="img" aria-label={summary} className="size-full overflow-visible text-[0.86rem]">
        <Rules ticks={ticks} y={y} text={(tick) => tickText(locale, tick)} />
        <MonthNames locale={locale} months={points.map(({ month }) => month)} x={x} />
        {goal && <GoalLine y={y(goal.value)} text={goal.text} under={isNear} />}
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
          <path d={linePath(points.map(({ value }, at) => (value === null ? null : { x: x(at), y: y(value) })))} className="fill-none stroke-cool-5" strokeWidth="2" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
        </svg>
        {[...new Set(ends)].map((at) => (
          <End key={at} x={x(at)} y={y(points[at]?.value ?? 0)} text={reading(points[at]?.value, values)} side={at === ends[0] && ends[0] !== ends[1] ? 'start' : 'end'} under={at === ends[1] && falls && y(points[at]?.value ?? low) < LOW} />
        ))}
        {points.map((point, at) => (
          <Told key={point.month} locale={locale} point={point} values={values} x={x(at)} y={point.value === null ? null : y(point.value)} width={100 / Math.max(1, points.length - 1)} />
        ))}
      </svg>
    </div>
  );
}

/** The first and the last value stand on the line itself. */
function End({ x, y, text, side, under }: { x: number; y: number; text: string; side: 'start' | 'end'; under: boolean }) {
  return (
    <>
      <circle cx={share(x)} cy={share(y)} r="3" className="fill-cool-5" />
      <text x={share(x)} y={share(y)} dy={under ? '1.4em' : '-8'} textAnchor={side} className={`fill-ink font-medium ${HALO}`}>{text}</text>
    </>
  );
}

/** A month's strip: under the pointer or a finger it marks the month and tells it above the plot. */
function Told({ locale, point, values, x, y, width }: { locale: Locale; point: TrendPoint; values: ChartValues; x: number; y: number | null; width: number }) {
  const { common } = messages(locale);
  const counts = point.denominator === null ? '' : ` · ${common.of(formatNumber(locale, point.numerator), formatNumber(locale, point.denominator))}`;
  return (
    <g className="group/told">
      <rect x={share(x - width / 2)} width={share(width)} y="-32" height="100%" className="fill-transparent [height:calc(100%+32px)]" />
      <g className="pointer-events-none invisible group-hover/told:visible">
        <line x1={share(x)} x2={share(x)} y1="0" y2="100%" className="stroke-line-strong" />
        {y !== null && <circle cx={share(x)} cy={share(y)} r="4" className="fill-panel stroke-cool-5" strokeWidth="2" />}
        <text x={share(x)} y="-14" textAnchor={x < 30 ? 'start' : x > 70 ? 'end' : 'middle'} className={`fill-ink ${HALO}`}>
          {formatMonth(locale, point.month)} <tspan className="font-semibold">{reading(point.value, values)}</tspan>{counts}
        </text>
      </g>
    </g>
  );
}

function tickText(locale: Locale, tick: number): string {
  return Number.isInteger(tick) && Math.abs(tick) >= 10_000 ? formatCompact(locale, tick) : String(tick);
}
