/** A ring of [longitude, latitude] in degrees. */
export type Ring = [number, number][];
export type Point = { x: number; y: number };

export type Shape = { code: string; rings: Ring[]; zone?: number };
export type Drawn = { code: string; path: string; label: Point };
export type Sheet = { width: number; height: number; shapes: Drawn[]; borders: string };

/** Whole units: a tenth of a percent of the sheet is finer than the outlines are. */
const round = Math.round;

/**
 * Lays shapes out on a sheet of the given width: plate carrée, longitudes shortened by the cosine of the middle latitude,
 * which is true enough for one county. The height follows. `borders` draws the edges between zones and the outer edge.
 */
export function project(shapes: Shape[], width = 1000, margin = 6): Sheet {
  const points = shapes.flatMap((shape) => shape.rings.flat());
  if (points.length === 0) return { width, height: width, shapes: [], borders: '' };
  const [west, east] = [min(points, 0), max(points, 0)];
  const [south, north] = [min(points, 1), max(points, 1)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * shrink || 1);
  const place = ([lng, lat]: [number, number]): Point => ({
    x: round(margin + (lng - west) * shrink * scale),
    y: round(margin + (north - lat) * scale),
  });
  return {
    width,
    height: Math.ceil(2 * margin + (north - south) * scale),
    shapes: shapes.map(({ code, rings }) => {
      const placed = rings.map((ring) => ring.map(place));
      return { code, path: placed.map(outline).join(''), label: labelPoint(placed[0] ?? []) };
    }),
    borders: borders(shapes, place),
  };
}

const min = (points: Ring, axis: 0 | 1) => points.reduce((low, point) => Math.min(low, point[axis]), Infinity);
const max = (points: Ring, axis: 0 | 1) => points.reduce((high, point) => Math.max(high, point[axis]), -Infinity);

const outline = (ring: Point[]) => `${line(ring)}z`;

/** A line through points, each step told from the last: half as long as places. */
function line(points: Point[]): string {
  const steps = points.slice(1).map(({ x, y }, at) => `${x - points[at]!.x} ${y - points[at]!.y}`);
  return `M${points[0]?.x} ${points[0]?.y}${steps.length > 0 ? `l${steps.join(' ')}` : ''}`;
}

const LINES = 12;
/** Half the height of a name, in units of the sheet. */
const HALF = 10;

/**
 * Where a name stands best in a ring: the middle of a wide stretch, as high as a name, not far from the middle of the ring,
 * so that a name in a bent cell does not hang over its edge.
 */
export function labelPoint(ring: Point[]): Point {
  const heights = ring.map(({ y }) => y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  let best = { x: ring[0]?.x ?? 0, y: ring[0]?.y ?? 0, worth: -Infinity };
  for (let line = 1; line < LINES; line += 1) {
    const y = top + ((bottom - top) * line) / LINES;
    const chords = [widest(ring, y - HALF), widest(ring, y), widest(ring, y + HALF)];
    const [from, to] = [Math.max(...chords.map(([start]) => start)), Math.min(...chords.map(([, end]) => end))];
    const worth = to - from - Math.abs(line / LINES - 0.5) * (bottom - top) * 0.8;
    if (worth > best.worth) best = { x: round((from + to) / 2), y: round(y), worth };
  }
  return { x: best.x, y: best.y };
}

/** The widest stretch inside the ring along a horizontal line. */
function widest(ring: Point[], y: number): [number, number] {
  const cuts = ring
    .flatMap((a, at) => {
      const b = ring[(at + 1) % ring.length] ?? a;
      return a.y > y !== b.y > y ? [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)] : [];
    })
    .sort((one, other) => one - other);
  let best: [number, number] = [cuts[0] ?? 0, cuts[0] ?? 0];
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const [from, to] = [cuts[at] ?? 0, cuts[at + 1] ?? 0];
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return best;
}

/** Edges that two shapes of one zone do not share: the outline of every zone. Needs neighbours that share vertices. */
function borders(shapes: Shape[], place: (point: [number, number]) => Point): string {
  const edges = new Map<string, { from: [number, number]; to: [number, number]; zones: (number | undefined)[] }>();
  for (const { rings, zone } of shapes) {
    for (const ring of rings) {
      ring.slice(1).forEach((to, at) => {
        const from = ring[at];
        if (!from) return;
        const key = [from.join(), to.join()].sort().join(' ');
        const edge = edges.get(key) ?? { from, to, zones: [] };
        edge.zones.push(zone);
        edges.set(key, edge);
      });
    }
  }
  const kept = [...edges.values()].filter(({ zones }) => zones.length === 1 || zones.some((zone) => zone !== zones[0]));
  return joined(kept.map(({ from, to }) => [place(from), place(to)])).map(line).join('');
}

/** Edges that follow each other made one line. */
function joined(edges: [Point, Point][]): Point[][] {
  const lines: Point[][] = [];
  for (const [from, to] of edges) {
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && end?.x === from.x && end.y === from.y) last.push(to);
    else lines.push([from, to]);
  }
  return lines;
}

const kept = new Map<string, { rings: Ring[] | undefined; sheet: Sheet }>();

/** The same sheet for the same shapes, laid out once: outlines come from a file and stay what they are. */
export function projectOnce(shapes: Shape[]): Sheet {
  const key = shapes.map(({ code, zone }) => `${code} ${zone ?? ''}`).join();
  const known = kept.get(key);
  if (known && known.rings === shapes[0]?.rings) return known.sheet;
  const sheet = project(shapes);
  if (kept.size > 64) kept.clear();
  kept.set(key, { rings: shapes[0]?.rings, sheet });
  return sheet;
}
