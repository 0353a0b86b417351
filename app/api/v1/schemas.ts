import { z } from 'zod';
import { isCode } from '@/domain/area';
import { CHECKLIST_STATES, FILER_KINDS } from '@/domain/checklist';
import { FILING_CUTS } from '@/domain/filing-cut';
import { INDICATOR_IDS } from '@/domain/indicators';
import { type Month, parseMonth } from '@/domain/month';

/** What the API takes and gives: the input is parsed by these, and the OpenAPI document is made from them. */
const measurementFields = z.object({
  indicator: z.string().min(1).max(80).describe('An indicator’s id, as listed by /api/v1/indicators.'),
  division: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'a division code has 6, 9 or 12 digits').refine(isCode).optional()
    .describe('An official division code: county 6, township 9, village 12 digits. Neither division nor zone: all the caller may see.'),
  zone: z.string().regex(/^[1-9]\d?$/, 'a zone is a number').transform(Number).optional().describe('A battle zone’s number, instead of a division.'),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM').transform((text) => parseMonth(text) as Month).optional()
    .describe('YYYY-MM. The first month that is not locked, when absent.'),
  by: z.enum(['township', 'zone', 'village', 'month']).optional().describe('Cuts the figure; any cut adds up to the whole.'),
  asOf: z.enum(['true', 'known']).default('true').describe('known: as a closed month stood when it was closed. true: with every correction since.'),
});

const onePlace = (query: { division?: string | undefined; zone?: number | undefined }) => query.division === undefined || query.zone === undefined;
const TWO_PLACES = { path: ['zone'], message: 'division and zone exclude each other' };

export const measurementQuery = measurementFields.refine(onePlace, TWO_PLACES);

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

const { division, zone, month, asOf } = measurementFields.shape;
const place = { division, zone, month };

export const filingQuery = z.object({
  ...place,
  by: z.enum(FILING_CUTS).optional().describe('place: townships, or villages inside one township; line: the sub-commands’ lines; kind: of filer; month: the last twelve. Any cut adds up to the whole.'),
  asOf,
}).refine(onePlace, TWO_PLACES);

export const missingQuery = z.object({
  ...place,
  kind: z.enum(FILER_KINDS).optional().describe('A kind of filer; all when absent.'),
  page: z.string().regex(/^[1-9]\d{0,2}$/, 'a page is a number from 1 on').default('1').transform(Number),
  asOf,
}).refine(onePlace, TWO_PLACES);

const rate = z.object({ value: nullable('Percent; null where nothing was expected.'), numerator: z.number(), denominator: z.number() });

const filings = {
  expected: z.number(),
  filed: z.number(),
  complete: z.number().describe('Filed, and not every answer zero or “nothing”.'),
  onTime: z.number(),
  verified: z.number(),
  missing: z.number().describe('Expected and not filed.'),
  completeness: rate.describe('complete ÷ expected'),
  timeliness: rate.describe('onTime ÷ expected'),
};

export const filingAnswer = z.object({
  month: z.string(),
  ...filings,
  rows: z.array(z.object({ key: z.string().describe('A code, a zone’s number, a line, a kind, a month; own: what hangs on none.'), ...filings })).optional(),
});

export const missingAnswer = z.object({
  month: z.string(),
  total: z.number(),
  rows: z.array(z.object({
    checklist: z.number(),
    filer: z.string(),
    kind: z.enum(FILER_KINDS),
    division: z.string().describe('The code of the place reported on; the county’s for a sub-command.'),
    line: z.string().nullable().describe('A sub-command’s line, by its code as in /filings; null for everybody else.'),
    place: z.string(),
    post: z.string(),
    state: z.enum(CHECKLIST_STATES).describe('As it stands now.'),
  })),
});
