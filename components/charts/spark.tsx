import { linePath } from './line-path';

export type SparkProps = { values: (number | null)[]; label: string };

const WIDTH = 96;
const HEIGHT = 24;

/** Where the points of a small line stand, in a box of 96 × 24; absent months leave a gap. Pure. */
export function sparkPath(values: (number | null)[]): string {
  const present = values.filter((value) => value !== null);
  const low = Math.min(...present);
  const span = Math.max(...present) - low || 1;
  const step = WIDTH / Math.max(1, values.length - 1);
  return linePath(values.map((value, at) => value === null ? null : { x: at * step, y: HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4) }));
}

/** A trend of a few months beside a figure or in a table cell; drawn by the server, no script. */
export function Spark({ values, label }: SparkProps) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="h-5 w-20 overflow-visible" preserveAspectRatio="none">
      <path d={sparkPath(values)} className="fill-none stroke-cool-5" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
