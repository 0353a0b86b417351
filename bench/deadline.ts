import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sealSid } from '@/server/session-cookie';
import { type Filed, file, timesOf } from './filer';
import type { Figure } from './report';
import { type Running, type Stage, startProduct } from './stage';

/** The last hour before a deadline in so many minutes, by so many filers (all there are). BENCH_FILERS tries it with few. */
const MINUTES = Number(process.env.BENCH_MINUTES ?? 4);
const FILERS = Number(process.env.BENCH_FILERS ?? 1_194);
const MONTH = '2018-03';
const DUE = '2018-04-06 00:00+08';
/** Some come when it is over. */
const LATE = Math.ceil(FILERS / 100);
const IDLE = Math.min(20, Math.ceil(FILERS / 10));
const THINKING_MS = 4_000;

interface Filer {
  readonly id: number;
  readonly cookie: string;
}

/** Everybody files in the last minutes before the deadline: opens, keeps a draft, submits. First a few alone, for the ratio. */
export async function measureDeadline(stage: Stage, superuser: string): Promise<Figure[]> {
  Object.assign(process.env, { AUTH_SECRET: stage.product().AUTH_SECRET });
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await setClock(client, 60);
    const product = await startProduct(stage.product());
    try {
      await issued(client);
      const filers = await signedIn(client);
      const idle = await alone(product, filers.splice(0, IDLE));
      await setClock(client, MINUTES);
      const filed = await rush(product, filers);
      return await judged(client, idle, filed);
    } finally {
      await product.stop();
    }
  } finally {
    await client.end();
  }
}

/** The county's clock, so many minutes before the deadline. */
const setClock = (client: pg.Client, minutes: number) => client.query(`
  insert into installation (key, value) values ('clock_offset', ($1::timestamptz - make_interval(secs => $2) - clock_timestamp())::text)
  on conflict (key) do update set value = excluded.value`, [DUE, minutes * 60]);

/** Waits until the calendar has issued the month. */
async function issued(client: pg.Client): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const { rows } = await client.query<{ done: boolean }>(`select exists (select from job_runs where job = 'issue' and occasion = '2018-04') and exists (select from checklists where month = $1) as done`, [MONTH]);
    if (rows[0]?.done) return;
    if (Date.now() > until) throw new Error('the month was not issued');
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Filers of the month who have not filed, each with a session of their own: a sign-in costs a third of a second of processor on purpose. */
async function signedIn(client: pg.Client): Promise<Filer[]> {
  const { rows } = await client.query<{ id: number; account: number }>(`
    select c.id, min(a.id) as account from checklists c join accounts a on a.person_id = c.person_id and a.disabled_at is null
    where c.month = $1 and c.state = 'open' group by c.id order by hashint4(c.id), c.id limit $2`, [MONTH, FILERS]);
  const filers: Filer[] = [];
  for (const { id, account } of rows) {
    const sid = randomUUID();
    await client.query('insert into sessions (sid, account_id) values ($1, $2)', [sid, account]);
    const { name, value } = await sealSid(sid, { get: () => null });
    filers.push({ id, cookie: `${name}=${value}` });
  }
  return filers;
}

const originOf = ({ port }: Running) => `http://127.0.0.1:${port}`;

async function alone(product: Running, filers: readonly Filer[]): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (const { id, cookie } of filers) filed.push(await file(originOf(product), cookie, id, 0));
  return filed;
}

/** They come ever more densely: half of them in the last third. A few come after the deadline. */
async function rush(product: Running, filers: readonly Filer[]): Promise<Filed[]> {
  const length = MINUTES * 60_000;
  const last = length - 4 * THINKING_MS;
  return Promise.all(filers.map(async ({ id, cookie }, at) => {
    const late = at >= filers.length - LATE;
    const start = late ? length + (at % 5) * 1_000 : last * Math.sqrt((at + 0.5) / filers.length);
    await new Promise((done) => setTimeout(done, start));
    return file(originOf(product), cookie, id, late ? 0 : THINKING_MS);
  }));
}

/** Held against the rows: what was acknowledged is there and complete, stamped between sending and answer, and counted on time by its stamp alone. */
async function judged(client: pg.Client, idle: readonly Filed[], rushed: readonly Filed[]): Promise<Figure[]> {
  const filed = [...idle, ...rushed];
  const { rows } = await client.query<{ id: number; at: number; county: number; due: boolean; whole: boolean }>(`
    select c.id, (extract(epoch from c.first_submitted_at) * 1000)::float8 as county, c.first_submitted_at < $2::timestamptz as due,
      (extract(epoch from c.first_submitted_at - (select value::interval from installation where key = 'clock_offset')) * 1000)::float8 as at,
      c.state = 'submitted' and (select count(*) from checklist_entries e where e.checklist_id = c.id) = (select count(*) from template_entries t where t.template_id = c.template_id) as whole
    from checklists c where c.month = $1 and c.first_submitted_at is not null`, [MONTH, DUE]);
  const kept = new Map(rows.map((row) => [row.id, row]));
  const taken = rushed.filter(({ failure }) => failure === null);
  const { rows: [counted] } = await client.query<{ n: number }>(`select coalesce(sum(change), 0)::int as n from measurements where indicator = 'checklists.on_time' and month = $1`, [MONTH]);
  const failures = filed.flatMap(({ failure }) => failure ?? []);
  const lost = filed.filter(({ id, failure }) => failure === null && !kept.get(id)?.whole);
  const outside = taken.filter(({ id, sent, acknowledged }) => { const at = kept.get(id)?.at ?? 0; return at < sent - 1 || at > acknowledged + 1; });
  // The first of all warms the product up.
  const [quiet, busy] = [timesOf(idle.slice(1)), timesOf(rushed)];
  const onTime = rows.filter(({ due }) => due).length;
  return [
    { name: 'filers whose journey failed', value: failures.length, unit: `of ${filed.length}`, limit: { atMost: 0 }, note: [...new Set(failures)].slice(0, 3).join('; ') },
    { name: 'acknowledged submissions that are not there whole', value: lost.length, unit: `of ${filed.length - failures.length}`, limit: { atMost: 0 } },
    { name: 'stamped outside sending and answer', value: outside.length, unit: `of ${taken.length}`, limit: { atMost: 0 } },
    { name: 'counted on time, against the stamps', value: Math.abs((counted?.n ?? 0) - onTime), unit: 'differ', limit: { atMost: 0 }, note: `${onTime} on time, ${rows.length - onTime} late` },
    { name: 'answers in the last hour', value: busy.p95, unit: 'ms p95', limit: { atMost: 500 }, note: `p50 ${busy.p50.toFixed(0)}, p99 ${busy.p99.toFixed(0)}; ${rushed.flatMap(({ took }) => took).length} answers in ${MINUTES} min, ${rushed.reduce((sum, { again }) => sum + again, 0)} handed back for a changed record` },
    { name: 'the same, ÷ idle', value: busy.p95 / quiet.p95, unit: '×', note: `idle p95 ${quiet.p95.toFixed(0)} ms` },
  ];
}
