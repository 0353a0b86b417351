import 'server-only';
import { z } from 'zod';
import { totalsOf } from '@/db/rows';
import { may } from '@/domain/access';
import { indicator, isIndicator, partsOf, type IndicatorId, type RegisterIndicator } from '@/domain/indicators';
import { type Month, parseMonth } from '@/domain/month';
import { command } from '@/server/command';
import { sightOf } from '../queries/indicator-rows';

const input = z.object({
  indicator: z.string().refine(isIndicator).transform((id) => id as IndicatorId),
  month: z.string().transform((text, call): Month => parseMonth(text) ?? (call.addIssue('month'), z.NEVER)),
  division: z.string().nullable(),
  area: z.object({ from: z.string(), to: z.string(), townships: z.union([z.literal('*'), z.array(z.string())]) }),
});

/** Records that somebody takes the rows of a figure out of the product: which figure, month and place, and how many rows. */
export const exportRows = command('indicator.export', { fresh: true })
  .input(input)
  .load(async ({ input: { indicator: id, division } }) => ({ id, division }))
  .can((viewer, { id }) => may(viewer, 'indicators.export') && sightOf(viewer, indicator(partsOf(id)[0] as IndicatorId) as RegisterIndicator) !== 'closed')
  .run(async ({ tx, input: { indicator: id, month, area, division } }) => {
    const of = partsOf(id)[0] as IndicatorId;
    const { count } = await totalsOf(tx, { indicator: of, area, month });
    return { id, division, month, from: area.from, to: area.to, rows: count };
  });
