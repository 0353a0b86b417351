import { z } from 'zod';
import { isCode } from '@/domain/area';
import { INDICATOR_IDS } from '@/domain/indicators';
import { type Month, parseMonth } from '@/domain/month';

/** What the API takes and gives: the input is parsed by these, and the OpenAPI document is made from them. */
export const measurementQuery = z.object({
  indicator: z.string().min(1).max(80).describe('An indicator’s id, as listed by /api/v1/indicators.'),
  division: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'a division code has 6, 9 or 12 digits').refine(isCode).optional()
    .describe('An official division code: county 6, township 9, village 12 digits. Neither division nor zone: all the caller may see.'),
  zone: z.string().regex(/^[1-9]\d?$/, 'a zone is a number').transform(Number).optional().describe('A battle zone’s number, instead of a division.'),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM').transform((text) => parseMonth(text) as Month).optional()
    .describe('YYYY-MM. The first month that is not locked, when absent.'),
  by: z.enum(['township', 'zone', 'village', 'month']).optional().describe('Cuts the figure; any cut adds up to the whole.'),
  asOf: z.enum(['true', 'known']).default('true').describe('known: as a closed month stood when it was closed. true: with every correction since.'),
}).refine((query) => query.division === undefined || query.zone === undefined, { path: ['zone'], message: 'division and zone exclude each other' });

const nullable = (text: string) => z.number().nullable().describe(text);

export const measurement = z.object({
  value: nullable('Null where nothing can be said, such as a ratio over nothing.'),
  numerator: nullable('Of a ratio its first count; otherwise the value.'),
  denominator: nullable('Of a ratio its second count; otherwise null.'),
});

export const measurementRows = z.object({
  rows: z.array(z.object({ key: z.string().describe('A township’s or village’s code, a zone’s number, a month; own: rows that hang on none.'), ...measurement.shape })),
});

const texts = z.object({ 'zh-CN': z.string(), en: z.string() });

export const indicatorList = z.object({
  indicators: z.array(z.object({
    id: z.enum(INDICATOR_IDS as [string, ...string[]]),
    name: texts,
    formula: texts,
    unit: z.string(),
    topic: z.string(),
    source: texts,
    time: z.enum(['last', 'month', 'year', 'ratio']).describe('last: as it stands at the end of the month; month: what happened in it; year: since January.'),
    divisions: z.enum(['sum', 'least', 'ratio']),
    ratio: z.array(z.string()).nullable().describe('The ids of a ratio’s two counts.'),
  })),
});

export const problem = z.object({
  error: z.object({
    code: z.enum(['malformed', 'out-of-range', 'unknown', 'signed-out', 'not-found']),
    message: z.string(),
    field: z.string().nullable().describe('The parameter that is wrong.'),
  }),
});
