import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { MapReadout } from './map-readout';
import { project, type Ring } from './projection';
import { colourSteps, type Step } from './steps';

export type MapCell = { code: string; name: string; rings: Ring[]; value: number | null; /** The value as text, with its unit. */ text: string; href: string; zone?: number };

export type CountyMapProps = {
  title: string;
  locale: Locale;
  cells: MapCell[];
  /** How a bound of the legend reads, e.g. (v) => formatPercent(locale, v). */
  bound: (value: number) => string;
  /** Which way is good: a high value in the cool ramp, or in the alarm ramp. */
  better: 'up' | 'down';
  /** Codes drawn with a heavy edge: the filter's choice. */
  chosen?: string[];
  /** 'fill' takes the height of a flex column (a wall panel). */
  height?: 'auto' | 'fill';
};

const FILLS = {
  up: { 1: 'fill-cool-1', 2: 'fill-cool-2', 3: 'fill-cool-3', 4: 'fill-cool-4', 5: 'fill-cool-5' },
  down: { 1: 'fill-heat-1', 2: 'fill-heat-2', 3: 'fill-heat-3', 4: 'fill-heat-4', 5: 'fill-heat-5' },
} satisfies Record<string, Record<Step, string>>;

/** The county as a schematic map: one link per township, coloured in five steps. Drawn by the server; hovering only reads aloud. */
export function CountyMap({ title, locale, cells, bound, better, chosen = [], height = 'auto' }: CountyMapProps) {
  const { map } = messages(locale).common;
  const { ranges, stepOf } = colourSteps(cells.map((cell) => cell.value));
  const fills = height === 'fill';
  const sheet = project(cells);
  const byCode = new Map(sheet.shapes.map((shape) => [shape.code, shape]));
  const fill = (step: Step | null) => (step ? FILLS[better][step] : 'fill-nodata');
  const legend: { step: Step | null; text: string }[] = ranges.map(({ step, from, to }) => ({ step, text: map.range(bound(from), bound(to)) }));
  if (cells.some((cell) => cell.value === null)) legend.push({ step: null, text: map.noData });
  return (
    <figure className={`flex flex-col ${fills ? 'min-h-0 grow md:flex-row-reverse' : ''}`}>
      <MapReadout fill={fills}>
        <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="group" aria-label={`${title} (${map.schematic})`} className="county-map size-full">
          {cells.map((cell) => {
            const shape = byCode.get(cell.code);
            return (
              <a key={cell.code} href={cell.href} aria-label={`${cell.name} ${cell.text}`} data-name={cell.name} data-text={cell.text}>
                <path d={shape?.path} className={`${fill(stepOf(cell.value))} stroke-ground`} strokeWidth="1.5" />
              </a>
            );
          })}
          <path d={sheet.borders} className="pointer-events-none fill-none stroke-ink opacity-70" strokeWidth="3" strokeLinecap="round" />
          <g className="pointer-events-none max-sm:hidden" aria-hidden="true" textAnchor="middle" dominantBaseline="central" fontSize="22">
            {cells.map((cell) => {
              const { x, y } = byCode.get(cell.code)?.label ?? { x: 0, y: 0 };
              return (
                <text key={cell.code} x={x} y={y} className={(stepOf(cell.value) ?? 0) > 3 ? 'fill-on-deep' : 'fill-ink'}>
                  {cell.name}
                </text>
              );
            })}
          </g>
          {chosen.map((code) => (
            <path key={code} d={byCode.get(code)?.path} className="pointer-events-none fill-none stroke-ink" strokeWidth="5" strokeLinejoin="round" />
          ))}
        </svg>
      </MapReadout>
      <figcaption className={`mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted ${fills ? 'md:flex-col md:flex-nowrap md:justify-end' : 'items-center'}`}>
        <span className="sr-only">{map.legend}</span>
        {legend.map(({ step, text }) => (
          <span key={text} className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <svg viewBox="0 0 16 10" className="h-2.5 w-4" aria-hidden="true">
              <rect width="16" height="10" className={`${fill(step)} stroke-line-strong`} strokeWidth="0.5" />
            </svg>
            {text}
          </span>
        ))}
        <span className={fills ? 'max-md:ms-auto md:order-first md:mb-auto' : 'ms-auto'}>{map.schematic}</span>
      </figcaption>
    </figure>
  );
}
