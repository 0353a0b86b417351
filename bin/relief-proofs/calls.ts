import { isGivenUp, RELIEF_CAUSES, type ReliefState } from '@/domain/relief';
import { shownReceipt } from '@/domain/receipt';
import { daysAfter } from '@/domain/day';
import type { Luck } from '@/db/testing/relief-deeds';
import { madeCard } from '@/db/testing/numbers';
import { resultFile } from './bank';
import type { Duty, Home, Person, ReliefCounty } from './county';
import type { SeenBatch, SeenCase, Sheet, Sight } from './sight';

export const CALLS = [
  'apply', 'receive', 'complete', 'resubmit', 'withdraw', 'withdraw-by-receipt', 'pass', 'send-back', 'refuse', 'revoke', 'object', 'answer', 'change-card', 'confirm-card',
  'make', 'void', 'send', 'import', 'bounce', 'close', 'enter-return', 'drop-return', 'confirm-return', 'reinstate', 'top-up', 'interest', 'donate', 'take-back',
] as const;
export type CallName = (typeof CALLS)[number];

/** One attempt: what is sent, by whom (null: the public), about which case or batch. Fields are as a form has them; a file is its bytes. */
export interface Call {
  readonly name: CallName;
  readonly who: Person | null;
  readonly about: number;
  readonly village: string;
  readonly fields: Readonly<Record<string, string | Uint8Array>>;
}

type Asked = { county: ReliefCounty; sight: Sight; luck: Luck };
type On = Asked & { its: SeenCase; batch: SeenBatch | undefined };
type Fields = Call['fields'];

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const newSheet = (luck: Luck): Sheet => ({ wage: luck.of(150_000), business: luck.of(120_000), property: luck.of(5_000), transfer: luck.of(60_000), cost: luck.of(90_000) });
const sheetFields = (sheet: Sheet, prefix = ''): Fields => Object.fromEntries(Object.entries(sheet).map(([kind, fen]) => [`${prefix}${kind}`, yuan(fen)]));
/** One screen in twelve is old. */
const version = (seen: number, luck: Luck): string => String(luck() < 0.08 ? Math.max(1, seen - 1) : seen);
const cause = (luck: Luck): Fields => ({ cause: luck.pick(RELIEF_CAUSES), causeText: '户主住院手术，自付三万余元。', year: '2017', ...sheetFields(newSheet(luck), 'worksheet.') });
const uuid = (luck: Luck): string => `${[8, 4].map((length) => digits(luck, length)).join('-')}-4${digits(luck, 3)}-8${digits(luck, 3)}-${digits(luck, 12)}`;
const digits = (luck: Luck, length: number): string => Array.from({ length }, () => luck.of(10)).join('');

function household(home: Home, luck: Luck): Fields {
  const account = { 'account.holder': luck.pick(home.people).name, 'account.bank': '四川农信', 'account.card': home.registered === null ? madeCard(luck.of(40_000)) : '' };
  if (home.registered !== null) return { ...account, household: String(home.registered), phone: '' };
  const people = home.people.flatMap(({ name, idNumber }, no) => [[`people.${no}.name`, name], [`people.${no}.relation`, no === 0 ? 'head' : 'child'], [`people.${no}.idNumber`, idNumber]]);
  return { ...account, household: '', phone: '13900001234', ...Object.fromEntries(people) };
}

const homeIn = ({ county, luck }: Asked, village: string): Home => luck.pick(county.homes.filter((home) => home.village === village));
/** The home that sent a case in, mostly: its head is the case's first person. */
const homeOf = (on: On): Home => (on.luck() < 0.9 ? on.county.homes.find(({ people: [head] }) => head!.name === on.its.head) : undefined) ?? homeIn(on, on.its.division);
const reason = (luck: Luck) => ({ reason: luck.pick(['收入与走访不符', '材料不齐，请补充', '家庭另有收入来源']) });
/** One of a batch's payments, mostly one that reached its card. */
const paidLine = ({ batch, luck }: On): Fields => {
  const paid = batch?.lines.filter(({ state }) => state === 'paid') ?? [];
  return { id: String(batch?.id ?? 1), no: String((paid.length > 0 && luck() < 0.9 ? luck.pick(paid).no : 1 + luck.of(3))) };
};
const idOf = ({ its, luck }: On): Fields => ({ id: String(its.id), version: version(its.version, luck) });

/** What each call sends, of the case or batch it is about. */
const FIELDS: Readonly<Record<CallName, (on: On) => Fields>> = {
  apply: (on) => ({ ...cause(on.luck), ...household(homeIn(on, on.its.division), on.luck), evidence: PDF, ...(on.luck() < 0.1 && { insist: 'on' }) }),
  receive: (on) => {
    const { name, idNumber } = homeIn(on, on.its.division).people[0]!;
    return { key: uuid(on.luck), village: on.its.division, name, idNumber, phone: '13800001111', cause: on.luck.pick(RELIEF_CAUSES), text: '家人住院花费很多，请求救助。' };
  },
  complete: (on) => ({ ...idOf(on), ...cause(on.luck), ...household(homeOf(on), on.luck), evidence: PDF }),
  resubmit: (on) => ({ ...idOf(on), ...cause(on.luck), note: '按村里核实的更正', evidence: PDF }),
  withdraw: (on) => ({ ...idOf(on), ...reason(on.luck) }),
  'withdraw-by-receipt': (on) => ({ code: shownReceipt(on.county.receipts.get(on.its.id) ?? '0123456789AB'), version: version(on.its.version, on.luck), reason: '不再需要', verb: 'withdraw' }),
  pass: (on) => {
    const { its: { sheet }, luck, sight: { today } } = on;
    const own = sheet === null || luck() < 0.08 ? newSheet(luck) : sheet;
    return { ...idOf(on), visitedOn: luck() < 0.95 ? today : daysAfter(today, luck.pick([-3, 1])), found: '户主住院归来，自付三万余元。', 'village-group': 'on', explained: 'on', ...sheetFields(own), explanation: luck() < 0.8 ? '走访核实后的数目' : '', photo: PNG };
  },
  'send-back': (on) => ({ ...idOf(on), ...reason(on.luck) }),
  refuse: (on) => ({ ...idOf(on), ...reason(on.luck) }),
  revoke: (on) => ({ ...idOf(on), ...reason(on.luck) }),
  object: ({ its, luck }) => ({ notice: String(its.notice ?? 1), text: `请核实这户的收入 ${digits(luck, 6)}`, name: '', phone: '' }),
  answer: ({ its, luck }) => ({ id: String(its.id), objection: String(its.objections.at(-1) ?? 1 + luck.of(20)), upheld: luck() < 0.1 ? 'yes' : 'no', answer: '已经入户核实，情况属实。' }),
  'change-card': ({ its, luck }) => ({ id: String(its.id), holder: String(luck.pick(its.people) ?? 1), bank: '农业银行剑阁支行', reason: '原卡已挂失', secretCard: madeCard(luck.of(40_000)) }),
  'confirm-card': ({ its, luck }) => ({ id: String(its.id), card: String(its.card ?? 1 + luck.of(30)) }),
  make: () => ({}),
  void: ({ batch, luck }) => ({ id: String(batch?.id ?? 1), ...reason(luck) }),
  send: ({ batch }) => ({ id: String(batch?.id ?? 1) }),
  import: ({ batch, sight, luck }) => ({ id: String(batch?.id ?? 1), file: resultFile(batch, sight, luck) }),
  bounce: ({ batch, luck }) => ({ id: String(batch?.id ?? 1), ...reason(luck) }),
  close: ({ batch, luck }) => ({ id: String(batch?.id ?? 1), version: version(batch?.version ?? 1, luck) }),
  'enter-return': (on) => ({ ...paidLine(on), ref: `TH${digits(on.luck, 8)}`, day: on.sight.today, reason: '收款户注销，银行退汇' }),
  'drop-return': (on) => ({ ...paidLine(on), ...reason(on.luck) }),
  'confirm-return': (on) => {
    const fields = paidLine(on);
    return { ...fields, ref: on.batch?.lines.find(({ no }) => String(no) === fields.no)?.returnRef ?? 'TH00000001' };
  },
  reinstate: (on) => ({ ...idOf(on), reason: '换了新卡，重新发放' }),
  'top-up': ({ luck, sight: { today } }) => ({ key: uuid(luck), amount: yuan(100_000 + luck.of(900_000)), day: today, note: '县财政拨款文件1号' }),
  interest: ({ luck, sight: { today } }) => ({ key: uuid(luck), amount: yuan(1 + luck.of(9_000)), day: today, note: '银行利息清单' }),
  donate: ({ luck, sight: { today } }) => ({ key: uuid(luck), ...(luck() < 0.3 ? { anonymous: 'on', donor: '' } : { donor: '爱心企业' }), kind: 'enterprise', amount: yuan(100_000 + luck.of(500_000)), day: today, campaign: '' }),
  'take-back': ({ luck, sight: { income } }) => ({ id: String(luck.pick(income) ?? 1), reason: '录入有误，冲回' }),
};

/** What a case waits for, how often of ten, and who does it. */
const NEXT: Readonly<Record<ReliefState, readonly (readonly [often: number, name: CallName, duty: Duty | null])[]>> = {
  received: [[8, 'complete', 'clerk'], [1, 'withdraw-by-receipt', null], [1, 'withdraw', 'clerk']],
  applied: [[8, 'pass', 'secretary'], [1, 'send-back', 'secretary'], [0.5, 'refuse', 'secretary'], [0.5, 'withdraw', 'clerk']],
  reviewed: [[8, 'pass', 'township'], [1, 'send-back', 'township'], [0.5, 'refuse', 'township'], [0.5, 'withdraw-by-receipt', null]],
  noticed: [[7, 'pass', 'district'], [1, 'object', null], [0.6, 'send-back', 'district'], [0.4, 'refuse', 'district'], [1, 'change-card', 'clerk']],
  approved: [[7, 'make', 'finance'], [2, 'confirm-card', 'township'], [0.5, 'change-card', 'clerk'], [0.5, 'revoke', 'district']],
  batched: [[4, 'send', 'finance'], [6, 'import', 'finance'], [0.6, 'void', 'finance'], [0.4, 'bounce', 'finance']],
  failed: [[4, 'change-card', 'clerk'], [5, 'reinstate', 'finance'], [1, 'revoke', 'district']],
  returned: [[9, 'resubmit', 'clerk'], [1, 'withdraw', 'clerk']],
  paid: [[5, 'close', 'finance'], [3, 'apply', 'clerk'], [2, 'import', 'finance'], [1, 'enter-return', 'finance'], [1, 'confirm-return', 'finance']],
  refused: [[10, 'apply', 'clerk']],
  withdrawn: [[8, 'apply', 'clerk'], [2, 'receive', null]],
};

/** What comes before everything else: an objection is answered, a changed account is confirmed. */
function nextOf({ state, objections, card }: SeenCase, luck: Luck): readonly [CallName, Duty | null] {
  if (state === 'noticed' && objections.length > 0 && luck() < 0.6) return ['answer', 'inspector'];
  if ((state === 'approved' || state === 'failed') && card !== null && luck() < 0.6) return ['confirm-card', 'township'];
  let left = luck() * NEXT[state].reduce((sum, [often]) => sum + often, 0);
  const [, name, duty] = NEXT[state].find(([often]) => (left -= often) < 0) ?? NEXT[state][0]!;
  return [name, duty];
}

/** Whom the place and the duty name; of several, any. */
const whose = ({ county, luck }: Asked, duty: Duty, division: string): Person => {
  const all = county.people[duty];
  const at = county.villages.indexOf(division);
  return duty === 'clerk' || duty === 'secretary' ? all[at]! : duty === 'township' ? luck.pick(all.filter((_, no) => no % 2 === at)) : luck.pick(all);
};

/** One of the cases that come first at a desk: those nearest to the money, and of the noticed those whose days are over. */
function furthest({ luck }: Asked, alive: readonly SeenCase[]): SeenCase {
  const near = alive.filter(({ state, posted }) => state === 'approved' || state === 'batched' || state === 'failed' || (state === 'noticed' && posted));
  return luck.pick(near.length > 0 ? near : alive);
}

const noCase = (division: string): SeenCase => ({ id: 1, state: 'withdrawn', version: 1, division, head: '', people: [], sheet: null, notice: null, posted: false, objections: [], card: null });

/**
 * What brings the first cases onto the notice, desk by desk, so that there is something to pay from the first day on. Each desk sees
 * what the one before did.
 */
export const DESKS = ['clerk', 'secretary', 'township'] as const;
export function deskCalls(asked: Asked, desk: (typeof DESKS)[number]): Call[] {
  const cases = desk === 'clerk' ? [...asked.county.villages, ...asked.county.villages, ...asked.county.villages, ...asked.county.villages].map(noCase) : asked.sight.cases;
  const name = desk === 'clerk' ? 'apply' : 'pass';
  return cases.map((its) => ({ name, who: whose(asked, desk, its.division), about: its.id, village: its.division, fields: FIELDS[name]({ ...asked, its, batch: undefined }) }));
}

/** The next attempt of one of many people: mostly what a case waits for, by who does it; else anything, by anybody. */
export function nextCall(asked: Asked): Call {
  const { county, sight, luck } = asked;
  const division = luck.pick(county.villages);
  const everybody = Object.values(county.people).flat();
  const alive = sight.cases.filter(({ state }) => !isGivenUp(state));
  const begin = alive.length < 6 || luck() < 0.05;
  const its = begin ? noCase(division) : luck() < 0.5 ? furthest(asked, alive) : luck.pick(luck() < 0.9 ? alive : sight.cases);
  const open = sight.batches.filter(({ state }) => state !== 'closed' && state !== 'void');
  const batch = luck.pick(luck() < 0.9 && open.length > 0 ? open : sight.batches);
  const onWay = begin || luck() < 0.75;
  const [name, duty] = onWay ? nextOf(its, luck) : ([luck.pick(CALLS), 'finance'] as const);
  const isPublic = duty === null || name === 'object' || name === 'receive' || name === 'withdraw-by-receipt';
  const who = isPublic ? null : onWay && luck() < 0.93 ? whose(asked, duty, its.division) : luck.pick(everybody);
  return { name, who, about: BATCH_CALLS.has(name) ? (batch?.id ?? 1) : its.id, village: its.division, fields: FIELDS[name]({ ...asked, its, batch }) };
}

const BATCH_CALLS: ReadonlySet<CallName> = new Set(['make', 'void', 'send', 'import', 'bounce', 'close', 'enter-return', 'drop-return', 'confirm-return']);

export const PDF = new TextEncoder().encode('%PDF-1.4 bill %%EOF');
export const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (sign) => sign.charCodeAt(0));
