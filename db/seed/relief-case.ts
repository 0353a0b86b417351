import { type ReliefCause, type ReliefDeed, type ReliefPart, type ReliefVerb, type Review, PASS_OF, RELIEF_MOVES } from '@/domain/relief';
import { netIncome } from '@/domain/income';
import { maskedName } from '@/domain/mask';
import type { Worksheet } from '@/domain/relief-amount';
import type { reliefCards, reliefCases, reliefEvidence, reliefNotices, reliefObjections, reliefPeople, reliefSteps, reliefVisits, reliefWorksheets } from '../schema/relief';
import { fingerprint, seal } from '../vault';
import { addDays, instant } from './calendar';
import { ANSWERED, BANK, CAUSES, FOUND, NEW_CARD } from './cast/relief';
import { BILL, HOUSE } from './cast/photos';
import type { FundBook } from './fund-book';
import { Dice } from './dice';
import { RELIEF } from './shape';

export const dice = new Dice('relief');
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const { noticeDays, villageDays, townshipDays, districtDays } = RELIEF.rules;
const LIMIT: Partial<Record<string, number>> = { received: villageDays, applied: villageDays, reviewed: townshipDays, noticed: noticeDays + districtDays };

/** Everything about cases, row by row. */
export class ReliefRows {
  readonly cases: (typeof reliefCases.$inferInsert & { id: number })[] = [];
  readonly people: (typeof reliefPeople.$inferInsert & { id: number })[] = [];
  readonly worksheets: (typeof reliefWorksheets.$inferInsert)[] = [];
  readonly visits: (typeof reliefVisits.$inferInsert)[] = [];
  readonly evidence: (typeof reliefEvidence.$inferInsert)[] = [];
  readonly steps: (typeof reliefSteps.$inferInsert)[] = [];
  readonly notices: (typeof reliefNotices.$inferInsert & { id: number })[] = [];
  readonly objections: (typeof reliefObjections.$inferInsert)[] = [];
  readonly cards: (typeof reliefCards.$inferInsert & { id: number })[] = [];
}

/** Who handles the cases of a village, one person for each part. */
export interface Hands { clerk: number; secretary: number; township: number; district: number; inspector: number; finance: number; second: number }

export interface Opening {
  division: string;
  householdId: number | null;
  subjectKey: string;
  /** The head first; `idNumber` only of who is in no registry. */
  people: { name: string; relation: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild' | 'sibling' | 'other'; idHash: string; idMask: string; idNumber: string | null }[];
  card: string;
  cause: ReliefCause;
  line: { year: number; scope: 'national' | 'Sichuan'; fen: number; source: string };
  origin?: 'clerk' | 'household';
  hands: Hands;
}

/** A weekday of the `most` days after one. */
export function weekday(after: string, most: number, ...keys: number[]): string {
  const days = Array.from({ length: most }, (_, at) => addDays(after, at + 1)).filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
  return dice.pick(days, ...keys);
}

/** Worksheet of a net income in fen, in whole yuan. */
export function sheetOf(net: number, key: number): Worksheet {
  const share = (part: number, from: number, to: number) => Math.round((net / 100) * (from + (to - from) * dice.share(part, key)));
  const [wage, transfer, property] = [share(51, 0.25, 0.5), share(52, 0.12, 0.3), dice.chance(0.4, 53, key) ? share(54, 0.01, 0.05) : 0];
  const farmed = net / 100 - wage - transfer - property;
  const cost = Math.round(farmed * (0.15 + 0.25 * dice.share(55, key)));
  return { wage: wage * 100, business: (farmed + cost) * 100, property: property * 100, transfer: transfer * 100, cost: cost * 100 };
}

/** One application on its way: each deed writes what it leaves behind. */
export class CaseFile {
  readonly row: ReliefRows['cases'][number];
  private holder = { id: 0, name: '' };
  /** The account it is paid to, in full. */
  card = '';

  constructor(private readonly rows: ReliefRows, private readonly book: FundBook, private readonly opening: Opening, day: string) {
    const { division, householdId, subjectKey, people, cause, line, origin = 'clerk' } = opening;
    const id = rows.cases.length + 1;
    const at = instant(day, this.minutes(1, id));
    const phone = `108${String(dice.between(0, 99_999_999, 2, id)).padStart(8, '0')}`;
    this.row = {
      id, no: `JZ${day.slice(0, 4)}-${String(id).padStart(6, '0')}`, division, householdId, headName: people[0]!.name, subjectKey, origin, cause, causeText: dice.pick(CAUSES[cause], 3, id).text,
      year: line.year, rulesId: 1, line: line.fen, lineScope: line.scope, lineSource: line.source, amount: null, state: 'received', round: 1, version: 1, appliedAt: at, dueAt: null,
      receiptHash: fingerprint(Array.from({ length: 12 }, (_, place) => dice.pick([...ALPHABET], 4, id, place)).join('')), phone: seal(phone, `relief_cases:${id}:phone`), phoneTail: phone.slice(-4),
    };
    rows.cases.push(this.row);
  }

  private minutes(...keys: number[]): number {
    return dice.between(9 * 60, 17 * 60 + 30, 5, ...keys);
  }

  /** What a worksheet comes to, fen. */
  amountOf(sheet: Worksheet): number {
    return this.row.line! * this.opening.people.length - netIncome({ year: this.row.year, ...sheet });
  }

  step(part: ReliefPart, verb: ReliefDeed, by: number | null, day: string, note: string | null = null, minutes = this.minutes(6, this.row.id, this.rows.steps.length)): Date {
    const { id, division } = this.row;
    const at = instant(day, minutes);
    this.rows.steps.push({ id: this.rows.steps.length + 1, caseId: id, division, round: 1, part, personId: by, verb, at, note });
    if (verb in RELIEF_MOVES) this.row.version = (this.row.version ?? 1) + 1;
    const to = verb in RELIEF_MOVES ? RELIEF_MOVES[verb as ReliefVerb].to : verb === 'apply' ? 'applied' : verb === 'receive' ? 'received' : null;
    if (to) {
      this.row.state = to;
      const days = LIMIT[to];
      this.row.dueAt = days === undefined ? null : instant(addDays(day, 1 + days), 0);
    }
    return at;
  }

  /** Sent in by the household itself: nothing more is known yet. */
  receive(day: string, text: string): void {
    Object.assign(this.row, { causeText: text, line: null, lineScope: null, lineSource: null });
    this.row.appliedAt = this.step('applicant', 'receive', null, day);
  }

  apply(day: string, sheet: Worksheet): void {
    const { rows, row, opening: { people, card, division, hands } } = this;
    const at = this.step('applicant', 'apply', hands.clerk, day);
    row.appliedAt = at;
    row.amount = this.amountOf(sheet);
    const first = rows.people.length + 1;
    for (const { idNumber, ...person } of people) {
      const id = rows.people.length + 1;
      rows.people.push({ id, caseId: row.id, division, ...person, idNumber: idNumber === null ? null : seal(idNumber, `relief_people:${id}:id_number`) });
    }
    this.holder = { id: first, name: people[0]!.name };
    this.worksheet('applicant', hands.clerk, at, sheet, null);
    this.enterCard(card, at, null);
    const shown = CAUSES[row.cause].find(({ text }) => text === row.causeText)!;
    rows.evidence.push({ id: rows.evidence.length + 1, caseId: row.id, division, name: shown.file, type: 'image/jpeg', size: BILL.length, content: BILL, addedBy: hands.clerk, at });
  }

  private enterCard(card: string, at: Date, reason: string | null): void {
    const id = this.rows.cards.length + 1;
    this.card = card;
    this.rows.cards.push({
      id, caseId: this.row.id, division: this.row.division, holderId: this.holder.id, holder: this.holder.name, bank: BANK, card: seal(card, `relief_cards:${id}:card`), cardTail: card.slice(-4),
      isChange: reason !== null, enteredBy: this.opening.hands.clerk, at, reason, confirmedBy: null, confirmedAt: null,
    });
  }

  private worksheet(part: 'applicant' | Review, personId: number, at: Date, sheet: Worksheet, explanation: string | null): void {
    const { id: caseId, division } = this.row;
    this.rows.worksheets.push({ id: this.rows.worksheets.length + 1, caseId, division, round: 1, part, personId, at, ...sheet, explanation });
  }

  /** A review with its own visit and worksheet. `verb` absent: passed. */
  review(part: Review, day: string, sheet: Worksheet, explanation: string | null = null, verb: ReliefVerb = PASS_OF[part], note: string | null = null): void {
    const { rows, row, opening: { hands, people } } = this;
    const by = { village: hands.secretary, township: hands.township, district: hands.district }[part];
    const at = this.step(part, verb, by, day, note);
    this.worksheet(part, by, at, sheet, explanation);
    rows.visits.push({
      id: rows.visits.length + 1, caseId: row.id, division: row.division, round: 1, part, personId: by, at, visitedOn: day, found: dice.pick(FOUND[part], 7, row.id),
      present: part === 'village' ? ['village-group', 'resident-cadre'] : [], explained: part === 'village', photo: HOUSE,
    });
    if (row.state !== 'refused') row.amount = this.amountOf(sheet);
    if (verb === 'recheck')
      rows.notices.push({
        id: rows.notices.length + 1, caseId: row.id, round: 1, division: row.division, maskedName: maskedName(people[0]!.name), people: people.length, amount: this.amountOf(sheet),
        opensAt: at, closesAt: instant(addDays(day, 1 + noticeDays), 0), takenDownAt: null, paidMonth: null,
      });
    if (verb === 'approve') this.book.book({ deed: 'reserve', key: `reserve:${row.id}:1`, amount: row.amount!, day, minutes: (at.getTime() - instant(day, 0).getTime()) / 60_000, madeBy: by, caseId: row.id });
  }

  /** Somebody objects, without a name; `answered` on a day, or not yet. */
  object(day: string, text: string, answered: string | null): void {
    const { rows, row, opening: { hands } } = this;
    const at = this.step('objection', 'object', null, day);
    const answeredAt = answered === null ? null : this.step('objection', 'answer', hands.inspector, answered);
    rows.objections.push({
      id: rows.objections.length + 1, caseId: row.id, noticeId: rows.notices.find(({ caseId }) => caseId === row.id)!.id, division: row.division, text, objector: null, phone: null, phoneTail: null,
      source: fingerprint(`objection:${row.id}`), at, answeredAt, answeredBy: answeredAt && hands.inspector, answer: answeredAt && ANSWERED.answer, upheld: answeredAt && false,
    });
  }

  changeCard(card: string, day: string, confirmedOn: string): void {
    const { clerk, township } = this.opening.hands;
    this.enterCard(card, this.step('applicant', 'change-card', clerk, day), NEW_CARD);
    Object.assign(this.rows.cards.at(-1)!, { confirmedBy: township, confirmedAt: this.step('township', 'confirm-card', township, confirmedOn) });
  }

  /** The account it is paid to, as a line of a batch names it. */
  get account(): { cardId: number; holder: string; cardTail: string } {
    const { id, holder, cardTail } = this.rows.cards.filter(({ caseId }) => caseId === this.row.id).at(-1)!;
    return { cardId: id, holder, cardTail };
  }

  published(month: string): void {
    this.rows.notices.find(({ caseId }) => caseId === this.row.id)!.paidMonth = month;
  }
}
