/** One measured figure. Without a limit it is only told. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  limit?: { atMost: number } | { atLeast: number };
  note?: string;
}

export const passes = ({ value, limit }: Figure): boolean =>
  !limit || ('atMost' in limit ? value <= limit.atMost : value >= limit.atLeast);

const text = (value: number): string => (Number.isFinite(value) ? (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1)) : '–');

/** Width on a screen: a Chinese character takes two columns. */
const width = (line: string): number => [...line].reduce((sum, each) => sum + (each > '\u2e80' ? 2 : 1), 0);

/** Rows under a heading, columns aligned; the first to the left, the others as said. */
export function table(heading: string, rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const columns = Math.max(...rows.map((row) => row.length), 0);
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, at) => {
    const room = ' '.repeat(Math.max(0, widths[at]! - width(cell)));
    return right.includes(at) ? room + cell : cell + room;
  }).join('  ').trimEnd();
  return `\n${heading}\n${rows.map((row) => `  ${line(row)}`).join('\n')}`;
}

/** Each figure with its limit and pass or FAIL. */
export function figuresTable(heading: string, figures: readonly Figure[]): string {
  return table(heading, figures.map((figure) => {
    const { name, value, unit, limit, note } = figure;
    const bound = !limit ? '' : 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`;
    return [name, text(value), unit, bound, limit ? (passes(figure) ? 'pass' : 'FAIL') : '', note ?? ''];
  }), [1, 3]);
}
