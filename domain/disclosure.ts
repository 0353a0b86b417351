/** Counts of a sensitive kind below this are not published (docs/decisions/16-public-pages.md). */
export const LEAST_PUBLISHED = 5;

export interface Published<Kind extends string> {
  readonly shown: readonly { readonly kind: Kind; readonly count: number }[];
  /** The rest together; null when there is none, or when it is too few to say how many. */
  readonly other: number | null;
  /** There are some, but too few to publish. */
  readonly tooFew: boolean;
}

/**
 * Counts by kind, as they may be published: kinds under the least are put together, and the smallest shown kind goes with them
 * until they are enough, so that no small count can be reckoned from the total.
 */
export function published<Kind extends string>(counts: Readonly<Partial<Record<Kind, number>>>): Published<Kind> {
  const all = (Object.entries(counts) as [Kind, number][]).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
  const shown = all.filter(([, count]) => count >= LEAST_PUBLISHED);
  let other = all.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
  while (other > 0 && other < LEAST_PUBLISHED && shown.length > 0) other += shown.pop()?.[1] ?? 0;
  const tooFew = other > 0 && other < LEAST_PUBLISHED;
  return { shown: shown.map(([kind, count]) => ({ kind, count })), other: other === 0 || tooFew ? null : other, tooFew };
}
