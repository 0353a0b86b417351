import { type SQL, sql } from 'drizzle-orm';
import { HOUSEHOLDS_PER_CADRE } from '@/domain/assignment';
import type { Duty, PostKind } from '@/domain/command';
import type { RegisterName } from '@/domain/indicators';
import { NEEDED } from '@/domain/post';

/** Where people are missing, and where too much hangs on one of them. Each is a span of days, so any month can be asked. */
const pairsOf = (pairs: readonly (readonly [PostKind, Duty])[]): SQL => sql`(values ${sql.join(pairs.map(([kind, duty]) => sql`(${kind}, ${duty})`), sql`, `)})`;

const SEATS = pairsOf(Object.entries(NEEDED).flatMap(([kind, duties]) => duties.map((duty) => [kind as PostKind, duty] as const)));
const TECHNICIANS = pairsOf([['team', 'technician']]);

/** The days on which nobody served a duty at a post, from its establishment on. Partitioned by division too, so that a village reads itself alone. */
const vacant = (seats: SQL): SQL => sql`
  select g.post_id || ':' || g.duty || ':' || g.since as key, g.post_id as ord, g.division, g.since, g.until, 1 as amount, g.name as label, 'vacancy' as kind
  from (
    select t.post_id, t.duty, t.division, t.name,
      max(t.ends) over (partition by t.division, t.post_id, t.duty order by t.starts, t.id) as since,
      least(lead(t.starts) over (partition by t.division, t.post_id, t.duty order by t.starts, t.id), t.abolished) as until
    from (
      select p.id as post_id, need.duty, p.division, p.name, p.abolished_on as abolished, date '0001-01-01' as starts, p.established_on as ends, 0 as id
      from posts p join ${seats} as need (kind, duty) on need.kind = p.kind
      union all
      select p.id, need.duty, p.division, p.name, p.abolished_on, a.starts_on, coalesce(a.ends_on, 'infinity'), a.id
      from posts p join ${seats} as need (kind, duty) on need.kind = p.kind
      join appointments a on a.post_id = p.id and a.duty = need.duty and (a.ends_on is null or a.ends_on > a.starts_on)
    ) as t
  ) as g
  where g.since < coalesce(g.until, 'infinity')`;

export const STAFFING_REGISTERS = {
  seats: sql`
    select p.id || ':' || need.duty as key, p.id as ord, p.division, p.established_on as since, p.abolished_on as until, 1 as amount, p.name as label, 'vacancy' as kind
    from posts p join ${SEATS} as need (kind, duty) on need.kind = p.kind`,
  vacancies: vacant(SEATS),
  'teams-without-technician': vacant(TECHNICIANS),
  // A department's head who runs its line holds one post in two names. Every post beyond a person's first counts once, however many duties it carries: the later term, while an earlier one elsewhere lasts.
  'double-posts': sql`
    select a.id::text as key, a.id as ord, a.division, greatest(a.starts_on, earlier.here) as since,
      nullif(least(coalesce(a.ends_on, 'infinity'), earlier.elsewhere), 'infinity') as until, 1 as amount,
      (select n.name from people n where n.id = a.person_id) as label, 'appointment' as kind
    from appointments a
    cross join lateral (
      select max(coalesce(e.ends_on, 'infinity')) filter (where e.post_id = a.post_id) as here,
        max(coalesce(e.ends_on, 'infinity')) filter (where e.post_id <> a.post_id) as elsewhere
      from appointments e where e.person_id = a.person_id and e.duty <> 'department-head' and (e.starts_on, e.id) < (a.starts_on, a.id)
    ) as earlier
    where a.duty <> 'department-head' and least(coalesce(a.ends_on, 'infinity'), earlier.elsewhere) > greatest(a.starts_on, earlier.here) and earlier.elsewhere is not null`,
  // A household is in good hands while it is assigned to somebody who serves as a cadre; every other day since its registration is a gap.
  'orphaned-households': sql`
    select g.household_id || ':' || g.since as key, g.household_id as ord, g.division, g.since, g.until, 1 as amount,
      (select h.head_name from households h where h.id = g.household_id) as label, 'household' as kind, g.household_id as household
    from (
      select t.household_id, t.division, max(t.ends) over (partition by t.division, t.household_id order by t.starts, t.ends) as since,
        lead(t.starts) over (partition by t.division, t.household_id order by t.starts, t.ends) as until
      from (
        select h.id as household_id, h.division, date '0001-01-01' as starts, h.registered_on as ends from households h
        union all
        select a.household_id, a.division, greatest(a.starts_on, s.starts_on), least(coalesce(a.ends_on, 'infinity'), coalesce(s.ends_on, 'infinity'))
        from assignments a
        join appointments s on s.person_id = a.person_id and s.duty = 'cadre'
          and s.starts_on < coalesce(a.ends_on, 'infinity') and coalesce(s.ends_on, 'infinity') > greatest(a.starts_on, s.starts_on)
      ) as t
    ) as g
    where g.since < coalesce(g.until, 'infinity')`,
  // A cadre stands in the village of the household that was one too many.
  'overloaded-cadres': sql`
    select held.person_id || ':' || o.since as key, held.person_id as ord, held.division, o.since, o.until, 1 as amount,
      (select n.name from people n where n.id = held.person_id) as label, 'person' as kind
    from (select a.person_id, a.division from assignments a group by a.person_id, a.division) as held
    cross join lateral (
      select turn.day as since, lead(turn.day) over (order by turn.day) as until, turn.heavy, turn.division
      from (
        select day, division, load > ${HOUSEHOLDS_PER_CADRE} as heavy, lag(load > ${HOUSEHOLDS_PER_CADRE}, 1, false) over (order by day) as heavy_before
        from (
          select move.day, min(move.division) filter (where move.change > 0) as division, sum(sum(move.change)) over (order by move.day) as load
          from (
            select b.starts_on as day, 1 as change, b.division from assignments b where b.person_id = held.person_id and (b.ends_on is null or b.ends_on > b.starts_on)
            union all
            select b.ends_on, -1, b.division from assignments b where b.person_id = held.person_id and b.ends_on > b.starts_on
          ) as move group by move.day
        ) as loads
      ) as turn
      where turn.heavy <> turn.heavy_before
    ) as o
    where o.heavy and o.division = held.division
      and (select count(*) from assignments c where c.person_id = held.person_id) > ${HOUSEHOLDS_PER_CADRE}`,
} satisfies Partial<Record<RegisterName, SQL>>;
