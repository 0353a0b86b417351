import { GoalLine, MonthNames, Rules, share } from '@/components/charts/plot';
import { ticksOf } from '@/components/charts/trend-scale';
import { formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import type { StepMonth } from '../queries/step-days';

type Props = { locale: Locale; months: readonly Month[]; steps: readonly StepMonth[]; limit: number; limitText: string; summary: string };

/** The limit's name stands over its line. */
const HEADROOM = 1.15;

/** The days of one step by month, in percent of the box: a bar to the median, a thin line to the longest, the limit across. */
export function DaysDrawing({ locale, months, steps, limit, limitText, summary }: Props) {
  const ticks = ticksOf([...steps.map(({ longest }) => longest), limit * HEADROOM]);
  const high = ticks.at(-1) ?? 1;
  const y = (days: number) => 100 - (days / high) * 100;
  const x = (at: number) => ((at + 0.5) * 100) / months.length;
  return (
    <div className="size-full ps-8 pe-2 pt-4 pb-7">
      <svg role="img" aria-label={summary} className="size-full overflow-visible text-[0.86rem]">
        <Rules ticks={ticks} y={y} text={(tick) => formatNumber(locale, tick)} />
        <MonthNames locale={locale} months={months} x={x} />
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
        <GoalLine y={y(limit)} text={limitText} end="right" />
      </svg>
    </div>
  );
}
