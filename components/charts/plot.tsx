import { formatMonth, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { monthsNamed } from './trend-scale';

/** A place or a size in percent of a drawing's box. */
export const share = (value: number) => `${Math.round(value * 100) / 100}%`;

/** Keeps a text readable where it crosses a line. */
export const HALO = 'stroke-panel [paint-order:stroke] [stroke-width:4px]';

/** Where a value stands, in percent of the box. */
type Scale = (value: number) => number;

/** Rules across the plot at round values, each with its value on the left; the rule at nought is the ground. */
export function Rules({ ticks, y, text }: { ticks: readonly number[]; y: Scale; text: (tick: number) => string }) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1="0" x2="100%" y1={share(y(tick))} y2={share(y(tick))} className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'} />
      <text x="0" dx="-8" y={share(y(tick))} dy="0.35em" textAnchor="end" className="fill-muted">{text(tick)}</text>
    </g>
  ));
}

/** A month's name so near the right edge, in percent, ends there; on a phone it has no room beside the one before it. */
const EDGE = 94;
const isCrowded = (at: number, next: number) => next > EDGE && next !== at && next - at < 40;

/** Names of months under the plot; `x` tells where the month of a place in the list stands. */
export function MonthNames({ locale, months, x }: { locale: Locale; months: readonly Month[]; x: Scale }) {
  const named = monthsNamed(months);
  return named.map((at, no) => (
    <text key={at} x={share(x(at))} y="100%" dy="1.6em" textAnchor={x(at) > EDGE ? 'end' : 'middle'} className={`fill-muted ${isCrowded(x(at), x(named[no + 1] ?? at)) ? 'max-sm:hidden' : ''}`}>{formatMonth(locale, months[at], 'short')}</text>
  ));
}

/** A line to come under or over, dashed across the plot, named at its left or right end, over or under it. */
export function GoalLine({ y, text, end = 'left', under = false }: { y: number; text: string; end?: 'left' | 'right'; under?: boolean }) {
  const place = end === 'left' ? { x: '0', dx: '4' } : { x: '100%', textAnchor: 'end' as const };
  return (
    <>
      <line x1="0" x2="100%" y1={share(y)} y2={share(y)} className="stroke-red" strokeDasharray="4 3" />
      <text {...place} y={share(y)} dy={under ? '1.2em' : '-5'} className={`fill-red ${HALO}`}>{text}</text>
    </>
  );
}
