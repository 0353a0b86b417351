import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { webhook } from '@/db/webhook';
import type { Job } from '@/domain/job';
import type { Viewer } from '@/domain/viewer';
import type { WebhookEvent } from '@/domain/webhook';

/** Instants in epoch milliseconds. */
export interface Run {
  readonly job: Job;
  readonly occasion: string;
  readonly at: number;
  readonly made: number;
}

export interface Post {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly createdAt: number;
  readonly attempts: number;
  readonly nextAt: number;
  readonly problem: string | null;
  readonly state: 'waiting' | 'delivered' | 'given-up';
}

export interface JobBoard {
  readonly runs: readonly Run[];
  /** The address's host, never its path, which may carry a key; null where no messenger is configured. */
  readonly messenger: string | null;
  readonly counts: Readonly<Record<Post['state'], number>>;
  readonly posts: readonly Post[];
}

const RUNS = 40;
const POSTS = 20;
const STATE = sql`case when delivered_at is not null then 'delivered' when given_up_at is not null then 'given-up' else 'waiting' end`;

/** What the calendar did last, and how the county's own messenger answers: what is not delivered comes first. */
export async function jobBoard(viewer: Viewer): Promise<JobBoard> {
  const hook = webhook();
  return fenced(viewer, async (tx) => {
    const runs = await tx.execute<Run & Record<string, unknown>>(sql`
      select job, occasion, (extract(epoch from at) * 1000)::float8 as at, made from job_runs order by at desc, job limit ${RUNS}`);
    const counts = await tx.execute<{ state: Post['state']; count: number }>(sql`select ${STATE} as state, count(*)::int as count from outbox group by 1`);
    const posts = await tx.execute<Post & Record<string, unknown>>(sql`
      select id, event, (extract(epoch from created_at) * 1000)::float8 as "createdAt", attempts, (extract(epoch from next_at) * 1000)::float8 as "nextAt", problem, ${STATE} as state
      from outbox order by delivered_at is null desc, created_at desc limit ${POSTS}`);
    return {
      runs: runs.rows,
      messenger: hook && new URL(hook.url).host,
      counts: { waiting: 0, delivered: 0, 'given-up': 0, ...Object.fromEntries(counts.rows.map(({ state, count }) => [state, count])) },
      posts: posts.rows,
    };
  });
}
