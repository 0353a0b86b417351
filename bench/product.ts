// The product's own queries, with a viewer and inside the fence, behind a plain server: what they cost without a page around.
// GET /statements returns the statements each sends, for bench/bare.ts.
import { createServer } from 'node:http';
import { readClock } from '@/db/clock';
import { asSystem } from '@/db/fence';
import { parseHouseholdSearch } from '@/domain/household-search';
import { readWall } from '@/features/command/queries/wall';
import { listHouseholds } from '@/features/households/queries/list-households';
import { viewerFor } from '@/server/viewer';
import { recorded, type Statement } from './recorder.mjs';
import { accountOf, HOUSEHOLD_LIST } from './sample';
import { submissions } from './submissions';

const leader = (await viewerFor(await accountOf('leader')))!;
const area = leader.scope.area!;
const { openMonth: month, today } = await asSystem('job', readClock, 'read');
const { search } = parseHouseholdSearch(Object.fromEntries(new URLSearchParams(HOUSEHOLD_LIST)));

const questions: Record<string, () => Promise<unknown>> = {
  wall: () => readWall(leader, { area, running: month, today, filter: { month, division: null, zone: null, line: null, reading: 'true' } }, 'overview', 'poverty.incidence'),
  households: () => listHouseholds(leader, area, month, search),
  submissions: () => submissions(100),
  statements,
};

const FENCE = /^\s*(begin|commit|rollback|set local)\b/i;

async function statements(): Promise<Record<string, Statement[]>> {
  const sent = async (name: string) => (await recorded(questions[name]!)).statements.filter(({ text }) => !FENCE.test(text));
  return { wall: await sent('wall'), households: await sent('households') };
}

const server = createServer(async (request, response) => {
  const question = questions[request.url!.slice(1)];
  if (!question) return void response.writeHead(404).end();
  try {
    const answer = await question();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  } catch (failure) {
    console.error(failure);
    response.writeHead(500).end(String(failure));
  }
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }));
process.on('disconnect', () => process.exit());
