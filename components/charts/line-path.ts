/** A point of a line, in the units of the box it is drawn in. */
export interface LinePoint {
  x: number;
  y: number;
}

/** The path through points from left to right; an absent one leaves a gap. */
export function linePath(points: readonly (LinePoint | null)[]): string {
  let pen = 'M';
  return points
    .flatMap((point) => {
      const drawn = point && `${pen}${round(point.x)} ${round(point.y)}`;
      pen = point ? 'L' : 'M';
      return drawn ? [drawn] : [];
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
