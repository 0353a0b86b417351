import path from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { book } from '@/db/ledger';
import { makeFailedCase } from '@/db/testing/approved-case';
import { fingerprint, seal } from '@/db/vault';
import { makeReliefCase } from '@/db/testing/relief-fixtures';
import { carry, request } from '@/db/testing/request';
import { assign, COUNTY, makeHousehold, makePerson, makeReliefRules, makeTownship, makeVillage, makeZone, making, type MadePerson } from '@/db/testing/fixtures';
import { madeCard, madeIdNumber } from '@/db/testing/numbers';
import { may, REACH, type Right, type Role, ROLE_OF, ROLES } from '@/domain/access';
import type { Duty } from '@/domain/command';
import * as accountActions from '@/features/accounts/actions';
import * as appointmentActions from '@/features/appointments/actions';
import * as assignmentActions from '@/features/assignments/actions';
import * as batchActions from '@/features/batches/actions';
import * as calendarActions from '@/features/calendar/actions';
import * as checklistActions from '@/features/checklists/actions';
import * as fundActions from '@/features/funds/actions';
import * as householdActions from '@/features/households/actions';
import * as lineActions from '@/features/lines/actions';
import * as inboxActions from '@/features/inbox/actions';
import * as letterActions from '@/features/letters/actions';
import * as reliefReviewActions from '@/features/relief-reviews/actions';
import * as reliefActions from '@/features/relief/actions';
import * as publicActions from '@/features/public/actions';
import * as spotCheckActions from '@/features/spot-checks/actions';
import * as visitActions from '@/features/visits/actions';
import { type Cell, ENTRY_POINTS } from '@/server/entry-points';
import { sealSid } from '@/server/session-cookie';
import { openSession } from '@/server/sign-in';

/**
 * The matrix, generated from the policy table: every page, action and handler × every role × own, sibling and other places.
 * Pages, actions and handlers are called as the server calls them, with the role's own session cookie.
 */

const OWN_ORIGIN = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
const PLACES = ['own village', 'sibling village', 'other township', 'other zone'] as const;
/** Where actions are tried. On the embedded engine the nearest and the farthest place speak for those between: it runs the same fence from the same SQL. */
const TRIED = process.env.DATABASE_URL ? [0, 1, 2, 3] : [0, 3];
/** How many of the places, from the nearest on, lie on a role's ground. */
const GROUND = { county: 4, zone: 3, township: 2, village: 1, none: 0 } as const;
const cells = Object.entries(ENTRY_POINTS) as [string, Cell][];
const isRight = (cell: Cell): cell is Right => cell !== 'public' && cell !== 'signed-in';

interface Place { village: string; township: string; household: number; member: number; checklist: number; evidence: number; handover: number; post: number; letter: number; filer: number; helper: number; visit: number; demand: number; relief: number; reliefPerson: number; received: number }
const places: Place[] = [];
const people = {} as Record<Role, MadePerson>;
const cookies = {} as Record<Role, { name: string; value: string }>;
let account: MadePerson;
let target = 0;
let batch = 0;
let donation = 0;
let failed = 0;

const sees = (role: Role, at: number) => at < GROUND[REACH[role].ground];
const opens = (role: Role, at: number) => sees(role, at) && (REACH[role].households === 'all' || (REACH[role].households === 'own' && at === 0));

/** The security administrator appoints too, but not who helps a village. */
const helps = (role: Role, at: number) => role !== 'admin-security' && sees(role, at);

const idNumber = (at: number) => `5199991980010100${at}X`;

async function makePlace(tx: Parameters<Parameters<typeof making>[0]>[0], at: number, village: string, cadre: MadePerson | null): Promise<Place> {
  const one = async (query: ReturnType<typeof sql>) => (await tx.execute<{ id: number }>(query)).rows[0]?.id ?? 0;
  const household = await makeHousehold(tx, village);
  if (cadre) await assign(tx, cadre, household);
  const member = await one(sql`update members set id_hash = ${fingerprint(idNumber(at))} where household_id = ${household} returning id`);
  await tx.execute(sql`update households set phone = ${seal('13900001234', `households:${household}:phone`)} where id = ${household}`);
  const filer = await makePerson(tx, 'first-secretary', { division: village });
  const template = await one(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01') on conflict on constraint checklist_templates_once do update set from_month = excluded.from_month returning id`);
  await tx.execute(sql`insert into template_entries (template_id, no, kind, label, label_en) values (${template}, 1, 'evidence', '佐证', 'Evidence') on conflict do nothing`);
  const checklist = await one(sql`
    insert into checklists (month, template_id, filer_kind, appointment_id, person_id, post_id, division, state)
    values ('2018-01', ${template}, 'first-secretary', ${filer.appointmentId}, ${filer.personId}, ${filer.postId}, ${village}, 'submitted') returning id`);
  const evidence = await one(sql`
    insert into evidence_files (checklist_id, entry_no, division, name, type, size, content, added_by)
    values (${checklist}, 1, ${village}, 'x', 'image/jpeg', 1, 'x', ${filer.personId}) returning id`);
  const handover = await one(sql`insert into handovers (division, to_person_id, reason, made_by) values (${village}, ${filer.personId}, '离岗', ${filer.personId}) returning id`);
  const helper = (await makePerson(tx, 'team-member', { division: village, postId: filer.postId })).appointmentId;
  const visit = await one(sql`
    insert into visits (household_id, person_id, division, visited_on, seen, outcome, recorded_at)
    values (${household}, ${filer.personId}, ${village}, '2018-02-10', 'well', 'noted', county_now()) returning id`);
  const demand = await one(sql`insert into demands (visit_id, household_id, division, kind, raised_on) values (${visit}, ${household}, ${village}, 'water', '2018-02-10') returning id`);
  const issuer = await one(sql`insert into posts (kind, name, division, established_on, abolished_on) values ('township-command', '前指挥部', ${village.slice(0, 9)}, '2014-01-01', '2017-01-01') returning id`);
  const letter = await one(sql`
    insert into letters (year, kind, from_post_id, to_post_id, division) values (2018, 'first-secretary', ${issuer}, ${filer.postId}, ${village}) returning id`);
  await tx.execute(sql`insert into letter_versions (letter_id, no, division) values (${letter}, 1, ${village})`);
  await tx.execute(sql`insert into letter_clauses (letter_id, version, no, division, indicator, target, due_month, text) values (${letter}, 1, 1, ${village}, 'poverty.villages_exited', 1, '2018-12', '退出')`);
  const { id: relief, person: reliefPerson } = await makeReliefCase(tx, village);
  await tx.execute(sql`update relief_cases set phone = ${seal('13900001234', `relief_cases:${relief}:phone`)} where id = ${relief}`);
  const rules = await makeReliefRules(tx);
  const received = await one(sql`
    insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash)
    values (${`JZ2018-900${at}`}, ${village}, '张三', ${`r:${at}`}, 'household', 'illness', '住院', 2018, ${rules}, 'received', ${`r${at}`}) returning id`);
  return { village, township: village.slice(0, 9), household, member, checklist, evidence, handover, post: filer.postId, letter, filer: filer.appointmentId, helper, visit, demand, relief, reliefPerson, received };
}

beforeAll(async () => {
  await making(async (tx) => {
    await makeZone(tx, 1);
    await makeZone(tx, 2);
    const mine = await makeTownship(tx, 1);
    const villages = [await makeVillage(tx, mine), await makeVillage(tx, mine), await makeVillage(tx, await makeTownship(tx, 1)), await makeVillage(tx, await makeTownship(tx, 2))];
    for (const [duty, role] of Object.entries(ROLE_OF) as [Duty, Role][]) {
      const { ground } = REACH[role];
      const division = ground === 'village' ? villages[0] : ground === 'township' ? mine : COUNTY;
      people[role] = await makePerson(tx, duty, { division, ...(ground === 'zone' && { zoneNo: 1 }), ...('lines' in REACH[role] && { line: 'housing' }) });
    }
    for (const [at, village] of villages.entries()) places.push(await makePlace(tx, at, village, at === 0 ? people.cadre : null));
    account = await makePerson(tx, 'county-leader');
    const { rows } = await tx.execute<{ id: number }>(sql`insert into county_targets (year, division, indicator, target, due_month, text) values (2018, ${COUNTY}, 'poverty.villages_exited', 9, '2018-12', '退出贫困村') returning id`);
    target = rows[0]!.id;
    const entry = await book(tx, { deed: 'donation', key: 'donation:matrix', amount: 100, madeBy: null });
    donation = (await tx.execute<{ id: number }>(sql`insert into donations (division, entry_id, receipt_no, kind, given_on, amount) values (${COUNTY}, ${entry}, 'JZS2018000001', 'person', '2018-02-01', 100) returning id`)).rows[0]!.id;
    await tx.execute(sql`insert into installation (key, value) values ('county_code', ${COUNTY}), ('county_name', '剑阁县') on conflict do nothing`);
  });
  ({ batch, failed } = await makeFailedCase(places[0]!.village, people.finance.personId));
  for (const role of ROLES) cookies[role] = await sealSid(await openSession(people[role].accountId, null), new Headers());
});

const as = (role: Role | null, headers: Record<string, string> = OWN_ORIGIN) => {
  carry(role && cookies[role]);
  request.headers = headers;
};
const answered = (run: () => unknown): Promise<string> => Promise.resolve().then(run).then(() => 'shown', (failure: Error) => failure.message);

/** Which row a page with a parameter shows, and who may see that one. */
const SUBJECTS: Record<string, { params: (place: Place, at: number) => Record<string, string>; seen: (role: Role, at: number) => boolean }> = {
  '/admin/people/[id]': { params: () => ({ id: String(account.personId) }), seen: () => true },
  '/admin/appointments/[id]': { params: (place) => ({ id: String(place.helper) }), seen: helps },
  '/assignments/handovers/[id]': { params: (place) => ({ id: String(place.handover) }), seen: sees },
  '/checklists/[id]': { params: (place) => ({ id: String(place.checklist) }), seen: sees },
  '/divisions/[code]': { params: (place) => ({ code: place.village }), seen: sees },
  '/funds/donations/[id]': { params: () => ({ id: String(donation) }), seen: () => true },
  '/relief/batches/[id]': { params: () => ({ id: String(batch) }), seen: () => true },
  '/households/[id]': { params: (place) => ({ id: String(place.household) }), seen: opens },
  '/indicators/[id]': { params: () => ({ id: 'poverty.households_lifted' }), seen: () => true },
  // A cadre sees no letter but their own.
  // Nobody of the cast signs for who issues these.
  '/letters/[id]/split': { params: (place) => ({ id: String(place.letter) }), seen: () => false },
  '/letters/targets/[id]/split': { params: () => ({ id: String(target) }), seen: () => true },
  '/letters/[id]': { params: (place) => ({ id: String(place.letter) }), seen: (role, at) => sees(role, at) && role !== 'cadre' },
  '/relief/[id]': { params: (place) => ({ id: String(place.relief) }), seen: sees },
  '/posts/[id]': { params: (place) => ({ id: String(place.post) }), seen: sees },
  '/relief/[id]/edit': { params: (place) => ({ id: String(place.received) }), seen: sees },
  '/visits/[id]': { params: (place) => ({ id: String(place.visit) }), seen: opens },
  // The first three places lie in zone 1, the last in zone 2; who sees only a part of a zone has no profile of it.
  '/zones/[no]': { params: (_place, at) => ({ no: at === 3 ? '2' : '1' }), seen: (role, at) => (at === 3 ? sees(role, 3) : sees(role, 2)) },
};

const nobodyThere = { id: '2000000000', code: '510823999999', no: '9' };

describe('every page', () => {
  const pages = cells.flatMap(([key, cell]) => (key.startsWith('page ') && isRight(cell) ? [[key.slice(5), cell] as const] : []));

  it.each(pages)('%s asks for %s, and shows only what lies on the ground', async (route, right) => {
    const { default: Page } = (await import(/* @vite-ignore */ path.join(import.meta.dirname, route, 'page.tsx'))) as { default: (props: object) => Promise<unknown> };
    const show = (params: Record<string, string>) => answered(() => Page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }));
    const subject = SUBJECTS[route];
    expect(route.includes('[')).toBe(subject !== undefined);
    as(null);
    expect(await show(subject?.params(places[0] as Place, 0) ?? {})).toMatch(/^REDIRECT \/sign-in/);
    for (const role of ROLES) {
      as(role);
      if (!subject || !may({ roles: [role] }, right)) {
        const expected = may({ roles: [role] }, right) ? 'shown' : 'NOT_FOUND';
        expect(await show(subject?.params(places[0] as Place, 0) ?? {}), `${role} on ${route}`).toBe(expected);
        continue;
      }
      expect(await show({ ...subject.params(places[0] as Place, 0), ...Object.fromEntries(Object.keys(subject.params(places[0] as Place, 0)).map((name) => [name, nobodyThere[name as 'id']])) }), `${role} on nothing at ${route}`).toBe('NOT_FOUND');
      for (const [at, place] of places.entries()) {
        expect(await show(subject.params(place, at)), `${role} on ${route}, ${PLACES[at]}`).toBe(subject.seen(role, at) ? 'shown' : 'NOT_FOUND');
      }
    }
  }, 240_000);
});

const REASON = '矩阵测试用理由';
const PHOTO = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } }).jpeg().toBuffer();
const photo = () => new File([new Uint8Array(PHOTO)], 'visit.jpg', { type: 'image/jpeg' });
/** The cases of the cast wait for their village, whose clerk changed the account before: that was a part of its own. */
const reviewsVillage = (role: Role, at: number) => sees(role, at) && role === 'first-secretary';
const APPLICATION = {
  cause: 'illness', causeText: '户主住院手术，自付三万余元。', year: 2017, worksheet: { wage: '1000', business: '0', property: '0', transfer: '0', cost: '0' }, account: { holder: '王测试', bank: '四川农信', card: madeCard(1) },
};
/** A valid input of each action for a place; whoever has the right and the ground is not refused as forbidden or not found. */
const INPUTS: Record<string, { input: (place: Place, at: number) => object; seen?: (role: Role, at: number) => boolean; personal?: true }> = {
  'accounts.disable': { input: () => ({ id: account.accountId, reason: REASON }) },
  'accounts.enable': { input: () => ({ id: account.accountId, reason: REASON }) },
  'accounts.endSessions': { input: () => ({ id: account.accountId, reason: REASON }) },
  'accounts.openAccount': { input: () => ({ person: account.personId, username: 'new-name', reason: REASON }) },
  'accounts.resetPassword': { input: () => ({ id: account.accountId, reason: REASON }) },
  'appointments.appoint': { input: (place) => ({ post: place.post, duty: 'cadre', person: account.personId, startsOn: '2018-03-01', reason: REASON }), seen: helps },
  'appointments.end': { input: (place) => ({ id: place.helper, was: '', endsOn: '2018-03-01', reason: REASON }), seen: helps },
  'appointments.enterPerson': { input: (place) => ({ post: place.post, duty: 'cadre', name: '新来的人', gender: 'male', newest: 0 }), seen: helps },
  'appointments.replace': { input: (place) => ({ id: place.filer, was: '', person: account.personId, startsOn: '2018-03-01', reason: REASON }), seen: (role, at) => sees(role, at) && (role === 'office' || role === 'leader') },
  'assignments.giveOver': { input: (place) => ({ id: place.handover }), seen: sees, personal: true },
  'assignments.reassign': { input: (place) => ({ moves: [`${place.household}:0:${people.cadre.personId}`], reason: REASON }), seen: opens },
  'assignments.takeOver': { input: (place) => ({ id: place.handover }), seen: sees, personal: true },
  'batches.bounce': { input: () => ({ id: batch, reason: REASON }), seen: (role) => REACH[role].ground === 'county' },
  'batches.close': { input: () => ({ id: batch, version: 99 }), seen: (role) => REACH[role].ground === 'county' },
  'batches.confirmReturn': { input: () => ({ id: batch, no: 1, ref: 'TH00000001' }), seen: (role) => REACH[role].ground === 'county' },
  'batches.dropReturn': { input: () => ({ id: batch, no: 1, reason: REASON }), seen: (role) => REACH[role].ground === 'county' },
  'batches.enterReturn': { input: () => ({ id: batch, no: 1, ref: 'TH00000001', day: '2018-03-02', reason: REASON }), seen: (role) => REACH[role].ground === 'county' },
  'batches.lay': { input: () => ({ was: '', delimiter: 'comma', no: { place: 1, name: '序号' }, holder: { place: 2, name: '户名' }, card: { place: 3, name: '卡号' }, amount: { place: 4, name: '金额' }, case: { place: 5, name: '案件编号' } }) },
  'batches.make': { input: () => ({}) },
  'batches.reinstate': { input: () => ({ id: failed, version: 99, reason: REASON }), seen: (role) => sees(role, 0) },
  'batches.takeBack': { input: () => ({ id: batch, reason: REASON }), seen: (role) => REACH[role].ground === 'county' },
  'batches.takeResult': { input: () => ({ id: batch, file: new File(['H'], '回盘.csv') }), seen: (role) => REACH[role].ground === 'county' },
  'calendar.change': { input: () => ({ from: '2018-03', dueDay: 5, lockDay: 10 }) },
  'checklists.dropEvidence': { input: (place) => ({ id: place.evidence }), seen: sees, personal: true },
  'checklists.comment': { input: (place) => ({ id: place.checklist, entry: 1, text: REASON }), seen: (role, at) => (role === 'office' || role === 'squad') && sees(role, at) },
  'checklists.grantException': { input: (place) => ({ id: place.checklist, until: '2018-02-20', reason: REASON }), seen: sees },
  'checklists.file': { input: (place) => ({ verb: 'submit', id: place.checklist, version: 99 }), seen: sees, personal: true },
  'checklists.review': { input: (place) => ({ verb: 'verify', id: place.checklist, version: 99 }), seen: sees },
  'checklists.verifyPlain': { input: (place) => ({ pick: `${place.checklist}:99` }), seen: sees },
  'lines.setExitThreshold': { input: () => ({ name: 'incidence', from: '2045-01', value: '2', source: REASON, was: '' }) },
  'lines.set': { input: () => ({ year: 2045, scope: 'Sichuan', yuan: '3600', source: REASON, was: '' }) },
  'letters.amend': { input: (place) => ({ id: place.letter, version: 1, reason: REASON }), seen: sees, personal: true },
  'letters.dropClause': { input: (place) => ({ id: place.letter, version: 1, revision: 1, no: 1 }), seen: sees, personal: true },
  'letters.offer': { input: (place) => ({ id: place.letter, version: 1, revision: 1 }), seen: sees, personal: true },
  'letters.saveClause': { input: (place) => ({ id: place.letter, version: 1, revision: 1, indicator: 'poverty.villages_exited', target: '1', dueMonth: '2018-12', text: '退出贫困村' }), seen: sees, personal: true },
  'letters.saveTarget': { input: () => ({ year: 2018, line: '', indicator: 'poverty.villages_exited', target: '9', dueMonth: '2018-12', text: '退出贫困村', version: 99 }) },
  'letters.sign': { input: (place) => ({ id: place.letter, version: 1, hash: '0'.repeat(64) }), seen: sees, personal: true },
  'letters.split': { input: (place) => ({ letter: place.letter, clause: 1, kind: 'village', values: {}, seen: {} }), seen: () => false },
  'letters.start': { input: (place) => ({ year: 2018, kind: 'village', party: String(place.post) }), seen: (role, at) => role === 'township' && at < 2 },
  'letters.withdraw': { input: (place) => ({ id: place.letter, version: 1, revision: 1, reason: REASON }), seen: sees, personal: true },
  'funds.addInterest': { input: () => ({ key: crypto.randomUUID(), amount: '1', day: '2018-02-01', note: REASON }) },
  'funds.collect': { input: () => ({ name: '捐款日', nameEn: 'Day', fromDay: '2018-10-17', toDay: '2018-10-17' }) },
  'funds.donate': { input: () => ({ key: crypto.randomUUID(), donor: '捐款人', kind: 'person', amount: '1', day: '2018-02-01' }) },
  'funds.takeBack': { input: () => ({ id: 1, reason: REASON }) },
  'funds.topUp': { input: () => ({ key: crypto.randomUUID(), amount: '1', day: '2018-02-01', note: REASON }) },
  'households.correctExit': { input: (place) => ({ id: place.household, version: 99, exitedOn: '2017-12-01', reason: REASON }), seen: opens },
  'households.findById': { input: (_place, at) => ({ secretId: idNumber(at) }), seen: opens },
  'households.recordSafeguard': { input: (place) => ({ id: place.household, version: 99, safeguard: 'water', since: '2017-12-01', reason: REASON }), seen: opens },
  'inbox.read': { input: () => ({ id: 1 }), seen: () => false },
  'inbox.readAll': { input: () => ({}) },
  'visits.answer': { input: (place) => ({ id: place.demand, answer: 'solved', text: REASON }), seen: opens },
  'visits.correct': { input: (place) => ({ id: place.visit, version: 99, visitedOn: '2018-02-11', seen: 'well', note: '', reason: REASON }), seen: opens, personal: true },
  'visits.record': { input: (place) => ({ key: crypto.randomUUID(), household: place.household, visitedOn: new Date().toISOString().slice(0, 10), seen: 'well' }), seen: opens },
  'households.unmask': { input: (place) => ({ household: place.household, what: 'phone', reason: REASON }), seen: opens },
  'relief-reviews.answer': { input: (place) => ({ id: place.relief, objection: 2_000_000_000, upheld: 'no', answer: REASON }), seen: () => false },
  'relief-reviews.changeCard': { input: (place) => ({ id: place.relief, holder: place.reliefPerson, bank: '农商银行', secretCard: '6222021234567890128', reason: REASON }), seen: sees },
  'relief-reviews.confirmCard': { input: (place) => ({ id: place.relief, card: 2_000_000_000 }), seen: () => false },
  'relief-reviews.pass': { input: (place) => ({ id: place.relief, version: 99, visitedOn: '2018-03-01', found: REASON, wage: '0', business: '0', property: '0', transfer: '0', cost: '0', photo: photo() }), seen: reviewsVillage },
  'relief-reviews.refuse': { input: (place) => ({ id: place.relief, version: 99, reason: REASON }), seen: reviewsVillage },
  'relief-reviews.revoke': { input: (place) => ({ id: place.relief, version: 99, reason: REASON }), seen: sees, personal: true },
  'relief-reviews.sendBack': { input: (place) => ({ id: place.relief, version: 99, reason: REASON }), seen: reviewsVillage },
  'relief-reviews.setRules': { input: () => ({ fromDay: '2045-01-01', noticeDays: 7, village: 3, township: 3, district: 5, floor: '1000000', topUpDays: 15, cardHours: 72, source: REASON, was: 99 }) },
  'relief-reviews.unmaskObjector': { input: (place) => ({ id: place.relief, objection: 2_000_000_000, reason: REASON }), seen: () => false },
  'relief-reviews.unmask': { input: (place) => ({ id: place.relief, what: 'phone', reason: REASON }), seen: sees },
  'relief.apply': { input: (place) => ({ ...APPLICATION, household: place.household }), seen: opens },
  'relief.complete': { input: (place) => ({ ...APPLICATION, id: place.received, version: 99, household: place.household }), seen: sees },
  'relief.declare': { input: () => ({ relation: 'self', name: '张三', secretId: madeIdNumber(1) }) },
  'relief.findHousehold': { input: (_place, at) => ({ secretId: idNumber(at) }), seen: opens },
  'relief.resubmit': { input: (place) => ({ ...APPLICATION, id: place.received, version: 99, note: REASON }), seen: sees },
  'relief.withdraw': { input: (place) => ({ id: place.received, version: 99, reason: REASON }), seen: sees },
  'public.setOffice': { input: () => ({ contact: REASON, account: '', wasContact: '', wasAccount: '' }) },
  'spot-checks.check': { input: (place) => ({ id: place.checklist, version: 99, result: 'confirmed' }), seen: sees, personal: true },
  'spot-checks.draw': { input: () => ({ month: '2018-01', size: 5 }) },
};

describe('every action', () => {
  const actions: Record<string, Record<string, unknown>> = {
    accounts: accountActions,
    appointments: appointmentActions,
    assignments: assignmentActions,
    batches: batchActions,
    calendar: calendarActions,
    checklists: checklistActions,
    funds: fundActions,
    households: householdActions,
    inbox: inboxActions,
    lines: lineActions,
    letters: letterActions,
    'relief-reviews': reliefReviewActions,
    relief: reliefActions,
    public: publicActions,
    'spot-checks': spotCheckActions,
    visits: visitActions,
  };
  const listed = cells.flatMap(([key, cell]) => (key.startsWith('action ') && isRight(cell) ? [[key.slice(7), cell] as const] : []));

  it('has an input here', () => {
    expect(Object.keys(INPUTS).sort()).toEqual(listed.map(([name]) => name).sort());
  });

  it.each(listed)('%s asks for %s, and changes only what lies on the ground', async (name, right) => {
    const { input, seen = () => true, personal } = INPUTS[name] as (typeof INPUTS)[string];
    const [noun = '', verb = ''] = name.split('.');
    const run = actions[noun]?.[verb] as (given: object) => Promise<{ ok: boolean; code?: string }>;
    const outcome = (at: number) => run(input(places[at] as Place, at)).then((result) => (result.ok ? 'done' : (result.code ?? '')), (failure: Error) => failure.message.replace(/^REDIRECT .*/, 'done'));
    as(null);
    expect(await outcome(0)).toBe('signed-out');
    for (const headers of [{ host: OWN_ORIGIN.host }, { ...OWN_ORIGIN, origin: 'https://elsewhere.example' }] as Record<string, string>[]) {
      as(right.endsWith('manage') ? 'admin-security' : 'office', headers);
      expect(await outcome(0), `${name} from elsewhere`).toBe('forbidden');
    }
    for (const role of ROLES) {
      as(role);
      for (const at of TRIED) {
        const what = `${role} at ${name}, ${PLACES[at]}`;
        const result = await outcome(at);
        if (!seen(role, at)) expect(result, what).toMatch(/^(not-found|forbidden)$/);
        else if (!may({ roles: [role] }, right) || personal) expect(result, what).toBe('forbidden');
        else expect(result, what).toMatch(/^(done|conflict|invalid)$/);
        if (!INPUTS[name]?.seen) break;
      }
    }
  }, 240_000);
});

describe('every handler', () => {
  const SUBJECT: Record<string, Record<string, string>> = { '/api/batches/[id]/file': { id: '2000000000' }, '/api/evidence/[id]': { id: '1' }, '/api/relief/evidence/[id]': { id: '1' }, '/api/relief/visits/[id]': { id: '1' }, '/api/visits/photos/[id]': { id: '1' }, '/indicators/[id]/export': { id: 'poverty.households_lifted' } };
  const handlers = cells.flatMap(([key, cell]) => (/^(GET|POST) /.test(key) && isRight(cell) ? [[key, cell] as const] : []));

  it.each(handlers)('%s asks for %s', async (key, right) => {
    const [method = '', route = ''] = key.split(' ');
    const handler = ((await import(/* @vite-ignore */ path.join(import.meta.dirname, route, 'route.ts'))) as Record<string, (request: Request, context: object) => Promise<Response>>)[method];
    const call = async () => {
      const stop = new AbortController();
      const asked = new Request(`http://127.0.0.1:3000${route}`, { method, headers: request.headers, signal: stop.signal });
      const result = await Promise.resolve(handler?.(asked, { params: Promise.resolve(SUBJECT[route] ?? {}) })).then((response) => String(response?.status), (failure: Error) => failure.message);
      stop.abort();
      return result;
    };
    as(null);
    expect(await call()).toMatch(/^(401|REDIRECT \/sign-in.*)$/);
    for (const role of ROLES) {
      as(role);
      const result = await call();
      if (may({ roles: [role] }, right)) expect(result, `${role} at ${key}`).not.toMatch(/^(401|403|REDIRECT)/);
      else expect(result, `${role} at ${key}`).toMatch(/^(403|404|NOT_FOUND)$/);
    }
  }, 120_000);
});
