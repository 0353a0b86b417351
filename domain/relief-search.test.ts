import { expect, it } from 'vitest';
import { parseDaysSearch } from './relief-search';

it('lists the reviews of one step and month, or nothing', () => {
  expect(parseDaysSearch({ step: 'village', decided: '2018-01' })).toEqual({ step: 'village', decided: '2018-01', late: false, page: 1 });
  expect(parseDaysSearch({ step: 'district', decided: '2018-01', late: 'yes', page: '3' })).toEqual({ step: 'district', decided: '2018-01', late: true, page: 3 });
  for (const params of [{}, { step: 'village' }, { decided: '2018-01' }, { step: 'payment', decided: '2018-01' }, { step: 'village', decided: '2018-13' }, { step: ['village', 'district'], decided: '2018-01' }, { step: 'village', decided: ['2018-01'] }]) {
    expect(parseDaysSearch(params)).toBeNull();
  }
});
