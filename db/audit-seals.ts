import { type SQL, sql } from 'drizzle-orm';
import { asSystem, type Tx } from './fence';
import { LOCKS } from './locks';

/** Where the chain of the audit trail stands. */
export interface SealedUntil {
  readonly no: number;
  /** Everything written until then, epoch milliseconds of the county's clock. */
  readonly until: number;
  /** Of the last seal, and with it of everything before: whoever wrote it down can tell whether the trail is still the same. */
  readonly hash: string;
}

const MOST_ROWS = 5_000;
const LOCK = sql`pg_try_advisory_xact_lock(${LOCKS.auditSeals}, 0)`;

/** How long a number that was passed over may still turn up: its writer had not finished. None lasts so long. */
const STILL_COMING = sql`interval '1 hour'`;

/** What is sealed of a row: everything, in a form that no setting of a session changes. */
const SEALED = sql`jsonb_build_array(a.id, extract(epoch from a.at)::text, a.person_id, a.actor, a.command, a.subject_kind, a.subject_id, a.division, a.address, a.before, a.after)::text`;

const chained = (before: SQL): SQL => sql`encode(sha256(convert_to(${before} || coalesce(string_agg(E'\n' || ${SEALED}, '' order by a.id), ''), 'UTF8')), 'hex')`;

/**
 * Chains the rows written since the last seal to it, at most so many at once, in the database. Writers neither wait for it nor for
 * each other: a number whose writer has not finished is passed over and noted, and its row sealed later.
 * @returns how many rows were sealed; 0 when none wait, or another instance is at it
 */
export async function sealNext(): Promise<number> {
  return asSystem('job', async (tx) => {
    const { rows: [lock] } = await tx.execute<{ got: boolean }>(sql`select ${LOCK} as got, set_config('app.audit', 'all', true)`);
    if (!lock?.got) return 0;
    const { rows: [sealed] } = await tx.execute<{ rows: number }>(sql`
      with last as (
        select coalesce(max(no), 0) as no, coalesce(max(last_id), 0) as last_id, coalesce((array_agg(hash order by no desc))[1], '') as hash from audit_seals
      ), coming as (
        select unnest(skipped) as id from audit_seals where at > now() - ${STILL_COMING} except select unnest(late) from audit_seals where at > now() - ${STILL_COMING}
      ), waiting as materialized (
        (select a.* from audits a, last where a.id > last.last_id order by a.id limit ${MOST_ROWS})
        union all select a.* from audits a where a.id in (select id from coming)
      ), bounds as (select greatest(max(a.id), last.last_id) as last_id from waiting a, last group by last.last_id)
      insert into audit_seals (no, last_id, count, late, skipped, until, hash)
      select last.no + 1, bounds.last_id, count(*),
        coalesce(array_agg(a.id order by a.id) filter (where a.id <= last.last_id), '{}'),
        array(select id from generate_series(last.last_id + 1, bounds.last_id) as id except select w.id from waiting w order by 1),
        max(a.at), ${chained(sql`last.hash`)}
      from waiting a, last, bounds group by last.no, last.hash, last.last_id, bounds.last_id
      returning count as rows`);
    if (!sealed) return 0;
    await tx.execute(sql`
      insert into installation (key, value) select 'audit_seal', no || ' ' || hash from audit_seals order by no desc limit 1
      on conflict (key) do update set value = excluded.value`);
    return sealed.rows;
  });
}

/** The last seal; null before the first. */
export async function sealedUntil(tx: Tx): Promise<SealedUntil | null> {
  const { rows } = await tx.execute<SealedUntil & Record<string, unknown>>(sql`
    select no, hash, (extract(epoch from until) * 1000)::float8 as until from audit_seals order by no desc limit 1`);
  return rows[0] ?? null;
}

/** What the chain says was changed, taken out, put in or cut off, for db/invariants.ts. */
export const CHAIN_BROKEN: SQL = sql`
  select 'seal ' || s.no as subject, null as division, case
      when s.no <> s.before_no + 1 then 'seal ' || (s.before_no + 1) || ' is gone'
      when found.count <> s.count then 'of its ' || s.count || ' rows ' || found.count || ' are there, up to row ' || s.last_id
      else 'a row from ' || (s.after_id + 1) || ' to ' || s.last_id || ' is not what was sealed' end as detail
  from (
    select *, lag(no, 1, 0) over w as before_no, lag(hash, 1, '') over w as before, lag(last_id, 1, 0::bigint) over w as after_id from audit_seals window w as (order by no)
  ) as s
  cross join lateral (
    select count(*) as count, ${chained(sql`s.before`)} as hash from (
      select a.* from audits a where a.id > s.after_id and a.id <= s.last_id and a.id <> all(s.skipped)
      union all select a.* from audits a where a.id = any(s.late)
    ) as a
  ) as found
  where s.no <> s.before_no + 1 or found.count <> s.count or found.hash <> s.hash
  union all select 'audit ' || a.id, a.division, 'was put in after seal ' || s.no
  from (select no, at, unnest(skipped) as id from audit_seals) as s join audits a on a.id = s.id
  where s.at <= now() - ${STILL_COMING} and not exists (select from audit_seals l where l.no > s.no and a.id = any(l.late))
  union all select 'seal ' || split_part(i.value, ' ', 1), null, 'was the last one and is gone, with what came after it'
  from installation i where i.key = 'audit_seal' and not exists (select from audit_seals s where s.no || ' ' || s.hash = i.value)`;
