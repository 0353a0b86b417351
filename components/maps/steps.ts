export const STEPS = 5;
export type Step = 1 | 2 | 3 | 4 | 5;
export type Range = { step: Step; from: number; to: number };

/**
 * Parts values into at most five steps of about equal numbers (quantiles; equal values always share a step).
 * The ranges name the lowest and highest value that really occurs in each step, so the legend promises nothing else.
 */
export function colourSteps(values: (number | null)[]): { ranges: Range[]; stepOf: (value: number | null) => Step | null } {
  const sorted = values.filter((value): value is number => value !== null && Number.isFinite(value)).sort((a, b) => a - b);
  const groups = Math.min(STEPS, new Set(sorted).size);
  const members = new Map<number, number[]>();
  sorted.forEach((value) => {
    const group = Math.floor((sorted.indexOf(value) / sorted.length) * groups);
    members.set(group, [...(members.get(group) ?? []), value]);
  });
  const kept = [...members.values()];
  const ranges = kept.map((group, at): Range => ({ step: spread(at, kept.length), from: group[0]!, to: group[group.length - 1]! }));
  const stepOf = (value: number | null) => (value === null ? null : (ranges.find(({ from, to }) => value >= from && value <= to)?.step ?? null));
  return { ranges, stepOf };
}

/** Few groups still use the whole ramp: two stand at its ends, one in its middle. */
const spread = (at: number, of: number) => (of === 1 ? 3 : 1 + Math.round((at * (STEPS - 1)) / (of - 1))) as Step;
