import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir } from './keys';

/** A ring of [longitude, latitude] in degrees. */
export type Ring = [number, number][];

interface Outline {
  properties: { code: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

let shapes: ReadonlyMap<string, Ring[]> | undefined;

/**
 * The townships' outlines by code, read once. The product's own are schematic; an operator's `townships.geojson` in the data
 * folder (Polygon or MultiPolygon features with `properties.code`) takes their place.
 */
export function townshipShapes(): ReadonlyMap<string, Ring[]> {
  shapes ??= read();
  return shapes;
}

function read(): ReadonlyMap<string, Ring[]> {
  const own = path.join(dataDir(), 'townships.geojson');
  const file = existsSync(own) ? own : path.join(/* turbopackIgnore: true */ process.cwd(), 'db/reference/townships.geojson');
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Outline[] };
  return new Map(features.map(({ properties, geometry }) => [properties.code, geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()]));
}
