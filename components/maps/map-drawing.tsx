'use client';

import { useState, type SyntheticEvent } from 'react';
import { FILLS } from './fills';
import type { Step } from './steps';

/** Name, value as text, address, outline, where the name stands (x, y), step (0: no value). */
export type DrawnCell = [name: string, text: string, href: string, path: string, x: number, y: number, step: Step | 0];

export type MapDrawingProps = {
  label: string;
  width: number;
  height: number;
  borders: string;
  better: 'up' | 'down';
  cells: DrawnCell[];
  /** Outlines drawn with a heavy edge. */
  chosen: string[];
  fills: boolean;
};

/** Draws the map, and reads out the township under the pointer or the focus in a corner of it. */
export function MapDrawing({ label, width, height, borders, better, cells, chosen, fills }: MapDrawingProps) {
  const [shown, setShown] = useState<number | null>(null);
  const read = (event: SyntheticEvent) => {
    const at = (event.target as Element).closest('a')?.dataset.at;
    setShown(at === undefined ? null : Number(at));
  };
  const drawing = (
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label} className="county-map size-full">
      <g className="stroke-ground" strokeWidth="1.5">
        {cells.map(([name, text, href, path, , , step], at) => (
          <a key={href} href={href} aria-label={`${name} ${text}`} data-at={at}>
            <path d={path} className={step ? FILLS[better][step] : 'fill-nodata'} />
          </a>
        ))}
      </g>
      <path d={borders} className="pointer-events-none fill-none stroke-ink opacity-70" strokeWidth="3" strokeLinecap="round" />
      <g className="pointer-events-none max-sm:hidden" aria-hidden="true" textAnchor="middle" dominantBaseline="central" fontSize="22">
        {cells.map(([name, , href, , x, y, step]) => (
          <text key={href} x={x} y={y} className={step > 3 ? 'fill-on-deep' : 'fill-ink'}>
            {name}
          </text>
        ))}
      </g>
      {chosen.map((path) => (
        <path key={path} d={path} className="pointer-events-none fill-none stroke-ink" strokeWidth="5" strokeLinejoin="round" />
      ))}
    </svg>
  );
  const reading = shown === null ? undefined : cells[shown];
  return (
    <div className={`relative ${fills ? 'min-h-64 grow wall:min-h-0' : ''}`} onPointerOver={read} onPointerLeave={() => setShown(null)} onFocus={read} onBlur={() => setShown(null)}>
      {fills ? <div className="size-full wall:absolute wall:inset-0">{drawing}</div> : drawing}
      {reading && (
        <p aria-hidden="true" className="pointer-events-none absolute top-0 left-0 border border-line-strong bg-panel px-2 py-1">
          <strong className="font-semibold">{reading[0]}</strong> {reading[1]}
        </p>
      )}
    </div>
  );
}
