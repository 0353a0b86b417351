import type { visits as zhCN } from '../zh-CN/visits';

export const visits: typeof zhCN = {
  title: 'Visits',
  columns: { day: 'Date', cadre: 'Visited by', seen: 'Seen', demand: 'Demand', outcome: 'Outcome' },
  seen: { well: 'All well', illness: 'Illness', disaster: 'Disaster', income: 'Income changed', housing: 'Trouble with the house', schooling: 'Trouble with schooling' },
  outcomes: { noted: 'Noted', solved: 'Solved', referred: 'Referred', promised: 'Promised' },
  older: 'Earlier visits',
  newer: 'Later visits',
  none: 'No visit recorded yet. The cadre should call soon.',
  noneHere: 'No earlier visits.',
};
