import { z } from 'zod';
import { filingAnswer, filingQuery, indicatorList, measurement, measurementQuery, measurementRows, missingAnswer, missingQuery, problem } from './schemas';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => ({ ...z.toJSONSchema(schema, { io, target: 'draft-2020-12' }), $schema: undefined });

const answer = (description: string, ...schemas: z.ZodType[]) => {
  const [first, ...others] = schemas.map((schema) => schemaOf(schema));
  return { description, content: { 'application/json': { schema: others.length > 0 ? { oneOf: [first, ...others] } : first } } };
};

function parametersOf(schema: z.ZodType) {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, { description?: string }>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({ name, in: 'query', required: required.includes(name), description, schema: rest }));
}

const problems = {
  400: answer('A parameter is malformed or out of range; `field` names it.', problem),
  401: answer('Signed out.', problem),
  404: answer('Unknown, or not the caller’s to see.', problem),
};

/** The API's description, made from the schemas that parse its input. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Guatu 挂图',
    version: '1',
    description: 'Figures of the county’s poverty-alleviation campaign. Callers sign in as people do and send the session cookie; bearer tokens are not issued. '
      + 'A caller sees what the person sees: a place outside it is unknown.',
  },
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' } } },
  security: [{ session: [] }],
  paths: {
    '/api/v1/indicators': {
      get: { operationId: 'listIndicators', summary: 'The indicators, with unit, source and formula', responses: { 200: answer('All indicators.', indicatorList), 401: problems[401], 404: problems[404] } },
    },
    '/api/v1/measurements': {
      get: {
        operationId: 'readMeasurements',
        summary: 'An indicator’s value for a place and month, whole or cut by township, zone, village or month',
        parameters: parametersOf(measurementQuery),
        responses: { 200: answer('Without `by` one figure, with `by` its rows.', measurement, measurementRows), ...problems },
      },
    },
    '/api/v1/filings': {
      get: {
        operationId: 'readFilings',
        summary: 'How a month’s checklists were filed: counts and rates, whole or cut by place, zone, line, kind of filer or month',
        parameters: parametersOf(filingQuery),
        responses: { 200: answer('The whole, and with `by` its rows.', filingAnswer), ...problems },
      },
    },
    '/api/v1/filings/missing': {
      get: {
        operationId: 'listMissing',
        summary: 'Who has not filed a month’s checklist, by name, fifty a page',
        parameters: parametersOf(missingQuery),
        responses: { 200: answer('As many in all as are expected and not filed.', missingAnswer), ...problems },
      },
    },
  },
});
