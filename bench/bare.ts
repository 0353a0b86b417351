// What the product is compared with: plain node:http and pg, the same statements on the same database, no fence, no session,
// no transaction. BARE_STATEMENTS is a file: {name: [{text, values}]}; GET /name returns the rows of its statements.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { engine } from '@/db/engine/engine';
import type { Statement } from './recorder.mjs';

const statements = JSON.parse(readFileSync(process.env.BARE_STATEMENTS!, 'utf8')) as Record<string, Statement[]>;
const { pool } = await engine();

const server = createServer(async (request, response) => {
  const asked = statements[request.url!.slice(1)];
  if (!asked) return void response.writeHead(404).end();
  try {
    const rows = [];
    for (const { text, values } of asked) rows.push((await pool.query(text, values)).rows);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
  } catch (failure) {
    response.writeHead(500).end(String(failure));
  }
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }));
process.on('disconnect', () => process.exit());
