import type { Luck } from './relief-deeds';
import { madeCard, madeIdNumber } from './numbers';

const id = '1';
const version = '1';
const reason = '收入与走访不符';
const sheet = { wage: '1000', business: '0', property: '0', transfer: '500.50', cost: '100' };
const worksheet = Object.fromEntries(Object.entries(sheet).map(([kind, yuan]) => [`worksheet.${kind}`, yuan]));
const cause = { cause: 'illness', causeText: '户主住院手术，自付三万余元。', year: '2017', ...worksheet, insist: 'on' };
const home = {
  household: '', phone: '13900001234', 'account.holder': '赵大山', 'account.bank': '四川农信', 'account.card': madeCard(11),
  'people.0.name': '赵大山', 'people.0.relation': 'head', 'people.0.idNumber': madeIdNumber(7_001), 'people.1.name': '赵小山', 'people.1.relation': 'child', 'people.1.idNumber': madeIdNumber(7_002),
};
const income = { key: '11111111-1111-4111-8111-111111111111', amount: '1000.00', day: '2018-03-02', note: '县财政拨款文件1号' };
const columns = Object.fromEntries(['no', 'holder', 'card', 'amount', 'case'].flatMap((name, at) => [[`${name}.place`, String(at + 1)], [`${name}.name`, `列${at}`]]));
const FILE = 'file';

/** Every form of the relief fund by its action or path, as somebody fills it in who means well. `FILE` stands for a file. */
export const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'relief.apply': { ...cause, ...home, evidence: FILE },
  'relief.complete': { id, version, ...cause, ...home, evidence: FILE },
  'relief.resubmit': { id, version, ...cause, note: reason, evidence: FILE },
  'relief.withdraw': { id, version, reason },
  'relief.declare': { relation: 'parent', name: '王大山', secretId: madeIdNumber(7_003) },
  'relief.findHousehold': { secretId: madeIdNumber(7_004), case: '' },
  'relief-reviews.pass': { id, version, visitedOn: '2018-03-02', found: '户主住院归来', 'village-group': 'on', 'resident-cadre': 'on', explained: 'on', ...sheet, explanation: '走访核实后的数目', photo: FILE },
  'relief-reviews.sendBack': { id, version, reason },
  'relief-reviews.refuse': { id, version, reason },
  'relief-reviews.revoke': { id, version, reason },
  'relief-reviews.answer': { id, objection: '1', upheld: 'no', answer: '已经入户核实' },
  'relief-reviews.changeCard': { id, holder: '1', bank: '农业银行', reason, secretCard: madeCard(12) },
  'relief-reviews.confirmCard': { id, card: '1' },
  'relief-reviews.unmask': { id, what: 'card', row: '1', reason },
  'relief-reviews.unmaskObjector': { id, objection: '1', reason },
  'relief-reviews.setRules': { fromDay: '2018-04-01', noticeDays: '7', village: '5', township: '5', district: '5', floor: '1000000', topUpDays: '30', cardHours: '72', source: '县办法', was: '1' },
  'batches.make': {},
  'batches.close': { id, version },
  'batches.takeBack': { id, reason },
  'batches.bounce': { id, reason },
  'batches.enterReturn': { id, no: '1', ref: 'TH00000001', day: '2018-03-02', reason },
  'batches.dropReturn': { id, no: '1', reason },
  'batches.confirmReturn': { id, no: '1', ref: 'TH00000001' },
  'batches.reinstate': { id, version, reason },
  'batches.lay': { was: '[]', delimiter: 'comma', ...columns },
  'batches.takeResult': { id, file: FILE },
  'funds.donate': { key: income.key, anonymous: 'on', donor: '爱心企业', kind: 'enterprise', amount: '1000', day: '2018-03-02', campaign: '' },
  'funds.topUp': income,
  'funds.addInterest': income,
  'funds.takeBack': { id, reason },
  'funds.collect': { name: '扶贫日募捐', nameEn: 'Day of giving', fromDay: '2018-03-01', toDay: '2018-03-31' },
  'public.setOffice': { contact: '0839-6600000', account: '剑阁县救助基金', wasContact: '', wasAccount: '' },
  'POST /public/apply': { key: income.key, village: '510823100201', name: '赵大山', idNumber: madeIdNumber(7_005), phone: '13800001111', cause: 'illness', text: '家人住院花费很多，请求救助。' },
  'POST /public/follow': { code: 'ABCD-EFGH-JKMN', verb: 'withdraw', version, reason },
  'POST /public/notices/1': { text: '请核实这户的收入情况', name: '', phone: '' },
  'POST /api/batches/results': { batch: id, file: FILE },
  'POST /api/batches/1/file': {},
  'POST /api/relief/evidence': { id, file: FILE },
};
export const FORM_NAMES = Object.keys(FORMS);

const WORDS = [
  '', ' ', '0', '-1', '1', '2', '1.5', '1e3', '1e400', 'NaN', 'Infinity', '0x10', '2147483647', '2147483648', '9007199254740993', '99999999999999999999', '-0', '１２', '٣', '1,000', '¥5', '=1+1', 'null', 'undefined', 'true', '[]', '{}', 'on',
  '2018-02-30', '0000-00-00', '9999-12-31', '10000-01-01', '2018-03-02T00:00:00Z', '-2018-01-01', "'; drop table relief_cases; --", '<script>alert(1)</script>', '%00', '../../etc/passwd', '\u0000', 'a\u0000b', '\ud800', '\udfff字', '\u202e倒', '👨‍👩‍👧', '字'.repeat(300), 'x'.repeat(5_000),
  '\r\n', '\u2028', '__proto__', 'constructor', 'toString', '$1', '$K1', '$@1', '11111111-1111-4111-8111-111111111111', '00000000-0000-0000-0000-000000000000', '510823100201', madeIdNumber(7_001), madeCard(13), 'head', 'spouse', 'illness', 'flood',
];
const NAMES = ['__proto__', 'constructor', '__proto__.x', 'constructor.prototype', 'a', 'id.x', 'id.0', 'version.', '.id', 'people', 'people.x', 'people.0', 'people.99.name', 'people.0.name.x', 'people.0.__proto__', 'worksheet', 'worksheet.wage.x', 'account', 'evidence.0', 'photo.x', '$ACTION_KEY', '$ACTION_ID_0', 'toString', 'length', 'verb', ''];
const MANY = 3_000;

/** Bytes of a file that is none, or none that anybody can use. */
export function badFile(luck: Luck): Uint8Array {
  const text = (words: string) => new TextEncoder().encode(words);
  return luck.pick([
    () => new Uint8Array(), () => Uint8Array.from({ length: luck.of(400) }, () => luck.of(256)), () => text('%PDF-1.4'), () => text('%PDF-1.4 x %%EOF'), () => Uint8Array.from([0xff, 0xd8, 0xff, ...Array.from({ length: 50 }, () => luck.of(256))]),
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 255, 255, 255, 255, 255, 255, 255, 255, 8, 6, 0, 0, 0]),
    () => text('H,PC20180302-01,0\r\n序号,案件编号,金额,结果,原因,银行流水号\r\nT,0,0.00,0,0.00\r\n'), () => text('H,,\n'.repeat(luck.of(200))), () => text('x'.repeat(20_000)), () => Uint8Array.from([0xef, 0xbb, 0xbf, 0xc3, 0x28]),
  ])();
}

/** One field of a body: a text, or the bytes of a file. */
export type Field = readonly [name: string, value: string | Uint8Array];

/** A body of this form with something wrong in it, now and then all right: fields spoiled, missing, twice, nested, of other names, files for texts and texts for files. */
export function badBody(form: string, luck: Luck): Field[] {
  const how = luck();
  const spoiled = how < 0.15 ? 0.02 : how < 0.6 ? 0.15 : 0.6;
  const fields: Field[] = [];
  for (const [name, value] of Object.entries(FORMS[form] ?? {})) {
    const meant: string | Uint8Array = value === FILE ? badFile(luck) : value;
    const way = luck() < spoiled ? luck.of(7) : -1;
    if (way === 0) continue;
    if (way === 1) fields.push([name, badFile(luck)]);
    else if (way === 2) fields.push([name, meant], [name, luck.pick(WORDS)]);
    else if (way === 3) fields.push([`${name}.${luck.pick(NAMES)}`, luck.pick(WORDS)]);
    else fields.push([name, way < 0 ? (/^(id|version|holder|objection|card|notice|row)$/.test(name) ? String(1 + luck.of(12)) : meant) : luck.pick(WORDS)]);
  }
  while (luck() < 0.25) fields.push([luck.pick(NAMES), luck() < 0.9 ? luck.pick(WORDS) : badFile(luck)]);
  if (luck() < 0.004) for (let at = 0; at < MANY; at++) fields.push([`people.${at}.name`, '赵']);
  return fields;
}

/** The same fields as a form. */
export function formOf(fields: readonly Field[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, typeof value === 'string' ? value : new File([new Uint8Array(value)], '文件.png', { type: 'image/png' }));
  return form;
}

/** What React makes of a value that a script kept to itself: whoever looks into it is refused by an error. */
const keptBack = (): unknown => new Proxy(() => {}, {
  get: (_, name) => {
    if (typeof name === 'symbol' || name === 'toJSON') return undefined;
    throw new Error('cannot be looked into');
  },
});

/** Something that no form would send, for an action that is called by a script. */
export function badValue(luck: Luck, deep = 0): unknown {
  const way = luck.of(deep > 3 ? 6 : 9);
  if (luck() < 0.05) return keptBack();
  if (way < 3) return luck.pick(WORDS);
  if (way < 6) return luck.pick([null, undefined, true, 0, -1, 1.5, 1e300, Number.NaN, new Date(Number.NaN), 12n, new Uint8Array(3)]);
  if (way === 6) return Array.from({ length: luck.of(4) }, () => badValue(luck, deep + 1));
  const names = [...Object.keys(FORMS[luck.pick(FORM_NAMES)] ?? {}).map((name) => name.split('.')[0]!), ...NAMES.slice(0, 3)];
  return Object.fromEntries(Array.from({ length: luck.of(8) }, () => [luck.pick(names), badValue(luck, deep + 1)]));
}
