'use client';

import { type KeyboardEvent, type ReactNode, useState } from 'react';

/** messages(locale).common.chart */
export type TurningLabels = { showTable: string; showChart: string; hint: string };

export type TurningProps = {
  title: string;
  /** The title already stands above: only the button shows, beside it. */
  titleHidden?: boolean;
  drawing: ReactNode;
  /** The same rows. */
  table: ReactNode;
  labels: TurningLabels;
  /** 'fill' takes the height of a flex column (a wall panel); 'medium' is a chart on a page. */
  height: keyof typeof HEIGHTS;
};

const HEIGHTS = { medium: 'h-64', fill: 'h-56 wall:h-auto wall:min-h-0 wall:grow' };

/** A drawing with the table behind it: the button or the key T turns it over. */
export function Turning({ title, titleHidden, drawing, table, labels, height }: TurningProps) {
  const [turned, setTurned] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setTurned(!turned);
  };
  const wall = height === 'fill';
  return (
    <figure className={`group/chart relative flex flex-col ${wall ? 'min-h-0 grow' : ''}`} onKeyDown={onKeyDown}>
      <div className={titleHidden ? 'no-print absolute -top-10.5 right-0' : 'mb-2 flex items-baseline justify-between gap-4'}>
        <figcaption className={titleHidden ? 'sr-only' : 'font-medium'}>{title}</figcaption>
        <button type="button" onClick={() => setTurned(!turned)} title={labels.hint} className={`no-print shrink-0 px-1 text-sm text-muted hover:text-ink hover:underline ${wall ? 'wall-quiet' : ''}`}>
          {turned ? labels.showChart : labels.showTable}
          <span className="sr-only"> {title}</span>
        </button>
      </div>
      {/* One element keeps the focus while its content is turned over. */}
      <div role="group" aria-label={title} tabIndex={0} className={`${HEIGHTS[height]} ${turned ? 'overflow-auto' : ''}`}>
        {turned ? table : drawing}
      </div>
    </figure>
  );
}
