import { plural } from '../plural';
import type { spotChecks as zhCN } from '../zh-CN/spot-checks';

export const spotChecks: typeof zhCN = {
  title: 'Spot checks',
  summary: (month) => `${month}: verified checklists drawn at random by the system; the seed draws them again`,
  results: { confirmed: 'Confirmed', challenged: 'Challenged' },
  waiting: 'To be checked',
  drawTitle: 'Draw this month’s sample',
  drawForm: { size: 'How many', sizeHint: '1–50, at random from the checklists of your zone verified this month. Once a month for each squad; a sample cannot be exchanged.', draw: 'Draw', drawing: 'Drawing…' },
  drawn: (population, size, done) => `${size} drawn from ${plural(population, 'verified checklist')}, ${done} checked.`,
  seed: 'Seed',
  no: 'No.',
  found: 'What was found',
  drawnFor: (squad) => `Drawn for ${squad}, not checked yet.`,
  closed: 'Verified again, finding closed',
  form: { result: 'Result', note: 'What is wrong', noteHint: 'Needed for a challenge, at least 5 characters. A challenge opens a finding and sends the checklist back; verifying it again closes the finding.', check: 'Record the result', checking: 'Recording…' },
  none: 'No spot checks this month',
  noneHint: 'When a squad has drawn its sample, the checklists and the results stand here.',
};
