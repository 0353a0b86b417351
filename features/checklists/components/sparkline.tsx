import type { Limits } from '@/domain/checklist-limits';
import { isOutside } from '@/domain/checklist-limits';

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 3;

/** The last twelve months and the month itself, with the range it was expected in. `text` says the same in words. */
export function Sparkline({ values, limits, text }: { values: readonly (number | null)[]; limits: Limits | null; text: string }) {
  const known = [...values.filter((value) => value !== null), ...(limits ? [limits.low, limits.high] : [])];
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (at: number) => PAD + (at * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1);
  const y = (value: number) => HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / span;
  const points = values.flatMap((value, at) => (value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`]));
  const last = values.at(-1) ?? null;
  const outside = isOutside(last, limits);
  if (known.length === 0) return null;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-7 w-[7.5rem] max-w-full" role="img" aria-label={text}>
      {limits && <rect x={x(values.length - 2)} width={WIDTH - PAD - x(values.length - 2)} y={y(limits.high)} height={Math.max(1.5, y(limits.low) - y(limits.high))} className="fill-track" />}
      <polyline points={points.join(' ')} className="fill-none stroke-ink" strokeWidth="1.25" />
      {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r="2.5" className={outside ? 'fill-red' : 'fill-ink'} />}
    </svg>
  );
}
