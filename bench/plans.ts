import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { ask } from './load';
import type { PageAsked } from './pages';
import type { Statement } from './recorder.mjs';
import { type Running, signIn } from './stage';

/** Tables that grow with the county's people. No page reads one whole. */
const BIG = ['households', 'members', 'visits'];
/** A page may look at this many of their rows in one query, or at a tenth of the table if that is more. */
const MOST_ROWS = 5_000;
const MOST_SHARE = 0.1;

export interface PagePlan {
  path: string;
  who: string;
  status: number;
  statements: number;
  /** Milliseconds the statements took together, without the network. */
  ms: number;
  /** Rows looked at by table, the most first. */
  rows: [table: string, rows: number][];
  /** What is against the rule, with the statement. */
  problems: string[];
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** Opens each page as each of its people and explains every statement that the product sent for it, inside the same fence. */
export async function explainPages(product: Running, file: string, app: string, pages: readonly PageAsked[]): Promise<PagePlan[]> {
  const client = new pg.Client(app);
  await client.connect();
  const { rows: sizes } = await client.query<{ table: string; rows: number }>('select relname as table, reltuples::int as rows from pg_class where relname = any($1)', [BIG]);
  const most = new Map(sizes.map(({ table, rows }) => [table, Math.max(MOST_ROWS, rows * MOST_SHARE)]));
  const cookies = new Map<string, string>();
  const plans: PagePlan[] = [];
  for (const who of [...new Set(pages.flatMap((page) => page.who))]) cookies.set(who, await signIn(product.port, who));
  for (const { path, who: people } of pages) {
    for (const who of people) {
      writeFileSync(file, '');
      const { status } = await ask({ port: product.port, path, cookie: cookies.get(who) });
      const sent = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Statement);
      plans.push({ path, who, status, ...(await explain(client, transactionsOf(sent), most)) });
    }
  }
  await client.end();
  return plans;
}

/** What each connection sent, one after the other. */
function transactionsOf(sent: readonly Statement[]): Statement[] {
  const connections = new Map<number, Statement[]>();
  for (const statement of sent) connections.set(statement.connection, [...(connections.get(statement.connection) ?? []), statement]);
  return [...connections.values()].flat();
}

async function explain(client: pg.Client, statements: readonly Statement[], most: ReadonlyMap<string, number>): Promise<Pick<PagePlan, 'statements' | 'ms' | 'rows' | 'problems'>> {
  const rows = new Map<string, number>();
  const problems: string[] = [];
  let ms = 0;
  let count = 0;
  for (const { text, values } of statements) {
    if (/^\s*begin\b/i.test(text)) {
      await client.query(text);
    } else if (/^\s*(commit|rollback)\b/i.test(text)) {
      await client.query('rollback');
    } else {
      const { rows: [answer] } = await client.query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number; 'Planning Time': number }] }>(`explain (analyze, format json) ${text}`, values);
      const { Plan, 'Execution Time': ran, 'Planning Time': planned } = answer!['QUERY PLAN'][0];
      ms += ran + planned;
      count += 1;
      const here = new Map<string, number>();
      walk(Plan, (table, node, touched) => {
        here.set(table, (here.get(table) ?? 0) + touched);
        if (most.has(table) && node === 'Seq Scan') problems.push(`${table} read whole: ${brief(text)}`);
      });
      for (const [table, touched] of here) {
        rows.set(table, (rows.get(table) ?? 0) + touched);
        if (touched > (most.get(table) ?? Infinity)) problems.push(`${touched} rows of ${table}: ${brief(text)}`);
      }
    }
  }
  return { statements: count, ms, rows: [...rows].sort((a, b) => b[1] - a[1]), problems };
}

function walk(node: Node, seen: (table: string, node: string, rows: number) => void): void {
  const table = node['Relation Name'];
  if (table && node['Node Type'] !== 'ModifyTable') {
    const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    seen(table, node['Node Type'], Math.round((node['Actual Rows'] + removed) * node['Actual Loops']));
  }
  node.Plans?.forEach((child) => walk(child, seen));
}

const brief = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 160);
