'use client';

import { useState, type KeyboardEvent } from 'react';
import { Canvas } from './canvas';
import { TableBehind } from './chart-table';
import type { ChartValues } from './dress';
import type { ChartOption, ChartTable } from './option';

const HEIGHTS = { short: 'h-44', medium: 'h-64', tall: 'h-96', fill: 'h-56 md:h-auto md:min-h-0 md:grow' };

export type ChartProps = {
  title: string;
  titleHidden?: boolean;
  /** The chart in one sentence: what it shows and what stands out. Read by screen readers. */
  summary: string;
  option: ChartOption;
  /** The same rows. */
  table: ChartTable;
  values: ChartValues;
  /** messages(locale).common.chart */
  labels: { showTable: string; showChart: string; hint: string; failed: string };
  theme?: 'light' | 'wall';
  /** 'fill' takes the height of a flex column (a wall panel). */
  height?: keyof typeof HEIGHTS;
};

/** A chart with its text and its table: the button or the key T turns it over. Clicking a datum goes to its `href`. */
export function Chart({ title, titleHidden, summary, option, table, values, labels, theme = 'light', height = 'medium' }: ChartProps) {
  const [shown, setShown] = useState<'chart' | 'table' | 'failed'>('chart');
  const turn = () => setShown((now) => (now === 'chart' ? 'table' : 'chart'));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turn();
  };
  return (
    <figure className={`group/chart relative flex flex-col ${height === 'fill' ? 'min-h-0 grow' : ''}`} onKeyDown={onKeyDown}>
      <div className={titleHidden ? 'no-print absolute -top-7 right-0' : 'mb-2 flex items-baseline justify-between gap-4'}>
        <figcaption className={titleHidden ? 'sr-only' : 'font-medium'}>{title}</figcaption>
        <button type="button" onClick={turn} title={labels.hint} className={`no-print shrink-0 px-1 text-sm text-muted hover:text-ink hover:underline ${theme === 'wall' ? 'wall-quiet' : ''}`}>
          {shown === 'chart' ? labels.showTable : labels.showChart}
          <span className="sr-only"> {title}</span>
        </button>
      </div>
      {shown === 'failed' && <p className="text-sm text-muted">{labels.failed}</p>}
      {/* One element keeps the focus while its content is turned over. */}
      <div role="group" aria-label={title} tabIndex={0} className={`${HEIGHTS[height]} ${shown === 'chart' ? '' : 'overflow-auto'}`}>
        {shown === 'chart' ? (
          <div role="img" aria-label={summary} className="size-full">
            <Canvas option={option} summary={summary} values={values} wall={theme === 'wall'} onFailure={() => setShown('failed')} />
          </div>
        ) : (
          <TableBehind caption={title} table={table} locale={values.locale} />
        )}
      </div>
    </figure>
  );
}
