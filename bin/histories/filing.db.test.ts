import { testHistories } from './live';

/** The month's paper: checklists, exceptions, spot checks, letters, the calendar. With field.db.test.ts ten thousand commands. */
testHistories([
  'save', 'save', 'submit', 'submit', 'submit', 'submit', 'verify', 'verify', 'verify-plain', 'return', 'exception', 'draw', 'check', 'check', 'calendar', 'visit', 'correct-visit', 'replace',
  'letter-draft', 'letter-clause', 'letter-clause', 'letter-remove', 'letter-offer', 'letter-sign', 'letter-sign', 'letter-sign', 'letter-withdraw', 'letter-amend',
], { histories: 6, commands: 1_000 });
