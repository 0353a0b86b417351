import { describe, expect, test } from 'vitest';
import { ApiProblem, readQuery } from '@/server/api';
import { openApi } from './document';
import { measurementQuery } from './schemas';

const read = (query: string) => readQuery(measurementQuery, new URLSearchParams(query));

describe('the query of a measurement', () => {
  test('is read', () => {
    expect(read('indicator=poverty.incidence&division=510823100&month=2018-02&by=village&asOf=known&line=housing'))
      .toEqual({ indicator: 'poverty.incidence', division: '510823100', month: '2018-02', by: 'village', asOf: 'known' });
    expect(read('indicator=a&zone=3')).toEqual({ indicator: 'a', zone: 3, asOf: 'true' });
  });

  test.each([
    ['', 'indicator'],
    ['indicator=', 'indicator'],
    [`indicator=${'x'.repeat(81)}`, 'indicator'],
    ['indicator=a&division=51', 'division'],
    ["indicator=a&division=510823' or 1=1", 'division'],
    ['indicator=a&zone=0', 'zone'],
    ['indicator=a&zone=1.5', 'zone'],
    ['indicator=a&division=510823&zone=1', 'zone'],
    ['indicator=a&month=2018-13', 'month'],
    ['indicator=a&month=2018-2', 'month'],
    ['indicator=a&month=', 'month'],
    ['indicator=a&by=person', 'by'],
    ['indicator=a&asOf=then', 'asOf'],
    ['indicator=a&month=2018-01&month=2018-02', 'month'],
  ])('%j is refused at %s', (query, field) => {
    let refused: unknown;
    try {
      read(query);
    } catch (failure) {
      refused = failure;
    }
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({ code: 'malformed', field });
  });
});

test('the description is OpenAPI 3.1, made from the same schemas', () => {
  const document = JSON.parse(JSON.stringify(openApi())) as ReturnType<typeof openApi>;
  expect(document.openapi).toBe('3.1.0');
  const { parameters, responses } = document.paths['/api/v1/measurements'].get;
  expect(parameters.map(({ name, required }) => [name, required])).toEqual([['indicator', true], ['division', false], ['zone', false], ['month', false], ['by', false], ['asOf', false]]);
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '404']);
  expect(document.paths['/api/v1/filings'].get.parameters.map(({ name }) => name)).toEqual(['division', 'zone', 'month', 'by', 'asOf']);
  expect(document.paths['/api/v1/filings/missing'].get.parameters.map(({ name }) => name)).toEqual(['division', 'zone', 'month', 'kind', 'page', 'asOf']);
  expect(JSON.stringify(document)).toContain('"oneOf"');
});
