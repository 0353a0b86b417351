import { bankResults, campaigns, donations, fundEntries, fundPostings, reliefBatches, reliefBatchLines, topUpTasks } from '../schema/fund';
import { reliefCards, reliefCases, reliefEvidence, reliefNotices, reliefObjections, reliefPeople, reliefRules, reliefSteps, reliefVisits, reliefWorksheets } from '../schema/relief';
import { instant } from './calendar';
import { CAMPAIGN, RULES_SOURCE } from './cast/relief';
import type { FundBook } from './fund-book';
import type { Batches } from './relief-batches';
import type { ReliefRows } from './relief-case';
import { RELIEF } from './shape';
import type { Writer } from './write';

/** Writes what was made of the fund: its rules, cases, money and batches. Steps are numbered in the order of time. */
export async function writeReliefRows(out: Writer, { rows, book, batches, madeBy }: { rows: ReliefRows; book: FundBook; batches: Batches; madeBy: number }): Promise<void> {
  const { from, ...rules } = RELIEF.rules;
  const { entries, postings, donations: given, tasks } = book.close();
  await out.rows(reliefRules, [{ id: 1, fromDay: from, ...rules, source: RULES_SOURCE, madeBy, at: instant(from, 540) }]);
  await out.rows(reliefCases, rows.cases);
  await out.rows(reliefPeople, rows.people);
  await out.rows(reliefWorksheets, rows.worksheets);
  await out.rows(reliefVisits, rows.visits);
  await out.rows(reliefEvidence, rows.evidence);
  await out.rows(reliefSteps, [...rows.steps].sort((a, b) => a.at!.getTime() - b.at!.getTime() || a.id! - b.id!).map((step, at) => ({ ...step, id: at + 1 })));
  await out.rows(reliefNotices, rows.notices);
  await out.rows(reliefObjections, rows.objections);
  await out.rows(reliefCards, rows.cards);
  await out.rows(fundEntries, entries);
  await out.rows(fundPostings, postings);
  await out.rows(campaigns, [{ ...CAMPAIGN, fromDay: '2017-10-09', toDay: '2017-10-31' }]);
  await out.rows(donations, given);
  await out.rows(topUpTasks, tasks);
  await out.rows(reliefBatches, batches.batches);
  await out.rows(reliefBatchLines, batches.lines);
  await out.rows(bankResults, batches.results);
  // The ledger is checked here, entry by entry, rather than at the end: no index can be made while it waits.
  await out.sql('set constraints all immediate');
  await out.sql('set constraints all deferred');
}
