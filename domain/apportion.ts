/** Splits a whole number by weights so that the parts are whole and add up to it (largest remainders, ties by position). */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const rest = total - least * weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (rest * weight) / sum);
  const parts = exact.map(Math.floor);
  const short = rest - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((value, at) => [value - Math.floor(value), at] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of order.slice(0, short)) parts[at]!++;
  return parts.map((part) => part + least);
}
