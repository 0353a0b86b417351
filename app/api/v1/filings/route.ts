import type { FilingCounts } from '@/domain/filing-cut';
import { filingRates } from '@/features/checklists/queries/filing-rates';
import { answering, grounded, readQuery } from '@/server/api';
import { askedGround } from '@/server/ground';
import { filingQuery } from '../schemas';

const rate = (numerator: number, denominator: number) => ({ value: denominator === 0 ? null : (numerator / denominator) * 100, numerator, denominator });

const counted = ({ expected, filed, complete, onTime, verified }: FilingCounts) => ({
  expected, filed, complete, onTime, verified, missing: expected - filed, completeness: rate(complete, expected), timeliness: rate(onTime, expected),
});

/** GET /api/v1/filings: how a month's checklists were filed, counts and rates, whole or cut. */
export const GET = answering('checklists.view', async (viewer, query) => {
  const { by, asOf, ...asked } = readQuery(filingQuery, query);
  const { area, month } = grounded(await askedGround(viewer, asked));
  const { total, rows } = await filingRates(viewer, { area, month, reading: asOf, by: by ?? 'kind' });
  return { month, ...counted(total), ...(by && { rows: rows.map((row) => ({ key: row.key, ...counted(row) })) }) };
});
