import type { demands, visits } from '../schema/visits';
import { addDays } from './calendar';
import { type DEMANDS, EXPLAINED } from './cast/demands';
import { Dice } from './dice';
import { ASKED, TODAY } from './shape';

const dice = new Dice('demands');

/** What became of a demand: settled on the spot, answered after some weeks, or still open; a promise has its day. */
export function demandOf(visit: typeof visits.$inferInsert & { id: number }, asked: (typeof DEMANDS)[number]): typeof demands.$inferInsert {
  const { id, visitedOn, outcome, personId } = visit;
  const promised = outcome === 'promised';
  const explained = outcome !== 'solved' && dice.chance(ASKED.explained, 1, id);
  const answeredOn = outcome === 'solved' ? visitedOn : addDays(visitedOn, dice.between(ASKED.days.first, ASKED.days.last, 2, id));
  const open = answeredOn >= TODAY || (outcome !== 'solved' && visitedOn >= ASKED.forgottenFrom && dice.chance(ASKED.forgotten, 3, id));
  return {
    visitId: id, householdId: visit.householdId, division: visit.division, kind: asked.kind, text: asked.text, raisedOn: visitedOn,
    promise: promised ? asked.promise : null,
    dueOn: promised ? addDays(visitedOn, dice.between(ASKED.due.first, ASKED.due.last, 4, id)) : null,
    answeredOn: open ? null : answeredOn,
    answeredBy: open ? null : personId,
    answer: open ? null : explained ? 'explained' : 'solved',
    answerText: open ? null : explained ? EXPLAINED : asked.answered,
  };
}
