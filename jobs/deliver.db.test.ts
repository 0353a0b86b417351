import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { making, makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import { postOut } from '@/db/outbox';
import { webhook } from '@/db/webhook';
import { workNext } from './calendar';
import { deliver, signature } from './deliver';

const SECRET = 'the-messengers-own-secret';
const running = new AbortController().signal;
let messenger: Server;
let answers: number[];
let heard: { headers: IncomingHttpHeaders; body: string }[];

const waiting = async () => (await making((tx) => tx.execute<{ attempts: number; problem: string | null; done: boolean; given: boolean; soon: boolean }>(sql`
  select attempts, problem, delivered_at is not null as done, given_up_at is not null as given, next_at <= now() as soon from outbox order by created_at, id`))).rows;
const later = () => making((tx) => tx.execute(sql`update outbox set next_at = now() where delivered_at is null`));

beforeAll(async () => {
  messenger = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part)).on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 200, { location: 'http://127.0.0.1:9/elsewhere' }).end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(messenger, 'listening');
  process.env.WEBHOOK_URL = `http://127.0.0.1:${(messenger.address() as AddressInfo).port}/hook`;
  process.env.WEBHOOK_SECRET = SECRET;
  await making(async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
  });
}, 120_000);
beforeEach(async () => {
  answers = [];
  heard = [];
  await making((tx) => tx.execute(sql`delete from outbox`));
});
afterAll(() => {
  delete process.env.WEBHOOK_URL;
  delete process.env.WEBHOOK_SECRET;
  messenger.close();
});

it('is tried again until it is taken, under one id, signed anew', async () => {
  await making((tx) => postOut(tx, 'month.issued', { month: '2018-03', issued: 7 }));
  answers = [503, 302];
  await deliver(running);
  expect(await waiting()).toEqual([{ attempts: 1, problem: 'HTTP 503', done: false, given: false, soon: false }]);
  await deliver(running);
  expect(heard).toHaveLength(1);
  for (let times = 0; times < 2; times++) {
    await later();
    await deliver(running);
  }
  expect(await waiting()).toMatchObject([{ attempts: 3, problem: null, done: true }]);
  await later();
  await deliver(running);
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const [{ headers, body }] = heard as [(typeof heard)[number]];
  expect(JSON.parse(body)).toMatchObject({ event: 'month.issued', month: '2018-03', issued: 7, at: expect.stringMatching(/^2018-03-01T01:0\d/) });
  expect(headers['webhook-signature']).toBe(signature(webhook()!, headers['webhook-id'] as string, Number(headers['webhook-timestamp']), body));
});

it('is sent once by however many deliver at the same time', async () => {
  await making(async (tx) => {
    for (let at = 0; at < 4; at++) await postOut(tx, 'month.issued', { month: '2018-03', issued: at });
  });
  await Promise.all(Array.from({ length: 4 }, () => deliver(running)));
  expect(heard.map(({ body }) => (JSON.parse(body) as { issued: number }).issued).sort()).toEqual([0, 1, 2, 3]);
});

it('is given up in the end, and says why', async () => {
  await making((tx) => postOut(tx, 'month.issued', { month: '2018-03', issued: 1 }));
  await making((tx) => tx.execute(sql`update outbox set attempts = 9`));
  answers = [410];
  await deliver(running);
  expect(await waiting()).toMatchObject([{ attempts: 10, problem: 'HTTP 410', given: true }]);
});

it('is written with what it tells or not at all, and not without a messenger', async () => {
  await making(async (tx) => {
    await postOut(tx, 'month.issued', { month: '2018-03', issued: 1 });
    throw new Error('undone');
  }).catch(() => {});
  expect(await waiting()).toEqual([]);
  const { WEBHOOK_URL } = process.env;
  delete process.env.WEBHOOK_URL;
  await making((tx) => postOut(tx, 'month.issued', { month: '2018-03', issued: 1 }));
  process.env.WEBHOOK_URL = WEBHOOK_URL;
  expect(await waiting()).toEqual([]);
});

it('carries a month from issue to close without a name or an account', async () => {
  const person = await making(async (tx) => {
    const township = await makeTownship(tx);
    const chief = await makePerson(tx, 'township-secretary', { division: township, name: '不可外传' });
    const filer = await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township), name: '不可外传' });
    await tx.execute(sql`update posts set parent_id = ${chief.postId} where id = ${filer.postId}`);
    return { chief, filer };
  });
  while (await workNext());
  for (const clock of ['2018-04-02 08:00+08', '2018-04-05 08:00+08', '2018-04-06 08:00+08', '2018-04-11 00:00+08']) {
    await making((tx) => setClock(tx, clock));
    while (await workNext());
  }
  await deliver(running);
  const told = heard.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(told.map(({ event, month, moment = '' }) => `${event} ${month} ${moment}`.trim())).toEqual([
    'month.issued 2018-03', 'month.issued 2018-04', 'filing.reminder 2018-03 before', 'filing.reminder 2018-03 due', 'filing.reminder 2018-03 overdue', 'month.closed 2018-03',
  ]);
  expect(told[3]).toMatchObject({ expected: 1, filed: 0, posts: [person.filer.postId], digests: [{ post: person.chief.postId, missing: 1 }] });
  const sent = heard.map(({ body }) => body).join();
  for (const secret of ['不可外传', person.filer.username, person.chief.username]) expect(sent).not.toContain(secret);
  expect([...new Set(told.flatMap(Object.keys))].sort()).toEqual(['at', 'digests', 'event', 'expected', 'filed', 'issued', 'moment', 'month', 'posts']);
});

it('refuses an address or a secret that cannot be used, before anything starts', () => {
  const { WEBHOOK_URL } = process.env;
  process.env.WEBHOOK_URL = 'ftp://messenger';
  expect(webhook).toThrow(/WEBHOOK_URL/);
  process.env.WEBHOOK_URL = WEBHOOK_URL;
  process.env.WEBHOOK_SECRET = 'short';
  expect(webhook).toThrow(/WEBHOOK_SECRET/);
  process.env.WEBHOOK_SECRET = SECRET;
});
