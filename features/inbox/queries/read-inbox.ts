import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { settled, stillMissing } from '@/db/inbox';
import { deadlines, FILING_DAYS } from '@/domain/deadline';
import type { MessageKind, MessageMoment } from '@/domain/inbox';
import type { Month } from '@/domain/month';
import type { ReliefState } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

export interface Message {
  readonly id: number;
  readonly kind: MessageKind;
  /** When it was sent; of a reminder whose month was locked before it was heeded: 'locked', because nobody can do any more what it asked for. */
  readonly moment: MessageMoment | null;
  readonly month: Month;
  readonly checklistId: number | null;
  readonly post: string | null;
  /** Of a relief case beyond its days: which, and the step it waited in. */
  readonly relief: { readonly id: number; readonly no: string; readonly state: ReliefState } | null;
  /** Of a digest: how many were missing when it was sent, and how many are now. */
  readonly missing: number | null;
  readonly missingNow: number | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly read: boolean;
  readonly settled: boolean;
  readonly dueAt: Date;
  readonly lockAt: Date;
}

interface Row extends Record<string, unknown>, Omit<Message, 'dueAt' | 'lockAt'> {
  dueDay: number | null;
  lockDay: number | null;
  now: number;
  total: number;
}

export const INBOX_PAGE = 30;

/** The viewer's own messages, newest first: one page, and how many in all. */
export async function readInbox(viewer: Viewer, page: number): Promise<{ rows: Message[]; total: number }> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select m.id, m.kind, m.moment, m.month, m.checklist_id as "checklistId", p.name as post, m.missing,
        case when m.relief_case_id is not null then (select json_build_object('id', c.id, 'no', c.no, 'state', m.relief_state) from relief_cases c where c.id = m.relief_case_id) end as relief,
        case when m.kind = 'digest' then ${stillMissing} end as "missingNow", (extract(epoch from m.at) * 1000)::float8 as at,
        m.read_at is not null as read, ${settled} as settled, days.due_day as "dueDay", days.lock_day as "lockDay", (extract(epoch from county_now()) * 1000)::float8 as now, m.total
      from (
        select *, (count(*) over ())::int as total from inbox_messages where person_id = ${viewer.personId}
        order by id desc limit ${INBOX_PAGE} offset ${(page - 1) * INBOX_PAGE}
      ) as m left join posts p on p.id = m.post_id
      left join lateral (select due_day, lock_day from filing_calendar where from_month <= m.month order by from_month desc limit 1) as days on true
      order by m.id desc`);
    const total = rows[0]?.total ?? 0;
    return {
      rows: rows.map(({ dueDay, lockDay, now, ...row }) => {
        const days = deadlines(row.month, { dueDay: dueDay ?? FILING_DAYS.dueDay, lockDay: lockDay ?? FILING_DAYS.lockDay });
        return { ...row, ...days, moment: row.kind === 'reminder' && !row.settled && days.lockAt.getTime() <= now ? 'locked' : row.moment };
      }),
      total,
    };
  });
}
