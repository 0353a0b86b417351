/** Round values an axis names, from zero (or the round value below the lowest) to the first one not under the highest: 0, 5, 10, 15, 20. */
export function ticksOf(values: readonly number[], count = 5): number[] {
  const low = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const high = most === low ? 1 : most;
  const step = roundStep((high - low) / (count - 1));
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not under the step asked for. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
}

const FEW = 4;
const SOME = 18;

/** Which months an axis names, by their place: all of a few, every fourth of a year and a half, each January of more. */
export function monthsNamed(months: readonly string[]): number[] {
  const all = months.map((_, at) => at);
  if (months.length <= FEW) return all;
  if (months.length <= SOME) return all.filter((at) => at % 4 === 0);
  return all.filter((at) => months[at]?.endsWith('-01'));
}
