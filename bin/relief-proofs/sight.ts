import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import type { BatchState, LineState } from '@/domain/fund';
import type { ReliefState } from '@/domain/relief';

/** Money of a worksheet by kind, in fen. */
export type Sheet = Readonly<Record<'wage' | 'business' | 'property' | 'transfer' | 'cost', number>>;

/** A case as its next hand sees it. */
export interface SeenCase {
  readonly id: number;
  readonly state: ReliefState;
  readonly version: number;
  readonly division: string;
  readonly head: string;
  readonly people: readonly number[];
  readonly sheet: Sheet | null;
  readonly notice: number | null;
  /** The days of its notice are over. */
  readonly posted: boolean;
  readonly objections: readonly number[];
  /** A changed account that nobody confirmed yet. */
  readonly card: number | null;
}

export interface SeenBatch {
  readonly id: number;
  readonly no: string;
  readonly state: BatchState;
  readonly version: number;
  readonly hash: string | null;
  readonly lines: readonly { readonly id: number; readonly no: number; readonly caseNo: string; readonly amount: number; readonly state: LineState; readonly ref: string | null; readonly returnRef: string | null; readonly reason: string | null }[];
}

export interface Sight {
  readonly today: string;
  readonly cases: readonly SeenCase[];
  readonly batches: readonly SeenBatch[];
  /** Entries of income. */
  readonly income: readonly number[];
}

/** Everything there is to act on, as it stands. */
export const look = (): Promise<Sight> => asSystem('job', async (tx) => {
  const { rows: [row] } = await tx.execute<Sight & Record<string, unknown>>(sql`
    select to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
      coalesce((select json_agg(json_build_object('id', c.id, 'state', c.state, 'version', c.version, 'division', c.division, 'head', c.head_name,
        'people', (select coalesce(json_agg(p.id order by p.id), '[]') from relief_people p where p.case_id = c.id),
        'sheet', (select json_build_object('wage', w.wage, 'business', w.business, 'property', w.property, 'transfer', w.transfer, 'cost', w.cost) from relief_worksheets w where w.case_id = c.id and w.round = c.round order by w.id desc limit 1),
        'notice', (select max(n.id) from relief_notices n where n.case_id = c.id),
        'posted', exists (select from relief_notices n where n.case_id = c.id and n.round = c.round and n.closes_at <= county_now()),
        'objections', (select coalesce(json_agg(o.id), '[]') from relief_objections o where o.case_id = c.id and o.answered_at is null),
        'card', (select max(k.id) from relief_cards k where k.case_id = c.id and k.is_change and k.confirmed_at is null)) order by c.id) from relief_cases c), '[]') as cases,
      coalesce((select json_agg(json_build_object('id', b.id, 'no', b.no, 'state', b.state, 'version', b.version, 'hash', b.file_hash,
        'lines', (select coalesce(json_agg(json_build_object('id', l.id, 'no', l.no, 'caseNo', c.no, 'amount', l.amount, 'state', l.state, 'ref', l.bank_ref, 'returnRef', l.return_ref, 'reason', l.reason) order by l.no), '[]')
          from relief_batch_lines l join relief_cases c on c.id = l.case_id where l.batch_id = b.id)) order by b.id) from relief_batches b), '[]') as batches,
      coalesce((select json_agg(id order by id) from fund_entries where deed in ('top-up', 'donation', 'interest')), '[]') as income`);
  if (!row) throw new Error('nothing to see');
  return row;
}, 'read');
