import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { reached } from '@/server/reached';
import { answeringUnreadable } from './unreadable';

/** What a server that fails answers, before or after an action was reached. */
async function answered(headers: Record<string, string>, { path = '/relief/1', method = 'POST', gets = false } = {}): Promise<number> {
  const server = createServer((request, response) => answeringUnreadable(request, response, async () => {
    await new Promise((done) => setImmediate(done));
    if (gets) reached();
    response.statusCode = 500;
    response.end('failed');
  }));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method, headers });
  server.close();
  return status;
}

const SCRIPT = { 'next-action': 'x' };
const FORM = { 'content-type': 'multipart/form-data; boundary=x' };

test('what could not be read as a call of an action is a bad request; a failure behind it is a failure', async () => {
  for (const headers of [SCRIPT, FORM]) {
    expect([await answered(headers), await answered(headers, { gets: true })]).toEqual([400, 500]);
    expect(await answered(headers, { path: '/api/nowhere' })).toBe(400);
  }
});

test('whatever calls no action answers for itself', async () => {
  expect(await answered({})).toBe(500);
  expect(await answered({}, { method: 'GET' })).toBe(500);
});
