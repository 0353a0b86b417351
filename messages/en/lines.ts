import type { lines as zhCN } from '../zh-CN/lines';

export const lines: typeof zhCN = {
  title: 'Poverty lines',
  summary: 'Net income per head by year. A household’s exit is judged by the line of its income year, the province’s before the nation’s; every change goes into the audit trail.',
  columns: { year: 'Year', scope: 'Scope', line: 'Line (yuan a head and year)', source: 'Source', change: 'Action' },
  unverified: 'Unverified',
  change: 'Change',
  form: {
    add: 'Add a line',
    change: 'Change the line',
    done: 'Saved. Exits are judged by it from now on.',
    fields: {
      year: 'Year',
      scope: 'Scope',
      line: 'Line (yuan a head and year)',
      lineHint: 'Two decimals at most.',
      source: 'Source',
      sourceHint: 'Title and number of the document, at least 4 characters.',
    },
  },
};
