import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { POST as fileOf } from '@/app/api/batches/[id]/file/route';
import { POST as takeResult } from '@/app/api/batches/results/route';
import { POST as addEvidence } from '@/app/api/relief/evidence/route';
import { POST as apply } from '@/app/public/apply/route';
import { POST as follow } from '@/app/public/follow/route';
import { POST as objectTo } from '@/app/public/notices/[id]/route';
import { violations } from '@/db/invariants';
import { asSystem } from '@/db/fence';
import { differences, measureAll } from '@/db/measure';
import { badBody, badValue, FORM_NAMES, formOf } from '@/db/testing/bad-bodies';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { asOwner, makeNotice } from '@/db/testing/open-notice';
import { type Luck, luckOf } from '@/db/testing/relief-deeds';
import { makeFund, makeReliefCase } from '@/db/testing/relief-fixtures';
import { carry, request } from '@/db/testing/request';
import * as batches from '@/features/batches/actions';
import * as funds from '@/features/funds/actions';
import * as publicSide from '@/features/public/actions';
import * as reviews from '@/features/relief-reviews/actions';
import * as relief from '@/features/relief/actions';
import { sealSid } from '@/server/session-cookie';
import { openSession } from '@/server/sign-in';

/** Bodies sent to every action and handler of the fund; the whole hundred thousand goes over HTTP: npm run bench -- bodies. */
const BODIES = Number(process.env.RELIEF_BODIES ?? (process.env.DATABASE_URL ? 2_000 : 1_000));
const SEED = Number(process.env.RELIEF_SEED ?? 20_180_302);
const CHUNK = 50;
const OWN = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };

type Said = { ok: boolean; code?: string };
const ACTIONS = { relief, 'relief-reviews': reviews, batches, funds, public: publicSide } as unknown as Record<string, Record<string, (...given: unknown[]) => Promise<Said>>>;
const HANDLERS: Record<string, (asked: Request, luck: Luck) => Promise<Response>> = {
  'POST /public/apply': (asked) => apply(asked), 'POST /public/follow': (asked) => follow(asked),
  'POST /public/notices/1': (asked, luck) => objectTo(asked, { params: Promise.resolve({ id: luck.pick(['1', '2', '0', 'x', '1e3', '99999999999', '']) }) } as never),
  'POST /api/batches/results': (asked) => takeResult(asked), 'POST /api/relief/evidence': (asked) => addEvidence(asked),
  'POST /api/batches/1/file': (asked, luck) => fileOf(asked, { params: Promise.resolve({ id: luck.pick(['1', '0', '-1', 'x', '1.5', '99999999999', '']) }) } as never),
};

let cookies: { name: string; value: string }[];
const wrong = () => making(async (tx) => ({ violations: await violations(tx), differences: await differences(tx) }));

beforeAll(async () => {
  const people = await making(async (tx) => {
    await setClock(tx, '2018-03-02 09:00+08');
    await tx.execute(sql`insert into installation (key, value) values ('county_name', '剑阁县') on conflict do nothing`);
    const township = await makeTownship(tx);
    const village = await makeVillage(tx, township);
    await makeFund(tx);
    for (let at = 0; at < 6; at++) await makeReliefCase(tx, village);
    const made = [
      await makePerson(tx, 'relief-village-clerk', { division: village }), await makePerson(tx, 'first-secretary', { division: village }), await makePerson(tx, 'relief-township-officer', { division: township }),
      await makePerson(tx, 'relief-district-officer'), await makePerson(tx, 'inspector'), await makePerson(tx, 'finance-officer'), await makePerson(tx, 'system-administrator'),
    ];
    return { made, village };
  });
  await asOwner(async (query) => {
    const { caseId } = await makeNotice(query, { village: people.village, headName: '甲在榜' });
    await query(`insert into relief_steps (case_id, division, round, part, verb) select c.id, c.division, c.round, part, verb from relief_cases c, (values (1, 'applicant', 'apply'), (2, 'village', 'review'), (3, 'township', 'recheck')) as s (no, part, verb) where c.id = $1 order by s.no`, [caseId]);
  });
  await asOwner((query) => query(`insert into installation (key, value) select 'loaded_relief_steps', max(id)::text from relief_steps on conflict (key) do update set value = excluded.value`));
  await making((tx) => measureAll(tx));
  cookies = await Promise.all(people.made.map(async ({ accountId }) => sealSid(await openSession(accountId, null), new Headers(OWN))));
});

/** Every row that a body could change, in one print. */
const print = async (): Promise<string> => {
  const tables = ['relief_cases', 'relief_people', 'relief_worksheets', 'relief_visits', 'relief_evidence', 'relief_steps', 'relief_notices', 'relief_objections', 'relief_cards', 'kinships', 'relief_rules', 'relief_batches', 'relief_batch_lines', 'bank_results', 'fund_entries', 'fund_postings', 'donations', 'campaigns', 'top_up_tasks', 'installation', 'audits', 'measurements'];
  const all = tables.map((table) => `select '${table}' as name, (select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from ${table} t) as print`).join(' union all ');
  const { rows } = await asSystem('job', async (tx) => {
    await tx.execute(sql`select set_config('app.audit', 'all', true)`);
    return tx.execute(sql.raw(all));
  }, 'read');
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
};

/** Sends one; what it was answered: done, refused, or a fault in words. */
async function sendOne(luck: Luck): Promise<string> {
  const name = luck.pick(FORM_NAMES);
  carry(luck() < 0.97 ? luck.pick(cookies) : null);
  request.headers = { ...OWN, 'x-forwarded-for': `203.0.${luck.of(250)}.${luck.of(250)}` };
  const body = badBody(name, luck);
  try {
    const handler = HANDLERS[name];
    if (handler) {
      const { status } = await handler(new Request(`http://127.0.0.1:3000${name.slice(5)}`, { method: 'POST', headers: OWN, body: formOf(body) }), luck);
      return status >= 500 ? `${name} answered ${status} to ${JSON.stringify(body)}` : status < 400 ? 'done' : 'refused';
    }
    const [feature, action] = name.split('.') as [string, string];
    const odd = luck() < 0.15 ? badValue(luck) : null;
    const { ok, code } = await (odd === null ? ACTIONS[feature]![action]!(null, formOf(body)) : ACTIONS[feature]![action]!(odd));
    return ok ? 'done' : code === 'failed' ? `${name} failed at ${odd === null ? JSON.stringify(body) : JSON.stringify(odd, (_, each: unknown) => (typeof each === 'bigint' || typeof each === 'function' ? typeof each : each))}` : 'refused';
  } catch (failure) {
    const { message, stack } = failure as Error;
    return message.startsWith('REDIRECT') ? 'done' : message === 'NOT_FOUND' ? 'refused' : `${name} threw ${stack} at ${JSON.stringify(body)}`;
  }
}

test(`${BODIES} bad bodies: a refusal with a name for each, and nothing half-written (seed ${SEED})`, async () => {
  const luck = luckOf(SEED);
  const faults: string[] = [];
  const said = new Map<string, number>();
  let before = await print();
  let chunkDone = 0;
  for (let at = 1; at <= BODIES; at++) {
    const answer = await sendOne(luck);
    const known = answer === 'done' || answer === 'refused';
    if (!known) faults.push(answer.slice(0, 1_500));
    said.set(known ? answer : 'fault', (said.get(known ? answer : 'fault') ?? 0) + 1);
    if (answer === 'done') chunkDone += 1;
    if (at % CHUNK > 0) continue;
    const after = await print();
    if (chunkDone === 0) expect(after, 'something was written by bodies that were all refused').toBe(before);
    [before, chunkDone] = [after, 0];
  }
  if (process.env.HISTORIES) console.log(Object.fromEntries(said));
  expect(faults.slice(0, 5)).toEqual([]);
  expect(said.get('refused')).toBeGreaterThan(BODIES / 2);
  expect(await wrong()).toEqual({ violations: [], differences: [] });
}, 280_000);
