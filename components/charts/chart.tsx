'use client';

import { useState } from 'react';
import { Canvas } from './canvas';
import { TableBehind } from './chart-table';
import type { ChartValues } from './dress';
import type { ChartOption, ChartTable } from './option';
import { Turning, type TurningLabels } from './turning';

export type ChartProps = {
  title: string;
  /** The chart in one sentence: what it shows and what stands out. Read by screen readers. */
  summary: string;
  option: ChartOption;
  /** The same rows. */
  table: ChartTable;
  values: ChartValues;
  labels: TurningLabels & { failed: string };
};

/** A chart that moves, in a panel of the wall, which names it. Clicking a datum goes to its `href`. Pages draw theirs on the server (`Trend`). */
export function Chart({ title, summary, option, table, values, labels }: ChartProps) {
  const [failed, setFailed] = useState(false);
  const behind = <TableBehind caption={title} table={table} locale={values.locale} />;
  const drawing = failed ? (
    <>
      <p className="text-sm text-muted">{labels.failed}</p>
      {behind}
    </>
  ) : (
    <div role="img" aria-label={summary} className="size-full">
      <Canvas option={option} summary={summary} values={values} onFailure={() => setFailed(true)} />
    </div>
  );
  return <Turning title={title} titleHidden drawing={drawing} table={behind} labels={labels} height="fill" />;
}
