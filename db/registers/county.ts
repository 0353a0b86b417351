import { type SQL, sql } from 'drizzle-orm';
import type { TownshipService } from '@/domain/county-exit';
import type { RegisterName } from '@/domain/indicators';
import { MEASURED_DAY } from '../measured-day';

/** Divisions, posts, people of the command. County-wide rows hang on the county's own code. */
const divisionsOf = (level: 'township' | 'village'): SQL => sql`
  select d.code as key, 0 as ord, d.code as division, date '2014-01-01' as since, null::date as until, 1 as amount, d.name as label, 'division' as kind
  from divisions d where d.level = ${sql.raw(`'${level}'`)}`;

const postsOf = (kind: 'headquarters' | 'sub-command' | 'team' | 'squad' | 'evaluation-group', hangsOn: SQL = sql`left(p.division, 6)`): SQL => sql`
  select p.id::text as key, p.id as ord, ${hangsOn} as division, p.established_on as since, p.abolished_on as until, 1 as amount, p.name as label, 'post' as kind
  from posts p where p.kind = ${sql.raw(`'${kind}'`)}`;

const holdersOf = (duty: 'first-secretary' | 'technician' | 'specialist', hangsOn: SQL = sql`a.division`): SQL => sql`
  select a.id::text as key, a.id as ord, ${hangsOn} as division, a.starts_on as since, a.ends_on as until, 1 as amount,
    (select p.name from people p where p.id = a.person_id) as label, 'appointment' as kind
  from appointments a where a.duty = ${sql.raw(`'${duty}'`)}`;

const servicesOf = (kind: TownshipService): SQL => sql`
  select s.township as key, 0 as ord, s.township as division, s.standard_since as since, null::date as until, 1 as amount, s.name as label, 'division' as kind
  from township_services s where s.kind = ${sql.raw(`'${kind}'`)} and s.standard_since is not null`;

const allocationsFrom = (source: 'fiscal' | 'party' | 'donation'): SQL => sql`
  select a.id::text as key, a.id as ord, a.division, a.allotted_on as since, null::date as until, a.amount, a.document_no as label, 'allocation' as kind
  from allocations a where a.source = ${sql.raw(`'${source}'`)}`;

export const COUNTY_REGISTERS = {
  townships: divisionsOf('township'),
  villages: divisionsOf('village'),
  'poor-villages': sql`
    select v.code as key, 0 as ord, v.code as division, v.poor_since as since, null::date as until, 1 as amount,
      (select d.name from divisions d where d.code = v.code) as label, 'division' as kind
    from villages v where v.poor_since is not null`,
  'central-schools': servicesOf('central-school'),
  'township-clinics': servicesOf('clinic'),
  'service-centres': servicesOf('service-centre'),
  zones: sql`
    select z.no::text as key, 0 as ord, (select d.code from divisions d where d.level = 'county') as division, date '2014-01-01' as since, null::date as until,
      1 as amount, z.name as label, 'zone' as kind
    from zones z`,
  headquarters: postsOf('headquarters'),
  'sub-commands': postsOf('sub-command'),
  'lead-departments': sql`
    select l.department as key, 0 as ord, (select d.code from divisions d where d.level = 'county') as division, date '2014-01-01' as since, null::date as until,
      1 as amount, (select d.name from departments d where d.code = l.department) as label, 'department' as kind
    from line_departments l group by l.department`,
  'linked-leaders': sql`
    select p.person_id::text as key, 0 as ord, left(min(p.division), 6) as division, min(p.starts_on) as since,
      case when bool_or(p.ends_on is null) then null else max(p.ends_on) end as until, 1 as amount,
      (select n.name from people n where n.id = p.person_id) as label, 'person' as kind
    from pairings p where p.person_id is not null group by p.person_id`,
  'linked-departments': sql`
    select p.department as key, 0 as ord, left(min(p.division), 6) as division, min(p.starts_on) as since,
      case when bool_or(p.ends_on is null) then null else max(p.ends_on) end as until, 1 as amount,
      (select d.name from departments d where d.code = p.department) as label, 'department' as kind
    from pairings p where p.department is not null group by p.department`,
  // A person's unbroken days in office with a household; those in a second village count where there are none in an earlier one.
  'assigned-cadres': sql`
    select held.person_id || ':' || lower(served.days) as key, held.person_id as ord, held.division, lower(served.days) as since, upper(served.days) as until, 1 as amount,
      (select p.name from people p where p.id = held.person_id) as label, 'person' as kind
    from (select a.person_id, a.division from assignments a group by a.person_id, a.division) as held
    cross join lateral (
      select place.division, unnest(place.days - coalesce(range_agg(place.days) over (order by place.since, place.division rows between unbounded preceding and 1 preceding), '{}')) as days
      from (
        select a.division, min(greatest(a.starts_on, s.starts_on)) as since, range_agg(daterange(greatest(a.starts_on, s.starts_on), least(a.ends_on, s.ends_on))) as days
        from assignments a
        join appointments s on s.person_id = a.person_id and s.duty = 'cadre' and s.starts_on < coalesce(s.ends_on, 'infinity')
          and s.starts_on < coalesce(a.ends_on, 'infinity') and coalesce(s.ends_on, 'infinity') > a.starts_on and a.starts_on < coalesce(a.ends_on, 'infinity')
        where a.person_id = held.person_id group by a.division
      ) as place
    ) as served
    where served.division = held.division`,
  teams: postsOf('team', sql`p.division`),
  'first-secretaries': holdersOf('first-secretary'),
  technicians: holdersOf('technician'),
  'fiscal-allocations': allocationsFrom('fiscal'),
  'party-allocations': allocationsFrom('party'),
  'donation-allocations': allocationsFrom('donation'),
  'poor-village-projects': sql`
    select v.code || ':0' as key, 0 as ord, v.code as division, v.poor_since as since, null::date as until, 0 as amount, '' as label, 'project' as kind
    from villages v where v.poor_since is not null
    union all
    select v.code || ':' || p.id, 0, v.code, p.approved_on, null::date, p.amount, p.name, 'project'
    from villages v join projects p on p.division = v.code where v.poor_since is not null`,
  'late-projects': sql`
    select p.id::text as key, p.id as ord, p.division, p.due_on + 1 as since, p.finished_on as until, 1 as amount, p.name as label, 'project' as kind
    from projects p where p.due_on < ${MEASURED_DAY} and (p.finished_on is null or p.finished_on > p.due_on)`,
  squads: postsOf('squad'),
  specialists: holdersOf('specialist', sql`left(a.division, 6)`),
  'evaluation-groups': postsOf('evaluation-group'),
  evaluations: sql`
    select e.id::text as key, e.id as ord, e.division, e.held_on as since, null::date as until, 1 as amount, e.name as label, 'evaluation' as kind
    from evaluations e`,
} satisfies Partial<Record<RegisterName, SQL>>;
