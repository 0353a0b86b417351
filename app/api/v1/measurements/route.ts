import { measurementsFor } from '@/features/indicators/queries/measurements';
import { isIndicator } from '@/domain/indicators';
import { answering, ApiProblem, readQuery } from '@/server/api';
import { measurementQuery } from '../schemas';

const SENTENCES = { unknown: 'There is no such place for this account.', 'out-of-range': 'The books have no such month: they run from 2014-01 to the running month.' };

/** GET /api/v1/measurements: one figure with its two counts, or its rows by township, zone, village or month. */
export const GET = answering('api.read', async (viewer, query) => {
  const { indicator, asOf, ...asked } = readQuery(measurementQuery, query);
  if (!isIndicator(indicator)) throw new ApiProblem('unknown', 'There is no such indicator: /api/v1/indicators lists them.', 'indicator');
  const found = await measurementsFor(viewer, { indicator, ...asked, reading: asOf });
  if ('problem' in found) throw new ApiProblem(found.problem, SENTENCES[found.problem], found.field);
  if (asked.by) return { rows: found.rows };
  const { value = null, numerator = null, denominator = null } = found.rows[0] ?? {};
  return { value, numerator, denominator };
});
