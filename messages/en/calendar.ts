import type { calendar as zhCN } from '../zh-CN/calendar';

export const calendar: typeof zhCN = {
  title: 'Filing calendar',
  summary: 'The days of the next month on which checklists are due and locked. Both count until 24:00 of the day, Beijing time.',
  month: 'Checklists of',
  due: 'Due',
  lock: 'Locked',
  state: 'State',
  locked: 'Locked',
  now: 'As it stands',
  change: 'Change',
  changeHint: 'A locked month stays as it was; a due day that has passed stays, and none is set into the past. For a holiday, change one month only.',
  from: 'From the checklists of',
  dueDay: 'Due on day of next month',
  lockDay: 'Locked after day',
  dayHint: (last) => `1 to ${last}`,
  span: 'For',
  spans: { from: 'this month and all later ones', only: 'this month only' },
  preview: 'Preview',
  previewTitle: 'Deadlines after the change',
  confirm: 'Make the change',
  done: 'The calendar was changed; the audit trail says how.',
};
