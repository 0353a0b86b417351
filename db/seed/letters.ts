import type { IndicatorId } from '@/domain/indicators';
import { type LetterKind, type LetterVerb, type PartyKind, PARTIES, type Side } from '@/domain/letter';
import { withParents, type NewClause, sealedText } from '../letters';
import { countyTargets, letterClauses, letters, letterSignatures, letterSteps, letterVersions } from '../schema/letters';
import { instant } from './calendar';
import { LETTER_NOTES } from './cast/letters';
import { LINES } from './cast/lines';
import { type Command, departmentCode } from './command';
import { Dice } from './dice';
import type { Ground } from './ground';
import type { Post, Roll } from './roll';
import { COUNTY, LETTERS } from './shape';
import { type LetterYear, makeTargets, type Target, villagesDue } from './targets';
import type { Readings } from './readings';
import type { Writer } from './write';

type Row<T extends { $inferInsert: object }> = T['$inferInsert'];
interface Paper { id: number; year: LetterYear; kind: LetterKind; issuer: PartyKind; from: Post; to: Post; person: number | null; division: string; line: string | null; clauses: NewClause[]; before: NewClause[] | null; waiting: boolean }
interface Made { letters: Row<typeof letters>[]; versions: Row<typeof letterVersions>[]; clauses: Row<typeof letterClauses>[]; signatures: Row<typeof letterSignatures>[]; steps: Row<typeof letterSteps>[] }

const dice = new Dice('letters');
const { flaws } = LETTERS;
const VISITS: IndicatorId = 'support.visit_rate';

/** A promise under a county target (a number) or under a clause of the issuer's letter. */
const clause = (no: number, target: Target, value: number, parent: { letter: number; no: number } | null = null): NewClause => ({
  no, indicator: target.root.indicator, target: value, dueMonth: `${target.year}-12`, text: target.root.text,
  targetId: parent ? null : target.id, parentLetterId: parent?.letter ?? null, parentNo: parent?.no ?? null,
});

/** What of a county target a township takes upon itself; in 2018 a few parts do not add up. */
function townshipClauses(targets: readonly Target[], code: string): NewClause[] {
  const spread = targets.filter(({ townships }) => townships.has(code));
  const flawed = (flaw: { township: string; indicator: string }, id: IndicatorId) => targets[0]!.year === 2018 && flaw.township === code && flaw.indicator === id;
  const made = spread.filter(({ root }) => !flawed(flaws.missing, root.indicator)).map((target, at) => {
    const less = flawed(flaws.short, target.root.indicator) ? flaws.short.by : 0;
    const more = flawed(flaws.raised, target.root.indicator) ? flaws.raised.by : 0;
    return clause(at + 1, target, target.townships.get(code)! - less + more);
  });
  const twice = spread.find(({ root }) => flawed(flaws.doubled, root.indicator));
  if (twice) made.push({ ...clause(made.length + 1, twice, flaws.doubled.by), text: '建设庭园经济示范户小庭园' });
  if (targets[0]!.year === 2018 && flaws.orphan.township === code)
    made.push({ no: made.length + 1, indicator: flaws.orphan.indicator, target: flaws.orphan.target, dueMonth: '2018-12', text: flaws.orphan.text, targetId: null, parentLetterId: null, parentNo: null });
  return made;
}

/**
 * The letters of a year: headquarters with sub-commands, lead departments and townships; lead departments with the teams they sent
 * and their first secretaries; townships with exiting villages, the first secretaries there, and resident cadres where it has begun.
 */
function makePapers(roll: Roll, ground: Ground, command: Command, departments: Map<string, Post>, targets: readonly Target[], from: number): Paper[] {
  const visiting = targets.find(({ root }) => root.indicator === VISITS)!;
  const year = targets[0]!.year;
  const papers: Paper[] = [];
  const add = (kind: LetterKind, issuer: PartyKind, by: Post, to: Post, clauses: NewClause[], more: Partial<Paper> = {}) => {
    const paper: Paper = { id: from + papers.length, year, kind, issuer, from: by, to, person: null, division: to.division, line: to.line, clauses, before: null, waiting: false, ...more };
    papers.push(paper);
    return paper;
  };
  const issued = new Map<string, Paper>();
  const commands = new Map(roll.posts.filter(({ kind }) => kind === 'sub-command').map((post) => [post.line!, post]));
  const asPost = (id: number): Post => { const { kind, no = null, division, line = null, zoneNo = null, establishedOn } = roll.posts[id - 1]!; return { id, kind, no, division, zone: zoneNo, line, since: establishedOn }; };
  for (const { code, lead } of LINES) {
    const own = targets.filter(({ root }) => root.line === code);
    add('sub-command', 'headquarters', command.headquarters, asPost(commands.get(code)!.id!), own.map((target, at) => clause(at + 1, target, target.target)));
    for (const [at, name] of lead.entries()) {
      const promised = own.filter((_, each) => each % lead.length === at);
      // Whoever sends teams answers for their visits, whatever the line.
      const all = promised.includes(visiting) ? promised : [...promised, visiting];
      const department = departmentCode(name);
      issued.set(department, add('department', 'headquarters', command.headquarters, departments.get(department)!, all.map((target, no) => clause(no + 1, target, target.target))));
    }
  }
  const teams = new Map(roll.posts.filter(({ kind }) => kind === 'team').map((post) => [post.division, post.id!]));
  const due = villagesDue(ground, year);
  for (const { code } of ground.townships) {
    const clauses = townshipClauses(targets, code);
    const amended = year === 2017 && dice.chance(0.06, 1, Number(code)) ? clauses.map((each) => (each.indicator === 'housing.relocated_households' ? { ...each, target: Math.round(each.target * 1.08) + 2 } : each)) : null;
    const township = add('township', 'headquarters', command.headquarters, command.townshipPosts.get(code)!, clauses, { before: amended });
    const under = (id: IndicatorId) => { const found = clauses.find(({ indicator, targetId }) => indicator === id && targetId !== null)!; return { letter: township.id, no: found.no, target: found.target }; };
    const of = (id: IndicatorId) => targets.find(({ root }) => root.indicator === id)!;
    const visits = under(VISITS);
    if (LETTERS.resident.year === year && (LETTERS.resident.townships as readonly string[]).includes(code))
      for (const { postId, personId } of residents(roll, township.to, teams, year)) add('cadre', 'township', township.to, asPost(postId), [clause(1, visiting, visits.target, visits)], { person: personId });
    for (const { code: village } of due.filter((each) => each.code.startsWith(code))) {
      const team = asPost(teams.get(village)!);
      const [exits, incidence] = [under('poverty.villages_exited'), under('poverty.incidence')];
      add('village', 'township', township.to, team, [clause(1, of('poverty.villages_exited'), 1, exits), clause(2, of('poverty.incidence'), Math.min(2.9, incidence.target), incidence)]);
      add('first-secretary', 'township', township.to, team, [clause(1, of('poverty.villages_exited'), 1, exits), clause(2, visiting, visits.target, visits)],
        { waiting: year === 2018 && Number(village.slice(-3)) % 9 === 1 });
    }
  }
  const exiting = new Set(due.map(({ code }) => code));
  for (const [village, post] of teams) {
    const paper = issued.get(command.departmentOf.get(village)!);
    if (!paper) continue;
    const parent = { letter: paper.id, no: paper.clauses.find(({ indicator }) => indicator === VISITS)!.no };
    const promise = () => [clause(1, visiting, visiting.target, parent)];
    add('team', 'department', paper.to, asPost(post), promise());
    if (!exiting.has(village)) add('first-secretary', 'department', paper.to, asPost(post), promise());
  }
  return papers;
}

/** The cadres who serve in a township's villages from the beginning of a year on. */
function residents(roll: Roll, { division: township }: Post, teams: ReadonlyMap<string, number>, year: number) {
  const posts = new Set([...teams].flatMap(([village, post]) => (village.startsWith(township) ? [post] : [])));
  return roll.appointments.filter(({ postId, duty, startsOn, endsOn }) => duty === 'cadre' && posts.has(postId) && startsOn < `${year}-01-01` && !endsOn);
}

const holders = (roll: Roll, party: PartyKind, post: Post) => roll.appointments.filter((one) => one.postId === post.id && one.duty === PARTIES[party].signs[0]);

/** Who signed for a party on a day. */
function holder(roll: Roll, party: PartyKind, post: Post, day: string): number {
  const found = holders(roll, party, post).find((one) => one.startsOn <= day && (!one.endsOn || one.endsOn > day));
  if (!found) throw new Error(`nobody serves at post ${post.id} on ${day}`);
  return found.personId;
}

/** The day on which a party signed: a vacant post signs when somebody has come. */
function signingDay(roll: Roll, party: PartyKind, post: Post, day: string): string {
  const own = holders(roll, party, post);
  if (own.some((one) => one.startsOn <= day && (!one.endsOn || one.endsOn > day))) return day;
  return own.map(({ startsOn }) => startsOn).filter((start) => start > day).sort()[0] ?? day;
}

function sign(made: Made, roll: Roll, paper: Paper, names: { from: string; to: string }, version: number, last: boolean): void {
  const { id, year, kind, issuer, division, from, to, person } = paper;
  const clauses = last ? paper.clauses : paper.before!;
  const sealed = sealedText({ id, version, year, kind, ...names, division, clauses: withParents(clauses) });
  const day = signingDay(roll, kind, to, version > 1 ? dice.day('2017-07-03', '2017-08-18', 2, id) : dice.day(`${year}-02-05`, `${year}-02-24`, 3, id));
  const [first, second] = [holder(roll, issuer, from, day), person ?? holder(roll, kind, to, day)];
  const at = (step: number) => instant(day, 9 * 60 + step * 45 + dice.between(0, 40, 4, id, step));
  const step = (verb: LetterVerb, personId: number, when: number, note: string | null = null) => made.steps.push({ letterId: id, version, division, at: at(when), personId, verb, note });
  const signed = (side: Side, personId: number, when: number) => made.signatures.push({ letterId: id, version, side, division, personId, hash: sealed.hash, at: at(when) });
  const reason = version > 1 ? LETTER_NOTES.amended : null;
  const waiting = last && paper.waiting;
  step('draft', first, 0, reason);
  step('offer', first, 1);
  step('sign', first, 2);
  signed('from', first, 2);
  if (!waiting) {
    step('conclude', second, 5);
    signed('to', second, 5);
    if (version > 1) made.steps.push({ letterId: id, version: version - 1, division, at: at(5), personId: second, verb: 'supersede', note: null });
  }
  made.versions.push({ letterId: id, no: version, division, state: waiting ? 'offered' : last ? 'signed' : 'superseded', revision: waiting ? 3 : last ? 4 : 5, reason, ...sealed, signedAt: waiting ? null : at(5) });
  made.clauses.push(...clauses.map((each) => ({ letterId: id, version, division, ...each })));
}

/** County targets and letters of 2017 and 2018. Clauses go into drafts only, so the versions get their state last. */
export async function writeLetters(out: Writer, { roll, ground, command, departments, read }: { roll: Roll; ground: Ground; command: Command; departments: Map<string, Post>; read: Readings }): Promise<void> {
  const { rows } = await out.tx.query<{ code: string; name: string }>('select code, name from divisions');
  const places = new Map(rows.map(({ code, name }) => [code, name]));
  const made: Made = { letters: [], versions: [], clauses: [], signatures: [], steps: [] };
  const targets: Target[] = [];
  for (const year of LETTERS.years) {
    const own = makeTargets(read, ground, year, targets.length + 1);
    targets.push(...own);
    for (const paper of makePapers(roll, ground, command, departments, own, made.letters.length + 1)) {
      const place = places.get(paper.division)!;
      const to = { village: place, 'first-secretary': `${place}第一书记`, cadre: paper.person ? `${place}帮扶干部${roll.people[paper.person - 1]!.name}` : '' } as Partial<Record<LetterKind, string>>;
      const names = { from: roll.posts[paper.from.id - 1]!.name, to: to[paper.kind] ?? roll.posts[paper.to.id - 1]!.name };
      if (paper.before) sign(made, roll, paper, names, 1, false);
      sign(made, roll, paper, names, paper.before ? 2 : 1, true);
      const { id, kind, division, line, before, waiting } = paper;
      made.letters.push({ id, year, kind, fromPostId: paper.from.id, toPostId: paper.to.id, toPersonId: paper.person, division, line, latest: before ? 2 : 1, inForce: waiting ? null : before ? 2 : 1 });
    }
  }
  await out.rows(countyTargets, targets.map(({ id, year, root, target }) => ({ id, year, line: root.line, division: COUNTY, indicator: root.indicator, target, dueMonth: `${year}-12`, text: root.text, version: 1 })));
  await out.rows(letters, made.letters);
  await out.rows(letterVersions, made.versions.map((version) => ({ ...version, state: 'draft' as const })));
  await out.rows(letterClauses, made.clauses);
  await out.settled();
  for (const state of ['offered', 'superseded', 'signed'] as const) {
    const keys = made.versions.filter((version) => version.state === state).map(({ letterId, no }) => `${letterId}.${no}`);
    await out.sql(`update letter_versions set state = '${state}' where letter_id || '.' || no = any($1)`, [keys]);
  }
  await out.rows(letterSignatures, made.signatures);
  await out.rows(letterSteps, made.steps.sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime() || a.letterId - b.letterId).map((step, at) => ({ id: at + 1, ...step })));
  await out.settled();
}
