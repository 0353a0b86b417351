import type { Locale } from '@/domain/format';
import { DEMAND_KINDS, OUTCOMES, SEEN, VISIT_DAYS_LATE } from '@/domain/visit';
import { messages } from '@/messages/locale';
import type { VisitChoices } from './visit-fields';
import type { VisitFormTexts } from './visit-form';

/** What the form says, as strings: no catalogue travels to the browser. */
export function formTexts(locale: Locale): { choices: VisitChoices; texts: VisitFormTexts } {
  const { visits: t } = messages(locale);
  const { day, seen, note, noteHint, demand, demandText, outcome, promise, due, optional, submit, working, again } = t.form;
  return {
    choices: {
      seen: SEEN.map((value) => ({ value, label: t.seen[value] })),
      demands: [{ value: '', label: t.form.noDemand }, ...DEMAND_KINDS.map((value) => ({ value, label: t.demands.kinds[value] }))],
      outcomes: OUTCOMES.map((value) => ({ value, label: t.outcomes[value] })),
    },
    texts: { day, dayHint: t.form.dayHint(VISIT_DAYS_LATE), seen, note, noteHint, demand, demandText, outcome, promise, due, optional, submit, working, again },
  };
}
