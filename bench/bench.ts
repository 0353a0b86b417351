// npm run bench: the product against a bare server on the same database, in one run; each figure with its limit.
// Everything is private, on 127.0.0.1, and gone at the end. Exit code 1 when a limit is missed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '@/bin/build.mjs';
import { INDICATOR_IDS } from '@/domain/indicators';
import { FIRST_MONTH, monthsBetween } from '@/domain/month';
import { measureBodies } from './bodies';
import { measureDeadline } from './deadline';
import { ask, interleaved, load, timing } from './load';
import { explainPages, type PagePlan } from './plans';
import { pagesOf, publicPages, sampleOf, weighedPages } from './pages';
import { type Figure, figuresTable, passes, table } from './report';
import { HOUSEHOLD_LIST } from './sample';
import { embeddedStage, postgresStage, signIn, type Stage, startProduct, startServer } from './stage';
import type { Submission } from './submissions';
import { weigh } from './weight';

process.env.NEXT_TELEMETRY_DISABLED = '1';
const scratch = mkdtempSync(path.join(tmpdir(), 'guatu-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
const say = (what: string) => console.error(`… ${what}`);
const asked = process.argv.slice(2);
const PARTS = ['plans', 'weights', 'pages', 'queries', 'deadline'];
/** `npm run bench -- plans` measures only that part, on PostgreSQL; `-- embedded` only that engine; without a word, everything. */
const wants = (...words: string[]) => asked.length === 0 || words.some((word) => asked.includes(word));

/** Product and bare server on the same rows, in turn; then the writes, which change them. */
async function measureQueries(stage: Stage): Promise<Figure[]> {
  const product = await startServer('bench/product.ts', stage.product());
  const statements = (await ask({ port: product.port, path: '/statements' })).body;
  const file = path.join(scratch, 'statements.json');
  writeFileSync(file, statements);
  const bare = await startServer('bench/bare.ts', { ...stage.unfenced(), BARE_STATEMENTS: file });
  const both = (name: string, rounds: number) =>
    interleaved({ port: product.port, path: `/${name}` }, { port: bare.port, path: `/${name}` }, rounds);
  const [wall, bareWall] = await both('wall', 200);
  const [list, bareList] = await both('households', 200);
  await bare.stop();
  const filed = JSON.parse((await ask({ port: product.port, path: '/submissions' })).body) as Submission[];
  await product.stop();
  const database = timing(filed.map((each) => each.database));
  return [
    { name: 'data of the command screen, product ÷ bare', value: wall.p50 / bareWall.p50, unit: '×', limit: { atMost: 2 }, note: `p50 ${wall.p50.toFixed(1)} ÷ ${bareWall.p50.toFixed(1)} ms` },
    { name: 'household list, its query', value: list.p50, unit: 'ms p50', limit: { atMost: 30 }, note: `bare ${bareList.p50.toFixed(1)} ms` },
    { name: 'one checklist submission, its statements', value: database.p50, unit: 'ms p50', limit: { atMost: 15 }, note: `${filed.length} filed, ${filed[0]?.statements ?? 0} statements, p95 ${database.p95.toFixed(1)}, whole command p50 ${timing(filed.map((each) => each.whole)).p50.toFixed(1)}` },
  ];
}

async function measurePages(stage: Stage): Promise<Figure[]> {
  const product = await startProduct(stage.product());
  const cookie = await signIn(product.port, 'leader');
  const busy = cpuOf(product.pid);
  const command = { port: product.port, path: '/command', cookie };
  const requests = stage.kind === 'postgres' ? 800 : 160;
  const wall = await load(command, { connections: 8, requests });
  const spent = cpuOf(product.pid) - busy;
  const questions = monthsBetween(FIRST_MONTH, '2018-01').flatMap((month) => INDICATOR_IDS.slice(0, 8).map((id) => ({ ...command, path: `/command?month=${month}&indicator=${id}` })));
  const anew = await load(questions, { connections: 8, requests: requests / 4, warm: 0 });
  const list = await load({ port: product.port, path: `/households?${HOUSEHOLD_LIST}`, cookie }, { connections: 1, requests: 100, warm: 20 });
  await product.stop();
  return [
    { name: '/command rendered, 8 connections', value: wall.perSecond, unit: 'requests/s', limit: { atLeast: 60 }, note: `p50 ${wall.p50.toFixed(0)} ms, ${(spent / (requests + 32)).toFixed(1)} ms of processor a request` },
    { name: '/command rendered, 8 connections', value: wall.p99, unit: 'ms p99', limit: { atMost: 300 } },
    { name: '/command, every request another question', value: anew.perSecond, unit: 'requests/s', note: `p99 ${anew.p99.toFixed(0)} ms: as when something changes before each` },
    { name: '/households rendered', value: list.p50, unit: 'ms p50', limit: { atMost: 30 }, note: `p99 ${list.p99.toFixed(0)} ms` },
    { name: 'later start to a healthy answer', value: product.started / 1000, unit: 's', limit: { atMost: 8 } },
  ];
}

async function measureWeights(stage: Stage, superuser: string): Promise<{ figures: Figure[]; each: string }> {
  const product = await startProduct(stage.product());
  const cookie = await signIn(product.port, 'leader');
  const walls = ['overview', 'zones', 'measures', 'checklists'].map((view) => `/command?view=${view}`);
  const sample = await sampleOf(superuser);
  const weights = await weigh(product.port, cookie, [...walls, ...weighedPages(sample)]);
  const open = await weigh(product.port, '', publicPages(sample));
  await product.stop();
  const isWall = ({ path: page }: { path: string }) => page.startsWith('/command');
  const [wall, pages] = [weights.filter(isWall), weights.filter((each) => !isWall(each))];
  const most = (of: typeof weights) => of.reduce((a, b) => (b.kb > a.kb || Number.isNaN(b.kb) ? b : a), { path: '', kb: 0, charts: false, whole: 0 });
  const heaviest = open.reduce((a, b) => (b.whole > a.whole || Number.isNaN(b.whole) ? b : a));
  return {
    figures: [
      { name: 'JS + CSS of the heaviest work page', value: most(pages).kb, unit: 'KB gz', limit: { atMost: 290 }, note: most(pages).path },
      { name: 'JS + CSS of /command with charts', value: most(wall).kb, unit: 'KB gz', limit: { atMost: 450 }, note: most(wall).path },
      { name: 'everything of the heaviest public page', value: heaviest.whole, unit: 'KB gz', limit: { atMost: 60 }, note: heaviest.path },
    ],
    each: table('JS + CSS over the wire, KB gz', weights.map(({ path: page, kb, charts }) => [page, Number.isNaN(kb) ? 'not there' : kb.toFixed(0), charts ? 'with charts' : '']), [1]),
  };
}

async function measurePlans(stage: Stage, { superuser, app }: { superuser: string; app: string }): Promise<PagePlan[]> {
  const file = path.join(scratch, 'sent.jsonl');
  writeFileSync(file, '');
  const product = await startProduct({ ...stage.product(), GUATU_STATEMENTS: file }, ['--import', './bench/recorder.mjs']);
  const plans = await explainPages(product, file, app, pagesOf(await sampleOf(superuser)));
  await product.stop();
  return plans;
}

function plansTable(plans: readonly PagePlan[]): string {
  const rows = plans.map(({ path: page, who, status, statements, ms, rows: touched, problems }) => [
    page, who, String(status), String(statements), ms.toFixed(1), problems.length > 0 || status !== 200 ? 'FAIL' : 'pass',
    touched.slice(0, 6).map(([name, count]) => `${name} ${count}`).join(', '),
  ]);
  return table('Rows each page\'s queries look at, inside the fence', [['page', 'as', 'status', 'queries', 'ms', '', 'rows by table'], ...rows], [3, 4]);
}

/** Milliseconds of processor a process has used; nothing where there is no /proc. */
function cpuOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A part of the PostgreSQL run: all of them, unless parts were named. */
const part = (name: string) => !PARTS.some((each) => asked.includes(each)) || asked.includes(name);

async function onPostgres(): Promise<Figure[]> {
  say('loading the county into PostgreSQL');
  const stage = await postgresStage();
  const figures: Figure[] = [];
  const told = (heading: string, measured: Figure[]) => {
    console.log(figuresTable(heading, measured));
    figures.push(...measured);
  };
  try {
    if (part('plans')) {
      say('plans');
      const plans = await measurePlans(stage, stage);
      console.log(plansTable(plans));
      for (const { path: page, who, problems } of plans) for (const problem of problems) console.log(`  FAIL ${page} as ${who}: ${problem}`);
      const bad = plans.filter(({ problems, status }) => problems.length > 0 || status !== 200).length;
      told('PostgreSQL: plans', [{ name: 'pages that read much of a big table, or fail', value: bad, unit: `of ${plans.length}`, limit: { atMost: 0 } }]);
    }
    if (part('weights')) {
      say('weights');
      const weights = await measureWeights(stage, stage.superuser);
      console.log(weights.each);
      told('PostgreSQL: weights', weights.figures);
    }
    if (part('pages')) {
      say('pages');
      told('PostgreSQL: pages', await measurePages(stage));
    }
    if (part('queries')) {
      say('queries');
      told('PostgreSQL: queries', await measureQueries(stage));
    }
    // Last: it moves the county's clock.
    if (part('deadline')) {
      say('deadline');
      told('PostgreSQL: the last hour before a deadline', await measureDeadline(stage, stage.superuser));
    }
    return figures;
  } finally {
    await stage.stop();
  }
}

/** The same figures where nothing but Node.js is installed: told, but for the two that starting is held to. */
async function onEmbedded(): Promise<Figure[]> {
  say('loading the county into the embedded database');
  const stage = await embeddedStage();
  try {
    const told = [...(await measurePages(stage)), ...(await measureQueries(stage))]
      .map((figure) => (figure.unit === 's' ? figure : { ...figure, limit: undefined }));
    const figures: Figure[] = [{ name: 'loading the county', value: stage.loaded / 1000, unit: 's', limit: { atMost: 90 } }, ...told];
    console.log(figuresTable('Embedded database', figures));
    return figures;
  } finally {
    await stage.stop();
  }
}

await build();
console.log(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)} before the run`);
const judged: Figure[] = [];
for (const [name, measure] of [['PostgreSQL', onPostgres], ['embedded', onEmbedded]] as const) {
  const parts = name === 'PostgreSQL' ? PARTS : [];
  if (!wants(name.toLowerCase(), ...parts)) continue;
  const figures = await measure();
  judged.push(...figures);
}
// A proof, no measurement: `npm run bench -- bodies`, and only then.
if (asked.includes('bodies')) {
  say('a hundred thousand bad requests');
  const figures = await measureBodies();
  console.log(figuresTable('Bad requests to the relief fund', figures));
  judged.push(...figures);
}
process.exit(judged.every(passes) ? 0 : 1);
