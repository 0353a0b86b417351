/** A household's income of an income year (1 October of the year before to 30 September), integer fen. */
export interface Income {
  readonly year: number;
  readonly wage: number;
  readonly business: number;
  readonly property: number;
  readonly transfer: number;
  readonly cost: number;
}

/** The income per head below which a household is poor in a year, integer fen, with where it was read. */
export interface PovertyLine {
  readonly year: number;
  readonly scope: 'national' | 'Sichuan';
  readonly fen: number;
  readonly status: string;
  readonly source: string;
}

export interface Assessment {
  readonly income: Income;
  /** wage + business + property + transfer − production cost, fen. Negative in a year of loss. */
  readonly net: number;
  /** Net income ÷ people of the household, fen, rounded down; null without people. */
  readonly perHead: number | null;
  readonly line: PovertyLine | null;
  /** Per head minus line, fen; null when one of them is unknown. */
  readonly margin: number | null;
}

/** Net income of a household, fen. */
export const netIncome = ({ wage, business, property, transfer, cost }: Income): number => wage + business + property + transfer - cost;

/** Net income per head, fen, rounded down: a household is never lifted over a line by rounding. Null without people. */
export const perHead = (net: number, people: number): number | null => (people > 0 ? Math.floor(net / people) : null);

/** The line of a year: the province's, which Sichuan sets at or over the nation's, else the nation's. */
export function lineOf(lines: readonly PovertyLine[], year: number): PovertyLine | null {
  const ofYear = lines.filter((line) => line.year === year);
  return ofYear.find((line) => line.scope === 'Sichuan') ?? ofYear.find((line) => line.scope === 'national') ?? null;
}

/** One year's income of a household of `people` against the year's line. */
export function assess(income: Income, people: number, lines: readonly PovertyLine[]): Assessment {
  const net = netIncome(income);
  const head = perHead(net, people);
  const line = lineOf(lines, income.year);
  return { income, net, perHead: head, line, margin: head === null || line === null ? null : head - line.fen };
}
