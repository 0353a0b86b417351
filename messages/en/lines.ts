import type { lines as zhCN } from '../zh-CN/lines';

export const lines: typeof zhCN = {
  title: 'Poverty lines and exit thresholds',
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
  thresholds: {
    title: 'Exit thresholds',
    note: 'A village or county is judged by the threshold of the month on screen. A change holds from its month on; closed months stay judged as they were. The income line of households is in the table above.',
    columns: { name: 'Threshold', from: 'From', value: 'Value', source: 'Source', change: 'Action' },
    names: { incidence: 'Incidence under (%)', 'collective-income': 'Collective income of a village over (yuan a head and year)' },
    add: 'Set a threshold',
    change: 'Change the threshold',
    done: 'Saved. It holds from that month on.',
    fields: { name: 'Threshold', from: 'From which month', fromHint: 'As in 2018-03; not before the first month that is not closed.', value: 'Value', valueHint: 'Two decimals at most.', source: 'Source', sourceHint: 'Title and number of the document, at least 4 characters.' },
  },
};
