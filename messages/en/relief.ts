import type { relief as source } from '../zh-CN/relief';

/** The words of the relief fund that all its pages share. */
export const relief: typeof source = {
  name: 'Relief fund',
  causes: { illness: 'Illness', disaster: 'Disaster', accident: 'Sudden accident' },
  states: {
    received: 'To be completed by the village', applied: 'Awaiting village review', reviewed: 'Awaiting township recheck', noticed: 'On public notice, awaiting approval', approved: 'To be paid', batched: 'Being paid', paid: 'Paid',
    failed: 'Payment failed', returned: 'Returned', refused: 'Refused', withdrawn: 'Withdrawn',
  },
  parts: { applicant: 'Application', village: 'Village first review', township: 'Township recheck', district: 'District approval', objection: 'Answer to an objection', payment: 'Payment', closing: 'Closing of the batch' },
  deeds: {
    receive: 'Application received from the household', apply: 'Applied', complete: 'Completed and handed in', resubmit: 'Corrected and handed in again', withdraw: 'Withdrawn', review: 'Passed the village review',
    'return-village': 'Returned by the village', 'refuse-village': 'Refused by the village', recheck: 'Passed the recheck, put on public notice', 'return-township': 'Returned by the township', 'refuse-township': 'Refused by the township',
    approve: 'Approved, money reserved', 'return-district': 'Returned by the district', 'refuse-district': 'Refused by the district', batch: 'Put into a payment batch', 'void-batch': 'Batch taken back, to be paid', settle: 'Paid to the card', bounce: 'Sent back by the bank',
    reinstate: 'To be paid again', revoke: 'Approval taken back, money released', object: 'Objection during the notice', answer: 'Objection answered', 'change-card': 'Card changed', 'confirm-card': 'Card confirmed', 'close-batch': 'Batch closed', 'enter-return': 'Return by the bank entered, to be confirmed', 'drop-return': 'Return entered by mistake taken out', 'come-back': 'Payment came back, money kept for it',
  },
  kinds: { wage: 'Wages', business: 'Business', property: 'Property', transfer: 'Transfers', cost: 'Production cost' },
  rules: {
    object: { name: 'Whom it helps', why: { agricultural: 'An agricultural household that was never registered: it may be helped', exited: 'Left the list: it may be helped', 'still-poor': 'Still on the list: other policies help it, not this fund' } },
    cause: { name: 'Cause', why: { shown: 'Shown by evidence', 'no-evidence': 'No evidence' } },
    year: { name: 'Income year', why: { 'in-time': 'May be applied for', 'other-year': 'May not be applied for', 'no-worksheet': 'Income is not complete' } },
    line: { name: 'Line of the year', why: { line: 'There is one', 'no-line': 'There is none yet, or income is not complete' } },
    income: { name: 'Net income per head', why: { below: 'Below the line', above: 'Not below the line', stable: 'Not below the line: out of poverty for good', 'no-worksheet': 'Income is not complete' } },
    once: { name: 'Once only', why: { first: 'No other application for the same cause and year', again: 'There is an application for the same cause and year' } },
  },
};
