import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { FILLS } from './fills';
import { type DrawnCell, MapDrawing } from './map-drawing';
import { projectOnce, type Ring } from './projection';
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

/** The county as a schematic map: one link per township, coloured in five steps. The browser gets outlines, not elements. */
export function CountyMap({ title, locale, cells, bound, better, chosen = [], height = 'auto' }: CountyMapProps) {
  const { map, noted } = messages(locale).common;
  const { ranges, stepOf } = colourSteps(cells.map((cell) => cell.value));
  const fills = height === 'fill';
  const sheet = projectOnce(cells);
  const byCode = new Map(sheet.shapes.map((shape) => [shape.code, shape]));
  const fill = (step: Step | null) => (step ? FILLS[better][step] : 'fill-nodata');
  const legend: { step: Step | null; text: string }[] = ranges.map(({ step, from, to }) => ({ step, text: map.range(bound(from), bound(to)) }));
  if (cells.some((cell) => cell.value === null)) legend.push({ step: null, text: map.noData });
  return (
    <figure className={`flex flex-col ${fills ? 'min-h-0 grow wall:flex-row-reverse' : ''}`}>
      <MapDrawing
        label={noted(title, map.schematic)}
        width={sheet.width}
        height={sheet.height}
        borders={sheet.borders}
        better={better}
        fills={fills}
        cells={cells.map((cell): DrawnCell => {
          const { path = '', label = { x: 0, y: 0 } } = byCode.get(cell.code) ?? {};
          return [cell.name, cell.text, cell.href, path, label.x, label.y, stepOf(cell.value) ?? 0];
        })}
        chosen={chosen.flatMap((code) => byCode.get(code)?.path ?? [])}
      />
      <figcaption className={`mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted ${fills ? 'wall:flex-col wall:flex-nowrap wall:justify-end' : 'items-center'}`}>
        <span className="sr-only">{map.legend}</span>
        {legend.map(({ step, text }) => (
          <span key={text} className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <svg viewBox="0 0 16 10" className="h-2.5 w-4" aria-hidden="true">
              <rect width="16" height="10" className={`${fill(step)} stroke-line-strong`} strokeWidth="0.5" />
            </svg>
            {text}
          </span>
        ))}
        <span className={fills ? 'ms-auto wall:order-first wall:ms-0 wall:mb-auto' : 'ms-auto'}>{map.schematic}</span>
      </figcaption>
    </figure>
  );
}
