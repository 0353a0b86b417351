import type { navigation as zhCN } from '../zh-CN/navigation';

export const navigation: typeof zhCN = {
  home: 'My work',
  inbox: 'Inbox',
  visits: 'Visits',
  demands: 'Demands',
  command: 'Command screen',
  indicators: 'Indicators',
  divisions: 'Divisions',
  households: 'Households',
  posts: 'Command posts',
  assignments: 'Assignments',
  checklists: 'Checklists',
  review: 'Review queue',
  letters: 'Responsibility letters',
  people: 'People and accounts',
  calendar: 'Filing calendar',
  jobs: 'Jobs',
  lines: 'Lines and thresholds',
  audit: 'Audit trail',
  password: 'Change password',
  groups: { work: 'Campaign', registry: 'Registry', administration: 'Administration' },
};
