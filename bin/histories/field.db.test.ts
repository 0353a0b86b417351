import { testHistories } from './live';

/** Who serves where, and what they do in the villages. Each of these counts many months again, so they are the fewer. */
testHistories([
  'visit', 'visit', 'correct-visit', 'answer', 'answer', 'reassign', 'hand-over', 'hand-over', 'appoint', 'end', 'replace',
  'save', 'save', 'submit', 'submit', 'verify', 'verify', 'return', 'letter-sign', 'letter-sign', 'letter-offer', 'letter-draft', 'letter-clause', 'letter-amend',
], { histories: 8, commands: 500 });
