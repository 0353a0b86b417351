export type LightColour = 'green' | 'blue' | 'yellow' | 'red' | 'grey';

const SHAPES: Record<LightColour, { fill: string; path: string }> = {
  green: { fill: 'fill-green', path: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z' },
  blue: { fill: 'fill-blue', path: 'M8 .8 15.2 8 8 15.2.8 8z' },
  yellow: { fill: 'fill-yellow', path: 'M8 1.2 15.5 14.5H.5z' },
  red: { fill: 'fill-red', path: 'M2 2h12v12H2z' },
  grey: { fill: 'fill-line-strong', path: 'M1.5 6.5h13v3h-13z' },
};

/** A traffic light told by colour, shape (circle, diamond, triangle, square, bar) and a word. */
export function LightMark({ colour, label, labelHidden }: { colour: LightColour; label: string; labelHidden?: boolean }) {
  const { fill, path } = SHAPES[colour];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg viewBox="0 0 16 16" className={`size-[0.9em] shrink-0 ${fill}`} aria-hidden="true">
        <path d={path} />
      </svg>
      <span className={labelHidden ? 'sr-only' : undefined}>{label}</span>
    </span>
  );
}
