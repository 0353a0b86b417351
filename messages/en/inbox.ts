import type { inbox as zhCN } from '../zh-CN/inbox';

export const inbox: typeof zhCN = {
  title: 'Inbox',
  summary: (unread) => `${unread} unread. A reminder clears itself once the record exists; digests go to who commands the filer, and one level further once it is overdue.`,
  none: 'Nothing here',
  noneHint: 'Three days before a checklist is due, on the day and when it is overdue, filers are reminded here, and step by step those who command them.',
  reminders: {
    before: (month, due) => `Submit the checklist of ${month} before ${due}`,
    due: (month, due) => `The checklist of ${month} falls due: submit it before ${due}`,
    overdue: (month, _due, lock) => `The checklist of ${month} is overdue: submit it soon; it is locked at ${lock}`,
    locked: (month, _due, lock) => `The checklist of ${month} was locked at ${lock}; you had not filed it`,
  },
  digests: {
    before: (month, post, count) => `${post}: ${count} checklists of ${month} are not filed`,
    due: (month, post, count, due) => `${post}: the checklists of ${month} are due by ${due}, ${count} below this post are not filed`,
    overdue: (month, post, count) => `${post}: the checklists of ${month} are overdue, ${count} below this post are not filed`,
    locked: (month, post, count) => `${post}: the checklists of ${month} are locked, ${count} below this post were never filed`,
  },
  returned: (month) => `The county poverty office sent your checklist of ${month} back; see why, put it right and file it again`,
  exception: (month) => `The county poverty office lets you file the checklist of ${month} after the lock`,
  challenge: (month) => `A spot check challenged your verified checklist of ${month}; it came back to you to be put right`,
  comment: (month) => `New comments on a checklist of ${month}`,
  relocked: (month) => `The extra time for the checklist of ${month} has ended; it is locked again`,
  reliefOverdue: (no, step) => `Relief case ${no} (${step}) is overdue: see that it is dealt with`,
  topUp: () => 'The relief fund is below its floor and was not topped up in time',
  missingNow: (count) => `${count} still not filed`,
  missingNone: 'All filed by now',
  unread: 'Unread',
  settled: 'Done',
  read: 'Mark as read',
  readAll: 'Mark all as read',
  working: 'Working…',
};
