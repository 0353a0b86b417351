import { apportion } from '@/domain/apportion';
import { checkDigit, idMask } from '@/domain/id-number';
import type { ReliefCause } from '@/domain/relief';
import type { Worksheet } from '@/domain/relief-amount';
import { kinships } from '../schema/relief';
import { fingerprint } from '../vault';
import { addDays, instant } from './calendar';
import { fullName } from './cast/names';
import { ANSWERED, CAMPAIGN, CORRECTED, FOUNDED, GIVERS, INTEREST, OPEN_OBJECTION, RECEIVED, REFUSED, RETURNED, TOPPED_UP, WITHDRAWN } from './cast/relief';
import { DEPARTMENTS } from './cast/departments';
import { FundBook } from './fund-book';
import type { Household } from './households';
import type { Member } from './members';
import { Batches } from './relief-batches';
import { CaseFile, dice, type Hands, type Opening, ReliefRows, sheetOf, weekday } from './relief-case';
import { readReference } from './reference';
import { cardNumber } from './registry';
import { writeReliefRows } from './relief-write';
import type { Roll } from './roll';
import { COUNTY, RELIEF } from './shape';
import type { Writer } from './write';

const YUAN = 100;

/** The province's line of a year, with where it was read. */
function lineOf(year: number): Opening['line'] {
  const row = readReference<'year' | 'scope' | 'yuan_per_head_year' | 'source'>('poverty_lines.csv').find((each) => Number(each.year) === year && each.scope === 'Sichuan')!;
  return { year, scope: 'Sichuan', fen: Number(row.yuan_per_head_year) * YUAN, source: row.source };
}

/** Who holds which part, by village; null where the first secretary changed in these months. */
function handsIn(roll: Roll): (division: string) => Hands | null {
  const account = new Map(roll.accounts.map(({ username, personId }) => [username, personId]));
  const steady = new Set(roll.appointments.filter(({ duty, startsOn, endsOn }) => duty === 'first-secretary' && startsOn <= RELIEF.rules.from && endsOn === null).map(({ personId }) => personId));
  const one = (username: string) => account.get(username)!;
  return (division) => {
    const secretary = one(`secretary-${division}`);
    return steady.has(secretary) ? {
      clerk: one(`relief-village-${division}`), secretary, township: one(`relief-township-${division.slice(0, 9)}`), district: one('relief-district'), inspector: one('inspector'), finance: one('finance'), second: one('finance-2'),
    } : null;
  };
}

/** Households that left the list before 2017, of as many townships, with who handles their cases. */
function choose(roll: Roll, households: readonly Household[], members: readonly Member[], count: number): Omit<Opening, 'cause' | 'line'>[] {
  const hands = handsIn(roll);
  const able = households.filter(({ exitYear, size, village }) => exitYear !== null && exitYear < 2017 && size > 1 && hands(village.code) !== null);
  const seen = new Set<string>();
  const chosen = able.map((household) => ({ household, order: dice.share(12, household.id) })).sort((a, b) => a.order - b.order)
    .filter(({ household: { village } }) => !seen.has(village.township.code) && seen.add(village.township.code)).slice(0, count).map(({ household }) => household);
  const ids = new Set(chosen.map(({ id }) => id));
  const home = new Map<number, Member[]>();
  for (const member of members) if (ids.has(member.householdId)) home.set(member.householdId, [...(home.get(member.householdId) ?? []), member]);
  return chosen.map(({ id, village }) => ({
    division: village.code, householdId: id, subjectKey: `h:${id}`, card: cardNumber(id), hands: hands(village.code)!,
    people: home.get(id)!.map(({ name, relation, idHash, idMask: mask }) => ({ name, relation, idHash: idHash!, idMask: mask, idNumber: null })),
  }));
}

/** Carries a case to a state. `short`: what the household lacks, in fen. */
function carry(file: CaseFile, people: number, short: number, from: string, until: 'applied' | 'reviewed' | 'noticed' | 'approved'): void {
  const { row } = file;
  const agreed = sheetOf(row.line! * people - short, row.id);
  const shifted = (key: number): Worksheet => ({ ...agreed, transfer: agreed.transfer - Math.min(agreed.transfer, dice.between(1, 4, key, row.id) * 60 * YUAN) });
  const [byTownship, byVillage] = [dice.chance(0.15, 13, row.id), dice.chance(0.35, 14, row.id)];
  const village = byTownship ? shifted(15) : agreed;
  const applied = byVillage ? { ...village, wage: village.wage + dice.between(1, 6, 16, row.id) * 100 * YUAN } : village;
  file.apply(from, applied);
  if (until === 'applied') return;
  const reviewed = weekday(from, 3, 17, row.id);
  file.review('village', reviewed, village, byVillage ? dice.pick(CORRECTED.village, 18, row.id) : null);
  if (until === 'reviewed') return;
  const rechecked = weekday(reviewed, 3, 19, row.id);
  file.review('township', rechecked, agreed, byTownship ? dice.pick(CORRECTED.township, 20, row.id) : null);
  if (until === 'noticed') return;
  file.review('district', weekday(addDays(rechecked, RELIEF.rules.noticeDays), 4, 21, row.id), agreed);
}

/** A household in no registry, with ID numbers of area 519999 that nobody bears. */
function agricultural(at: Omit<Opening, 'cause' | 'line'>): Omit<Opening, 'cause' | 'line'> {
  const family = fullName(dice, 'male', 22);
  const people = ([['head', '1971-04-12', 'male'], ['spouse', '1973-09-30', 'female'], ['child', '1999-02-18', 'female']] as const).map(([relation, born, gender], no) => {
    const first17 = `519999${born.replaceAll('-', '')}${gender === 'male' ? 991 : 992}`;
    const number = first17 + checkDigit(first17);
    return { name: relation === 'head' ? family : relation === 'child' ? family[0]! + fullName(dice, gender, 23, no).slice(1) : fullName(dice, gender, 23, no), relation, idHash: fingerprint(number), idMask: idMask(number), idNumber: number };
  });
  return { ...at, householdId: null, subjectKey: `i:${people[0]!.idHash}`, people, card: cardNumber(990_001) };
}

/** The fund's first year and the two running months: who was helped, with what money, and who is waiting where. */
export async function writeRelief(out: Writer, { roll, households, members }: { roll: Roll; households: readonly Household[]; members: readonly Member[] }): Promise<void> {
  const [rows, book] = [new ReliefRows(), new FundBook()];
  const account = (username: string) => roll.accounts.find((each) => each.username === username)!.personId;
  const finance = account('finance');
  const batches = new Batches(book, finance, account('finance-2'));
  const months = Object.entries(RELIEF.batches);
  const helped = months.reduce((sum, [, count]) => sum + count, 0);
  const chosen = choose(roll, households, members, helped + 20);
  const causes = spread(helped);
  const shorts = apportion(RELIEF.paid, chosen.slice(0, helped).map(({ people }, at) => people.length * (0.5 + dice.share(24, at))), 300).map((yuan) => yuan * YUAN);

  let next = 0;
  const open = (cause: ReliefCause, year: number, day: string, change: (at: Omit<Opening, 'cause' | 'line'>) => Omit<Opening, 'cause' | 'line'> = (at) => at) => {
    const opening = change(chosen[next++]!);
    return { file: new CaseFile(rows, book, { ...opening, cause, line: lineOf(year) }, day), people: opening.people.length, short: opening.people.length * dice.between(4, 11, 25, next) * 100 * YUAN };
  };
  let back: CaseFile | null = null;
  for (const [month, count] of months) {
    const files = Array.from({ length: count }, () => {
      const at = next;
      const day = weekday(`${month}-01`, 5, 26, at);
      const { file, people } = open(causes[at]!, 2017, day);
      carry(file, people, shorts[at]!, day, 'approved');
      return file;
    });
    if (back) batches.reinstate(back, cardNumber(990_002), `${month}-04`);
    batches.pay(month, back ? [...files, back] : files, { failed: month === '2017-06' ? [files[1]!] : [] });
    back = month === '2017-06' ? files[1]! : null;
    if (month === '2017-08') {
      const { opensAt } = rows.notices.find(({ caseId }) => caseId === files[0]!.row.id)!;
      files[0]!.object(weekday(opensAt!.toISOString().slice(0, 10), 3, 27), ANSWERED.text, weekday(addDays(opensAt!.toISOString().slice(0, 10), 3), 3, 28));
    }
  }

  const begin = (cause: ReliefCause, year: number, day: string, until: Parameters<typeof carry>[4]) => {
    const { file, people, short } = open(cause, year, day);
    carry(file, people, short, day, until);
    return file;
  };
  // January's payments, one of them come back; February's with the bank.
  const january = [begin('illness', 2017, '2018-01-03', 'approved'), begin('disaster', 2017, '2018-01-04', 'approved'), begin('illness', 2017, '2018-01-05', 'approved')];
  batches.pay('2018-01', january, { failed: [january[2]!] });
  const refused = open('accident', 2017, '2018-01-29');
  carry(refused.file, refused.people, refused.short, '2018-01-29', 'reviewed');
  const found = sheetOf(refused.file.row.line! * refused.people + 1_900_000, 999);
  refused.file.review('township', '2018-02-02', found, CORRECTED.village[2], 'refuse-township', REFUSED);
  const withdrawn = begin('disaster', 2017, '2018-02-01', 'applied');
  withdrawn.step('applicant', 'withdraw', rows.steps.find(({ caseId, verb }) => caseId === withdrawn.row.id && verb === 'apply')!.personId!, '2018-02-02', WITHDRAWN);
  batches.pay('2018-02', [begin('illness', 2017, '2018-02-01', 'approved'), begin('accident', 2017, '2018-02-02', 'approved')], { open: true });
  // Waiting to be paid, then one step less each.
  begin('illness', 2018, '2018-02-06', 'approved');
  begin('disaster', 2017, '2018-02-06', 'approved');
  begin('illness', 2018, '2018-02-12', 'noticed');
  begin('accident', 2017, '2018-02-22', 'noticed');
  begin('illness', 2017, '2018-02-14', 'noticed').object('2018-02-22', OPEN_OBJECTION, null);
  const late = begin('illness', 2018, '2018-02-22', 'reviewed');
  begin('disaster', 2017, '2018-02-23', 'reviewed');
  begin('illness', 2018, '2018-02-27', 'applied');
  begin('accident', 2018, '2018-02-20', 'applied');
  const returned = begin('illness', 2018, '2018-02-23', 'applied');
  returned.review('village', '2018-02-26', sheetOf(returned.row.line! * rows.people.filter(({ caseId }) => caseId === returned.row.id).length - returned.row.amount!, 998), '票据不全，先按申报数核。', 'return-village', RETURNED);
  const unregistered = open('accident', 2018, '2018-02-23', agricultural);
  carry(unregistered.file, unregistered.people, unregistered.short, '2018-02-23', 'reviewed');
  open('illness', 2018, '2018-02-28', (at) => ({ ...at, origin: 'household' })).file.receive('2018-02-28', RECEIVED);

  keepBooks(book, finance);
  await writeReliefRows(out, { rows, book, batches, madeBy: account('admin-system') });
  await writeKinships(out, rows, { division: late.row.division, members, roll });
}

/** Causes in the shape's numbers, mixed. */
function spread(count: number): ReliefCause[] {
  const all = (Object.entries(RELIEF.causes) as [ReliefCause, number][]).flatMap(([cause, times]) => Array.from({ length: times }, () => cause));
  if (all.length !== count) throw new Error(`${all.length} causes for ${count} cases`);
  return all.map((cause, at) => ({ cause, order: dice.share(29, at) })).sort((a, b) => a.order - b.order).map(({ cause }) => cause);
}

/** The fund's income: founded by the county, topped up when it fell short, interest by the quarter, and who gave. */
function keepBooks(book: FundBook, finance: number): void {
  book.book({ deed: 'top-up', key: 'top-up:founded', amount: RELIEF.founded.yuan * YUAN, day: RELIEF.founded.on, minutes: 600, madeBy: finance, note: FOUNDED });
  book.book({ deed: 'top-up', key: 'top-up:2017-04', amount: RELIEF.toppedUp.yuan * YUAN, day: RELIEF.toppedUp.on, minutes: 600, madeBy: finance, note: TOPPED_UP });
  for (const [at, day] of ['2017-03-21', '2017-06-21', '2017-09-21', '2017-12-21'].entries()) book.book({ deed: 'interest', key: `interest:${day}`, amount: dice.between(52_000, 91_000, 30, at), day, minutes: 1_080, madeBy: null, note: INTEREST });
  const { donated, people } = RELIEF;
  const shares = (total: number, count: number, key: number) => apportion(total, Array.from({ length: count }, (_, at) => 0.3 + dice.share(31, key, at) ** 2), 1);
  const departments = DEPARTMENTS.filter(({ level }) => level === 'county').slice(0, 30);
  const gifts = [
    ...shares(donated.enterprise, GIVERS.enterprise.length, 1).map((amount, at) => ({ kind: 'enterprise' as const, donor: GIVERS.enterprise[at]!, amount })),
    ...shares(donated.institution, departments.length, 2).map((amount, at) => ({ kind: 'institution' as const, donor: `${departments[at]!.name.replace(/^(?!县)/, '县')}干部职工`, amount })),
    ...shares(donated.organization, GIVERS.organization.length, 3).map((amount, at) => ({ kind: 'organization' as const, donor: GIVERS.organization[at]!, amount })),
    ...shares(donated.person, people.named + people.anonymous, 4).map((amount, at) => ({ kind: 'person' as const, donor: at < people.named ? fullName(dice, dice.chance(0.5, 32, at) ? 'male' : 'female', 33, at) : null, amount })),
  ];
  for (const [at, { amount, ...gift }] of gifts.entries()) {
    const day = dice.chance(0.7, 34, at) ? '2017-10-17' : weekday('2017-10-09', 18, 35, at);
    book.give({ ...gift, division: COUNTY, campaign: CAMPAIGN.code, givenOn: day, amount: amount * 100 * YUAN }, `donation:${at + 1}`, 540 + (at % 480), finance);
  }
  const besides = [['2017-03-08', 'person', null, 800], ['2017-11-23', 'organization', '县慈善会', 5_000], ['2018-01-19', 'enterprise', '广元盛源物流有限公司', 20_000], ['2018-02-09', 'person', null, 500], ['2018-02-12', 'organization', '在浙剑阁商会', 10_000]] as const;
  for (const [at, [givenOn, kind, donor, yuan]] of besides.entries()) book.give({ kind, donor, division: COUNTY, campaign: null, givenOn, amount: yuan * YUAN }, `donation:${gifts.length + at + 1}`, 600, finance);
}

/** Some officers declared who they are; one clerk is the child of a household head of the village. */
async function writeKinships(out: Writer, { steps, cases }: ReliefRows, { division, members, roll }: { division: string; members: readonly Member[]; roll: Roll }): Promise<void> {
  const taken = new Set(cases.map(({ householdId }) => householdId));
  const clerk = steps.find((step) => step.division === division && step.part === 'applicant')!.personId!;
  const relative = members.find((member) => member.division === division && member.relation === 'head' && !taken.has(member.householdId))!;
  const officers = [...new Set(steps.filter(({ part }) => part === 'village' || part === 'township').map(({ personId }) => personId!))].slice(0, 8);
  const own = officers.map((personId, at) => {
    const first17 = `5199991978050${1 + at}99${at}`;
    const number = first17 + checkDigit(first17);
    return { personId, relation: 'self' as const, name: roll.people[personId - 1]!.name, idHash: fingerprint(number), idMask: idMask(number) };
  });
  const declared = [{ personId: clerk, relation: 'parent' as const, name: relative.name, idHash: relative.idHash!, idMask: relative.idMask }, ...own];
  for (const [at, row] of declared.entries()) {
    // A plain owner is fenced like everybody else: whoever declares, declares their own.
    await out.sql(`select set_config('app.person', $1, true)`, [String(row.personId)]);
    await out.rows(kinships, [{ id: at + 1, ...row, at: instant('2018-01-08', 540 + at) }]);
    await out.settled();
  }
  await out.sql(`select set_config('app.person', '', true)`);
}
