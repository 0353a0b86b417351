import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealNext } from '@/db/audit-seals';
import { asSystem } from '@/db/fence';
import { book } from '@/db/ledger';
import { makeTownship, makeVillage, making } from '@/db/testing/fixtures';
import { asOwner, makeNotice } from '@/db/testing/open-notice';
import { request } from '@/db/testing/request';
import { GET as donate } from './donate/route';
import { GET as follow, POST as followWith } from './follow/route';
import { GET as fund } from './fund/route';
import { GET as apply, POST as applyWith } from './apply/route';
import { GET as notices } from './notices/route';
import { GET as noticePage, POST as objectTo } from './notices/[id]/route';

/** Who asks from now on, and in which language. */
const askFrom = (address: string) => void (request.headers = { 'x-forwarded-for': address });
const reads = (locale: string) => void (request.cookies = { locale });

const SITE = 'http://127.0.0.1:3000';
const BUDGET = 60 * 1024;
const SHEET = gzipSync(readFileSync('public/public.css')).length;

const get = (path: string) => new Request(`${SITE}${path}`);
const post = (path: string, form: Record<string, string>, origin = SITE) =>
  new Request(`${SITE}${path}`, { method: 'POST', headers: { host: '127.0.0.1:3000', origin, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form) });
const params = (id: number | string) => ({ params: Promise.resolve({ id: String(id) }) });
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const weight = (html: string) => SHEET + gzipSync(html).length;

let near: string;
let far: string;
let township: string;
let address = 1;
const CANARY = { name: '鸦雀三十七', id: '519999198202020030', card: '6222021234567890128', phone: '13987650042' };

beforeAll(async () => {
  await making(async (tx) => {
    township = await makeTownship(tx);
    near = await makeVillage(tx, township);
    far = await makeVillage(tx, await makeTownship(tx));
    await tx.execute(sql`insert into installation (key, value) values ('county_name', '剑阁县') on conflict do nothing`);
  });
});
beforeEach(() => {
  reads('zh-CN');
  askFrom(`203.0.113.${(address += 1)}`);
});

describe('the list of notices', () => {
  it('shows what hangs out now, by township, and for no longer than it hangs', async () => {
    await asOwner(async (query) => {
      await makeNotice(query, { village: near, headName: '甲在榜', closes: '30 seconds' });
      await makeNotice(query, { village: far, headName: '乙在榜' });
      await makeNotice(query, { village: near, headName: '丙过期', opens: '-8 days', closes: '-1 second' });
      await makeNotice(query, { village: near, headName: '丁未到', opens: '1 hour' });
    });
    const answer = await notices(get('/public/notices'));
    const html = await answer.text();
    expect([html.includes('甲**'), html.includes('乙**'), html.includes('丙**'), html.includes('丁**')]).toEqual([true, true, false, false]);
    expect(Number(/^public, max-age=(\d+)$/.exec(answer.headers.get('cache-control') ?? '')?.[1])).toBeLessThanOrEqual(30);
    const there = await text(notices(get(`/public/notices?township=${township}`)));
    expect([there.includes('甲**'), there.includes('乙**')]).toEqual([true, false]);
    for (const odd of ['?township=x', '?township=510823999', '?before=0', "?before=1'--", '?township=%00']) expect((await notices(get(`/public/notices${odd}`))).status).toBe(200);
  });

  it('goes on page by page, each once, and stays small', async () => {
    await asOwner(async (query) => {
      for (let no = 0; no < 65; no += 1) await makeNotice(query, { village: near, headName: `戊${no}` });
    });
    const seen: string[] = [];
    let path: string | undefined = `/public/notices?township=${township}`;
    for (let page = 0; path && page < 5; page += 1) {
      const html: string = await text(notices(get(path)));
      expect(weight(html)).toBeLessThan(BUDGET / 5);
      seen.push(...[...html.matchAll(/\/public\/notices\/(\d+)/g)].map(([, id]) => id ?? ''));
      path = /href="([^"]*before=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.length).toBe(66);
    expect(new Set(seen).size).toBe(66);
  });
});

describe('a notice', () => {
  it('is read, printed and objected to; what is over, to come or never was answers alike', async () => {
    const { notice } = await asOwner((query) => makeNotice(query, { village: near }));
    const over = await asOwner((query) => makeNotice(query, { village: near, opens: '-8 days', closes: '-1 second' }));
    const answer = await noticePage(get(`/public/notices/${notice}`), params(notice));
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(words(html)).toContain('¥6,300.00');
    expect(weight(html)).toBeLessThan(BUDGET / 5);
    const gone = await Promise.all([over.notice, 2_000_000_000, 'x', '-1', '1e3', "1'"].map(async (id) => {
      const response = await noticePage(get(`/public/notices/${id}`), params(id));
      return `${response.status} ${response.headers.get('cache-control')} ${(await response.text()).replace(/name="return" value="[^"]*"/, '')}`;
    }));
    expect(new Set(gone).size).toBe(1);
    expect(gone[0]).toMatch(/^404 no-store/);
    expect((await objectTo(post(`/public/notices/${over.notice}`, { text: '公示结束之后才写的异议内容' }), params(over.notice))).status).toBe(404);
  });

  it('takes an objection and leads back; a refused one keeps what was typed, escaped', async () => {
    const { notice, caseId } = await asOwner((query) => makeNotice(query, { village: near }));
    const sent = await objectTo(post(`/public/notices/${notice}`, { text: '他家去年买了新车，收入没有算全。', name: '', phone: '' }), params(notice));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/public/notices/${notice}?sent=1`]);
    expect(words(await text(noticePage(get(`/public/notices/${notice}?sent=1`), params(notice))))).toContain('异议已收到');
    const typed = '"><script>x</script>';
    const refused = await objectTo(post(`/public/notices/${notice}`, { text: '短', name: typed }), params(notice));
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('至少 10 个字');
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    const { rows } = await asSystem('job', (tx) => tx.execute(sql`select text from relief_objections where case_id = ${caseId}`));
    expect(rows).toHaveLength(1);
  });

  it('takes ten an hour from one address, and says so with nothing lost', async () => {
    const { notice } = await asOwner((query) => makeNotice(query, { village: near }));
    const statuses: number[] = [];
    for (let no = 0; no < 11; no += 1) statuses.push((await objectTo(post(`/public/notices/${notice}`, { text: `第${no}次写的异议，内容各不相同。` }), params(notice))).status);
    expect(statuses).toEqual([...Array<number>(10).fill(303), 429]);
    const html = await text(objectTo(post(`/public/notices/${notice}`, { text: '第十二次写的异议，还在这一页。' }), params(notice)));
    expect(html).toContain('第十二次写的异议，还在这一页。');
    expect(words(html)).toContain('每小时最多提交 10 次');
    askFrom('198.51.100.7');
    expect((await objectTo(post(`/public/notices/${notice}`, { text: '另一个地方的人写的异议内容。' }), params(notice))).status).toBe(303);
  });

  it.each([['another site', 'https://elsewhere.example'], ['nowhere', 'null']])('takes nothing from %s', async (_where, origin) => {
    const { notice } = await asOwner((query) => makeNotice(query, { village: near }));
    expect((await objectTo(post(`/public/notices/${notice}`, { text: '从别的网站发来的异议内容' }, origin), params(notice))).status).toBe(403);
    expect((await objectTo(post(`/public/notices/${notice}`, { text: '长'.repeat(40_000) }), params(notice))).status).toBe(413);
  });
});

describe('applying and following', () => {
  const person = { name: '赵新来', idNumber: '519999197203030041', phone: '13900004321', cause: 'illness', text: '家里老人住院，花了四万多元。' };
  const form = (changed: Record<string, string> = {}) => ({ key: crypto.randomUUID(), village: near, ...person, ...changed });
  const number = (start: string) => start.slice(0, 17) + '10X98765432'[[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weigh, at) => sum + weigh * Number(start[at]), 0) % 11];
  const path = () => `/public/apply?township=${township}`;

  it('goes from the township to a receipt code, shown once, with nothing of the ID number', async () => {
    expect(await text(apply(get('/public/apply')))).toContain(`value="${township}"`);
    const page = await text(apply(get(path())));
    expect(page).toContain(`value="${near}"`);
    expect(weight(page)).toBeLessThan(BUDGET / 5);
    const idNumber = number(person.idNumber);
    const answer = await applyWith(post(path(), form({ idNumber })));
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(html).not.toContain(idNumber);
    expect(html).not.toContain(person.phone);
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
    const followed = await followWith(post('/public/follow', { code: code.toLowerCase() }));
    const told = words(await followed.text());
    expect([followed.status, followed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(told).toContain('赵*来');
    expect(told).not.toMatch(new RegExp(`${person.name}|${idNumber}|${person.phone}`));
    const version = 1;
    const withdrawn = await text(followWith(post('/public/follow', { code, verb: 'withdraw', version: String(version), reason: '不用了' })));
    expect(words(withdrawn)).toContain('申请已撤回');
    const again = await followWith(post('/public/follow', { code, verb: 'withdraw', version: String(version), reason: '不用了' }));
    expect(again.status).toBe(409);
  });

  it('keeps what was typed beside what is wrong', async () => {
    const answer = await applyWith(post(path(), form({ idNumber: '519999197203030040', text: '短' })));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const kept of [person.name, person.phone, '519999197203030040', '短']) expect(html).toContain(kept);
    expect(html).toContain('身份证号不对');
    expect(html).toMatch(new RegExp(`<option value="${near}" selected`));
  });

  it('takes five applications an hour from one address', async () => {
    const statuses: number[] = [];
    for (let no = 0; no < 6; no += 1) statuses.push((await applyWith(post(path(), form({ idNumber: number(`51999919700101${String(no).padStart(3, '0')}0`) })))).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('answers a wrong code and one that nobody has alike, ten times an hour', async () => {
    const answers: string[] = [];
    for (const code of ['x', 'ABCD-EFGH-JKMN', '0000 0000 0000', '', '收据', 'ABCD-EFGH-JKMN', '1', '2', '3', '4', 'ABCD-EFGH-JKMN']) {
      const answer = await followWith(post('/public/follow', { code }));
      answers.push(`${answer.status} ${(await answer.text()).replace(/(name="code"[^>]*) value="[^"]*"/, '$1')}`);
    }
    expect(new Set(answers.slice(0, 10)).size).toBe(1);
    expect(answers[0]).toMatch(/^404/);
    expect(answers[10]).toMatch(/^429/);
    expect((await follow()).status).toBe(200);
  });
});

describe('the fund’s books', () => {
  it('say how it stands, who gave, whom it helped and how it checks, in both languages', async () => {
    await asOwner(async (query) => {
      const [one] = await query<{ id: number }>("insert into fund_entries (deed, key, booked_on) values ('donation', 'gift:1', current_date) returning id");
      const [other] = await query<{ id: number }>("insert into fund_entries (deed, key, booked_on) values ('donation', 'gift:2', current_date) returning id");
      for (const { id } of [one!, other!]) await query("insert into fund_postings (entry_id, account, amount) values ($1, 'bank', 5000000), ($1, 'unreserved', -5000000)", [id]);
      await query("insert into campaigns (code, name, name_en, from_day, to_day) values ('1017', '扶贫日一日捐', 'One-day donation', current_date - 1, current_date + 400)");
      await query("insert into donations (division, entry_id, receipt_no, donor, kind, campaign, given_on, amount) values ('510823', $1, 'R1', '<b>某某</b>公司', 'enterprise', '1017', current_date, 5000000), ('510823', $2, 'R2', null, 'person', null, current_date, 5000000)", [one!.id, other!.id]);
      for (let no = 0; no < 12; no += 1) await makeNotice(query, { village: near, headName: `己${no}`, state: 'paid', cause: no < 9 ? 'illness' : 'disaster', paidMonth: '2016-11', opens: '-90 days', closes: '-80 days' });
      await makeNotice(query, { village: near, headName: '庚今年', state: 'paid', cause: 'accident', paidMonth: new Date(Date.now()).toISOString().slice(0, 7), opens: '-90 days', closes: '-80 days' });
    });
    await sealNext();
    const answer = await fund(get('/public/fund'));
    const html = await answer.text();
    const told = words(html);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(told).toContain('¥100,000.00');
    expect(html).toContain('&lt;b&gt;某某&lt;/b&gt;公司');
    expect(told).toContain('匿名');
    expect(told).toContain('共13户次');
    // Nine and three: the three are not shown, nor can they be reckoned. The running year is not shown at all.
    expect(told).toContain('2016年 其他 12户');
    expect(told).not.toContain('突发事故');
    expect(told).toMatch(/共2笔分录.*每一笔借贷相等/);
    expect(html).toMatch(/<code>[0-9a-f]{64}<\/code>/);
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/ style=|<script|<img|https?:/);
    expect(weight(html)).toBeLessThan(BUDGET / 3);
    reads('en');
    const english = words(await text(fund(get('/public/fund'))));
    expect(english).toContain('Anonymous');
    expect(english).toContain('One-day donation');
    for (const odd of ['?gifts=x', '?paid=-1', "?gifts=1'"]) expect((await fund(get(`/public/fund${odd}`))).status).toBe(200);
  });

  it('lists no gift that was taken back', async () => {
    await making(async (tx) => {
      await tx.execute(sql`select set_config('app.person', '0', true)`);
      const entry = await book(tx, { deed: 'donation', key: 'gift:3', amount: 100, madeBy: null });
      await tx.execute(sql`insert into donations (division, entry_id, receipt_no, donor, kind, given_on, amount) values ('510823', ${entry}, 'R3', '记错的人', 'person', current_date, 100)`);
    });
    expect(await text(fund(get('/public/fund')))).toContain('记错的人');
    await asOwner(async (query) => {
      const [back] = await query<{ id: number }>("insert into fund_entries (deed, key, booked_on, reverses_id) select 'reversal', 'back', current_date, id from fund_entries where key = 'gift:3' returning id");
      await query("insert into fund_postings (entry_id, account, amount) values ($1, 'bank', -100), ($1, 'unreserved', 100)", [back!.id]);
    });
    expect(await text(fund(get('/public/fund')))).not.toContain('记错的人');
  });

  it('ask whoever wants to give to call the office while no account is set', async () => {
    expect(words(await text(donate()))).toContain('账户未设置');
    await making((tx) => tx.execute(sql`insert into installation (key, value) values ('fund_account', '剑阁县防返贫基金\n某银行剑阁支行\n0000 0000 0000'), ('fund_contact', '县防返贫基金办公室 0839-6600000')`));
    const html = await text(donate());
    expect(words(html)).toContain('某银行剑阁支行');
    expect(words(html)).toContain('扶贫日一日捐');
    expect(weight(html)).toBeLessThan(BUDGET / 5);
  });
});

describe('nothing of a person', () => {
  it('but the masked line stands on any public page, in either language', async () => {
    const notice = await asOwner(async (query) => {
      const made = await makeNotice(query, { village: near, headName: CANARY.name });
      await query("insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values ($1, $2, $3, 'head', 'canary', $4)", [made.caseId, near, CANARY.name, CANARY.id]);
      await query('update relief_cases set phone = $2, phone_tail = $3 where id = $1', [made.caseId, Buffer.from(CANARY.phone), CANARY.phone]);
      await makeNotice(query, { village: near, headName: CANARY.name, state: 'paid', paidMonth: '2017-02', opens: '-90 days', closes: '-80 days' });
      return made.notice;
    });
    for (const locale of ['zh-CN', 'en']) {
      reads(locale);
      const pages = await Promise.all([notices(get('/public/notices')), noticePage(get(`/public/notices/${notice}`), params(notice)), fund(get('/public/fund')), donate(), apply(get('/public/apply')), apply(get(`/public/apply?township=${township}`)), follow()].map(text));
      const all = pages.join('\n');
      expect(all).toContain('鸦**');
      for (const sentinel of Object.values(CANARY)) expect(all).not.toContain(sentinel);
      for (const html of pages) expect(html).not.toMatch(/ style=|<script|onclick|javascript:/i);
    }
  });
});

describe('whatever is sent', () => {
  const odd = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('\0', '\ud800', "' or 1=1 --", '<script>', '9'.repeat(40), '519999196005010034', 'ABCD-EFGH-JKMN', 'withdraw', '-1', '1e9', '510823'), fc.string({ minLength: 500, maxLength: 3000 }));
  const names = ['text', 'name', 'phone', 'code', 'verb', 'version', 'reason', 'village', 'idNumber', 'cause', 'key', 'notice', '__proto__', 'text.a', 'code.x.y', '$ACTION_ID'];
  const body = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 12 });

  it('is answered in words, and never breaks anything', async () => {
    const { notice } = await asOwner((query) => makeNotice(query, { village: near }));
    let from = 0;
    await fc.assert(fc.asyncProperty(body, fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json', ''), async (fields, type) => {
      askFrom(`10.9.${Math.floor((from += 1) / 250)}.${from % 250}`);
      const sent = () => ({ method: 'POST', headers: { host: '127.0.0.1:3000', origin: SITE, ...(type && { 'content-type': type }) }, body: new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])).toString() });
      const answers = [
        await objectTo(new Request(`${SITE}/public/notices/${notice}`, sent()), params(notice)), await applyWith(new Request(`${SITE}/public/apply?township=${township}`, sent())), await followWith(new Request(`${SITE}/public/follow`, sent())),
      ];
      for (const answer of answers) {
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toContain('<script');
      }
    }), { numRuns: 250 });
  });
});
