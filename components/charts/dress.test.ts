import { describe, expect, test } from 'vitest';
import { dress, reading, type Dressing } from './dress';
import { TOKENS, tone, type Tokens } from './option';

const tokens = Object.fromEntries(TOKENS.map((token) => [token, `colour of ${token}`])) as Tokens;
const dressing: Dressing = { tokens, size: 12, width: 600, font: 'sans', values: { locale: 'zh-CN', unit: '户' }, still: false, summary: '摘要' };
const months = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);

describe('dress', () => {
  test('paints tokens wherever they stand and leaves other text alone', () => {
    const option = dress({ series: [{ type: 'line', name: '$100', itemStyle: { color: tone('red') }, data: [{ value: 1, itemStyle: { color: tone('muted') } }] }] }, dressing);
    expect(JSON.stringify(option.series)).toContain('"color":"colour of red"');
    expect(JSON.stringify(option.series)).toContain('"color":"colour of muted"');
    expect(JSON.stringify(option.series)).toContain('"name":"$100"');
  });
  test('the tooltip is plain text whatever the feature says', () => {
    const option = dress({ tooltip: { renderMode: 'html', trigger: 'item' } }, dressing);
    expect(option.tooltip).toMatchObject({ renderMode: 'richText', trigger: 'item' });
  });
  test('a dozen names all stand; forty-eight months are thinned', () => {
    const few = dress({ xAxis: { type: 'category', data: months(12) } }, dressing).xAxis;
    const many = dress({ xAxis: { type: 'category', data: months(48) } }, dressing).xAxis;
    expect(few).toMatchObject([{ axisLabel: { interval: 0 } }]);
    expect(many).not.toMatchObject([{ axisLabel: { interval: 0 } }]);
  });
  test('one series needs no legend, two do', () => {
    expect(dress({ series: [{ type: 'bar' }] }, dressing).legend).toMatchObject({ show: false });
    expect(dress({ series: [{ type: 'bar' }, { type: 'bar' }] }, dressing).legend).toMatchObject({ show: true });
  });
  test('a legend that runs on to a second line on a phone has room for it above the chart', () => {
    const series = ['第一战区', '第二战区', '第三战区', '第四战区', '第五战区'].map((name) => ({ type: 'line' as const, name }));
    const topAt = (width: number) => (dress({ series }, { ...dressing, width }).grid as { top: number }).top;
    expect(topAt(600)).toBe(36);
    expect(topAt(330)).toBe(54);
  });
  test('stands still for who asked for less motion', () => {
    expect(dress({}, { ...dressing, still: true }).animation).toBe(false);
  });
});

test('a reading carries its unit, Chinese units close up', () => {
  expect(reading(19354, { locale: 'zh-CN', unit: '户' })).toBe('19,354户');
  expect(reading(19354, { locale: 'en', unit: 'households' })).toBe('19,354 households');
  expect(reading(6.34, { locale: 'en', unit: '%', digits: 1 })).toBe('6.3%');
  expect(reading(null, { locale: 'en', unit: '%' })).toBe('—');
});
