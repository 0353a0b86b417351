import type { reliefReviews as source } from '../zh-CN/relief-reviews';

export const reliefReviews: typeof source = {
  title: (no, name) => `${no} ${name}`,
  list: 'Relief applications',
  facts: {
    state: 'State', household: 'Household', place: 'Village', cause: 'Cause', origin: 'Applied by', applied: 'Applied', due: 'This step is due', phone: 'Telephone', amount: 'Amount', rules: 'Rules', batch: 'Payment batch',
    origins: { clerk: 'the village, for the household', household: 'the household, online' }, registered: 'registered poor household', agricultural: 'agricultural household, not registered', overdue: (days) => `${days} days overdue`, tail: (tail) => `ends in ${tail}`,
  },
  eligibility: {
    title: 'Rule by rule',
    reason: 'Why', met: 'Met', unmet: 'Not met', againNo: (no) => `The other one: ${no}`,
  },
  working: {
    title: 'Working of the amount', people: 'People', net: 'Net income of the household', head: 'Net income per head', line: (year) => `Poverty line of ${year}`, lack: 'Lacking per head', amount: 'Amount',
    formula: 'Amount = (line − net income per head) × people, reckoned in fen: up to the line, and not beyond it.', by: (part) => `as reckoned: ${part}`, person: (count) => `${count} people`, item: 'Item', value: 'Value', source: (source) => `Source of the line: ${source}`,
  },
  worksheets: { title: 'Income worksheets', kind: 'Income', difference: 'Differs from the step before', explanation: 'Why it differs', none: 'There is no worksheet yet.', net: 'Net income of the household' },
  people: { title: 'Members', none: 'Written down when the village completes the application.', name: 'Name', relation: 'Relation to the head', idMask: 'ID number' },
  evidence: { title: 'Evidence', none: 'There is no evidence.', size: (kb) => `${kb} KB` },
  visits: { title: 'Visits to the household', none: 'No visit is recorded yet.', photo: (who) => `Photo of the visit by ${who}`, explained: 'the rules were explained to the household', present: { 'village-group': 'village group present', 'resident-cadre': 'resident cadre present' } },
  notice: {
    title: 'Public notice', line: (name, amount) => `${name}, ${amount}`, open: (until) => `On notice until ${until}`, over: (until) => `The notice is over (${until})`, down: 'Taken down', print: 'Print the notice', none: 'It is put on notice when the recheck passes.',
    objections: 'Objections', anonymous: 'Anonymous', noObjection: 'No objection was received.', upheld: 'Upheld', dismissed: 'Dismissed', waiting: 'To be answered',
  },
  cards: { title: 'Accounts', holder: 'Holder', bank: 'Bank', card: 'Card', usable: 'Can be paid to', from: (at) => `from ${at}`, waiting: 'Waits for a second person', replaced: 'Replaced', entered: 'Entered by', confirmed: 'Confirmed by', first: 'With the application', none: 'No account is entered yet.', self: 'the household' },
  entries: { title: 'Money', deeds: { donation: 'Donation', 'top-up': 'Top-up', interest: 'Interest', reserve: 'Reserved', release: 'Released', send: 'Sent to the bank', pay: 'Paid', fail: 'Sent back', return: 'Came back', reversal: 'Reversal' }, day: 'Day', deed: 'Entry', amount: 'Amount', none: 'No money moved yet.' },
  history: 'History', self: 'The household', round: (no) => `handed in ${no} times`,
  review: {
    title: { village: 'Village first review', township: 'Township recheck', district: 'District approval' },
    kin: 'You or a relative you declared belong to this household: you cannot act on it.', acted: 'You acted on this case in another step: you cannot act in this one.',
    pass: { village: 'Pass the review', township: 'Pass, and put on public notice', district: 'Approve, and reserve the money' }, passing: 'Sending…', send: 'Send back', sending: 'Sending back…', refuse: 'Refuse', refusing: 'Refusing…', reason: 'Reason', reasonHint: 'At least 5 characters; the applicant reads it with the receipt code.',
    visitedOn: 'Day of the visit', found: 'What was found', foundHint: 'At least 5 characters: who lives there, the illness or damage, where income comes from.', photo: 'Photo of the visit', photoHint: 'JPEG or PNG; a large one is made smaller, and the place a camera wrote into it is removed.', explained: 'The rules were explained to the household',
    sheet: 'Income worksheet (yuan, of the income year)', explanation: 'Why it differs', explanationHint: 'Asked when it differs from the step before; at least 5 characters.', yuan: 'yuan',
    noticeRuns: (until) => `On public notice until ${until}. It can be approved after that, when no objection is left unanswered.`, otherDecision: 'Send back or refuse', done: 'Done, and written into the history.',
  },
  next: {
    failed: (reason) => `Sent back by the bank: ${reason}`, failedHint: (hours) => `Village or township change the account; once a second person confirmed it and ${hours} hours are over, the finance officer puts it among the payments again.`,
    complete: 'Complete and hand in', correct: 'Correct and hand in again', withdraw: 'Add evidence or withdraw',
  },
  revoke: { title: 'Take the approval back', hint: 'Possible until it is on its way to the bank; the reserved money is released.', submit: 'Take back', working: 'Taking back…' },
  answer: { title: 'Answer the objection', text: 'Answer', hint: 'At least 5 characters.', upheld: 'Is the objection right?', yes: 'Right: it cannot be approved; the district sends it back or refuses it', no: 'Not right: it goes on', submit: 'Answer', working: 'Sending…' },
  card: {
    change: 'Change the account', changeHint: (hours) => `A second person confirms it; it can be paid to ${hours} hours after it was entered.`, holder: 'Holder (a member)', bank: 'Bank', number: 'Card number', numberHint: '16 to 19 digits.', reason: 'Reason', submit: 'Enter the account', working: 'Entering…',
    confirm: 'Confirm', confirming: 'Confirming…',
  },
  unmask: { trigger: 'Show in full', title: 'Show the number in full', reason: 'Reason', reasonHint: 'At least 4 characters; kept in the audit trail and on the household’s record.', submit: 'Show' },
  objectorHint: 'At least 4 characters; kept in the audit trail alone, where neither the household nor the village reads it.',
  rules: {
    title: 'Rules of the relief fund', summary: 'Each change is a new version from a day on; a case is decided by the version it was handed in under.', current: 'in force', fields: { fromDay: 'From', noticeDays: 'Notice (days)', village: 'First review (days)', township: 'Recheck (days)', district: 'Approval (days)', floor: 'Floor of the fund (yuan)', topUpDays: 'Top-up within (days)', cardHours: 'Wait after a change of card (hours)', source: 'Source', sourceHint: 'Name and number of the document, at least 4 characters.' },
    add: 'Publish a new version', adding: 'Publishing…', done: 'The new version is published and in the audit trail.', none: 'There are no rules yet.',
  },
};
