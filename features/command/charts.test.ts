import { expect, test } from 'vitest';
import { type Month, overMonths } from '@/domain/month';
import { filingChart, groupedBars, trendChart } from './charts';

const at = (indicator: 'poverty.incidence' | 'checklists.filed' | 'checklists.expected', key: string, month: Month, value: number | null) => ({ indicator, key, month, value });

test('a trend has one line a series, months in order, and the line to be reached on the first only', () => {
  const points = [at('poverty.incidence', '2', '2014-02', 7.777), at('poverty.incidence', '1', '2014-01', 9), at('poverty.incidence', '1', '2014-02', 8), at('poverty.incidence', '2', '2014-01', null)];
  const series = [{ name: '一', indicator: 'poverty.incidence', key: '1' }, { name: '二', indicator: 'poverty.incidence', key: '2' }] as const;
  const { option, table } = trendChart(points, series, { month: '月份', line: { text: '退出线 3%', at: 3 } });
  expect(option).toMatchObject({
    xAxis: { data: ['2014-01', '2014-02'] },
    series: [{ name: '一', data: [9, 8], markLine: { data: [{ yAxis: 3 }], label: { formatter: '退出线 3%' } } }, { name: '二', data: [null, 7.78] }],
  });
  expect(JSON.stringify(option).match(/markLine/g)).toHaveLength(1);
  expect(table.rows[1]).toEqual({ month: '2014-02', 一: 8, 二: 7.78 });
});

test('filing keeps a month without rows as zero, and every bar opens its month', () => {
  const points = [at('checklists.expected', 'total', '2018-01', 5), at('checklists.filed', 'total', '2018-01', 4), at('checklists.expected', 'total', '2018-02', 5)];
  const { option, table } = filingChart(points, { expected: 'e', filed: 'f', onTime: 'o', verified: 'v', month: 'm' }, (month) => `/c?month=${month}`);
  expect(option).toMatchObject({ series: [{ type: 'line' }, { type: 'bar', data: [{ value: 4, href: '/c?month=2018-01' }, { value: 0 }] }, {}, {}] });
  expect(table.rows[0]).toMatchObject({ e: 5, f: 4, o: null, href: '/c?month=2018-01' });
});

test('bars stand by group, and the table says the same', () => {
  const { option, table } = groupedBars([{ name: '第一战区', href: '/zones/1', values: [3, null] }], ['园区', '合作社'], '战区');
  expect(option).toMatchObject({ xAxis: { data: ['第一战区'] }, series: [{ data: [{ value: 3, href: '/zones/1' }] }, { data: [{ value: 0 }] }] });
  expect(table.rows).toEqual([{ name: '第一战区', href: '/zones/1', 园区: 3, 合作社: null }]);
});

test('a line of rates ends with the last month that is over; in the first month of all it shows that one', () => {
  const points = (['2018-01', '2018-02', '2018-03'] as const).map((month) => at('checklists.filed', 'total', month, 1));
  expect(overMonths(points, '2018-02').map(({ month }) => month)).toEqual(['2018-01']);
  expect(overMonths(points, '2018-04')).toEqual(points);
  expect(overMonths(points.slice(0, 1), '2018-01')).toEqual(points.slice(0, 1));
});
