import { measurementsFor } from '@/features/indicators/queries/measurements';
import { isIndicator } from '@/domain/indicators';
import { answering, ApiProblem, grounded, readQuery } from '@/server/api';
import { measurementQuery } from '../schemas';

/** GET /api/v1/measurements: one figure with its two counts, or its rows by township, zone, village or month. */
export const GET = answering('api.read', async (viewer, query) => {
  const { indicator, asOf, ...asked } = readQuery(measurementQuery, query);
  if (!isIndicator(indicator)) throw new ApiProblem('unknown', 'There is no such indicator: /api/v1/indicators lists them.', 'indicator');
  const found = grounded(await measurementsFor(viewer, { indicator, ...asked, reading: asOf }));
  if (asked.by) return { rows: found.rows };
  const { value = null, numerator = null, denominator = null } = found.rows[0] ?? {};
  return { value, numerator, denominator };
});
