import { monthsNamed, ticksOf } from '@/components/charts/trend-scale';
import { formatMonth, formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import type { StepMonth } from '../queries/step-days';

type Props = { locale: Locale; months: readonly Month[]; steps: readonly StepMonth[]; limit: number | null; limitText: string; summary: string };

/** The limit's name stands over its line. */
const HEADROOM = 1.15;
const share = (value: number) => `${Math.round(value * 100) / 100}%`;

/** The days of one step by month, in percent of the box: a bar to the median, a thin line to the longest, the limit across. */
export function DaysDrawing({ locale, months, steps, limit, limitText, summary }: Props) {
  const ticks = ticksOf([...steps.map(({ longest }) => longest), (limit ?? 0) * HEADROOM]);
  const high = ticks.at(-1) ?? 1;
  const y = (days: number) => 100 - (days / high) * 100;
  const x = (at: number) => ((at + 0.5) * 100) / months.length;
  const named = monthsNamed(months);
  return (
    <div className="size-full ps-8 pe-2 pt-4 pb-7">
      <svg role="img" aria-label={summary} className="size-full overflow-visible text-[0.86rem]">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={share(y(tick))} y2={share(y(tick))} className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'} />
            <text x="0" dx="-8" y={share(y(tick))} dy="0.35em" textAnchor="end" className="fill-muted">{formatNumber(locale, tick)}</text>
          </g>
        ))}
        {months.map((month, at) => named.includes(at) && (
          <text key={month} x={share(x(at))} y="100%" dy="1.6em" textAnchor="middle" className="fill-muted">{formatMonth(locale, month, 'short')}</text>
        ))}
        {steps.map(({ month, median, longest, late }) => {
          const at = x(months.indexOf(month));
          const width = 45 / months.length;
          return (
            <g key={month}>
              <rect x={share(at - width / 2)} width={share(width)} y={share(y(median))} height={share((median / high) * 100)} className="fill-cool-4" />
              <line x1={share(at)} x2={share(at)} y1={share(y(median))} y2={share(y(longest))} className={late > 0 ? 'stroke-red' : 'stroke-cool-5'} />
              <circle cx={share(at)} cy={share(y(longest))} r="3" className={late > 0 ? 'fill-red' : 'fill-cool-5'} />
            </g>
          );
        })}
        {limit !== null && (
          <>
            <line x1="0" x2="100%" y1={share(y(limit))} y2={share(y(limit))} className="stroke-red" strokeDasharray="4 3" />
            <text x="100%" y={share(y(limit))} dy="-5" textAnchor="end" className="fill-red stroke-panel [paint-order:stroke] [stroke-width:4px]">{limitText}</text>
          </>
        )}
      </svg>
    </div>
  );
}
