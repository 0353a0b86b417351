import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';
import { UNVISITED_DAYS } from '@/domain/visit';
import { MEASURED_DAY } from '../measured-day';

type Stage = 'approved_on' | 'agreed_on' | 'started_on' | 'finished_on' | 'moved_in_on' | 'demolished_on' | 'reclaimed_on';

/** Housing cases of a programme that reached a stage; the amount is the people housed. */
const housed = (programme: 'renovation' | 'relocation', stage: Stage): SQL => sql`
  select c.id::text as key, c.id as ord, c.division, ${sql.raw(`c.${stage}`)} as since, null::date as until, c.people as amount,
    (select h.head_name from households h where h.id = c.household_id) as label, 'housing' as kind, c.household_id as household
  from housing_cases c where c.programme = ${sql.raw(`'${programme}'`)} and ${sql.raw(`c.${stage}`)} is not null`;

const bases = (kind: 'grain' | 'vegetables' | 'herbs'): SQL => sql`
  select b.id::text as key, b.id as ord, b.division, b.built_on as since, null::date as until, b.mu as amount,
    (select d.name from divisions d where d.code = b.division) as label, 'base' as kind
  from bases b where b.kind = ${sql.raw(`'${kind}'`)}`;

const organizations = (kind: 'collective' | 'cooperative' | 'family-farm'): SQL => sql`
  select o.id::text as key, o.id as ord, o.division, o.founded_on as since, null::date as until, 1 as amount, o.name as label, 'organization' as kind
  from organizations o where o.kind = ${sql.raw(`'${kind}'`)}`;

const workplaces = (kind: 'workshop' | 'base'): SQL => sql`
  select w.id::text as key, w.id as ord, w.division, w.opened_on as since, null::date as until, 1 as amount, w.name as label, 'workplace' as kind
  from workplaces w where w.kind = ${sql.raw(`'${kind}'`)}`;

const jobEvents = (kind: 'fair' | 'delivery'): SQL => sql`
  select e.id::text as key, e.id as ord, e.division, e.held_on as since, null::date as until, 1 as amount,
    (select d.name from divisions d where d.code = e.division) as label, 'event' as kind
  from job_events e where e.kind = ${sql.raw(`'${kind}'`)}`;

const sponsors = (kind: 'enterprise' | 'association'): SQL => sql`
  select s.id::text as key, s.id as ord, left(min(h.division), 6) as division, min(h.starts_on) as since, null::date as until, 1 as amount,
    s.name as label, 'sponsor' as kind
  from sponsors s join sponsorships h on h.sponsor_id = s.id where s.kind = ${sql.raw(`'${kind}'`)} group by s.id`;

const helpedVillages = (poor: boolean): SQL => sql`
  select h.division as key, 0 as ord, h.division, min(h.starts_on) as since, null::date as until, 1 as amount,
    (select d.name from divisions d where d.code = h.division) as label, 'division' as kind
  from sponsorships h join villages v on v.code = h.division
  where v.poor_since is ${sql.raw(poor ? 'not null' : 'null')} group by h.division`;

/**
 * Households without a visit: a gap of more than so many days after a visit (or after registration) opens on the day after and
 * closes with the next visit. Partitioned by division too, so that a village's measurement reads that village alone, and each visit once.
 */
const unvisited = (days: number): SQL => sql`
  select g.household_id || ':' || g.since as key, g.household_id as ord, g.division, g.since, g.until, 1 as amount,
    (select h.head_name from households h where h.id = g.household_id) as label, 'household' as kind, g.household_id as household
  from (
    select e.household_id, e.division, e.day + ${sql.raw(String(days + 1))} as since, lead(e.day) over (partition by e.division, e.household_id order by e.visited, e.day) as until
    from (
      select v.household_id, v.division, true as visited, v.visited_on as day from visits v
      union all
      select h.id, h.division, false, h.registered_on from households h
    ) as e
  ) as g
  where g.since <= ${MEASURED_DAY} and (g.until is null or g.until > g.since)`;

export const FIELD_REGISTERS = {
  renovations: housed('renovation', 'finished_on'),
  relocations: housed('relocation', 'moved_in_on'),
  'relocations-approved': housed('relocation', 'approved_on'),
  'relocations-agreed': housed('relocation', 'agreed_on'),
  'relocations-started': housed('relocation', 'started_on'),
  'relocations-finished': housed('relocation', 'finished_on'),
  'relocations-demolished': housed('relocation', 'demolished_on'),
  'relocations-reclaimed': housed('relocation', 'reclaimed_on'),
  sites: sql`
    select s.id::text as key, s.id as ord, s.division, s.finished_on as since, null::date as until, 1 as amount, s.name as label, 'site' as kind
    from sites s where s.finished_on is not null`,
  parks: sql`
    select p.id::text as key, p.id as ord, p.division, p.built_on as since, null::date as until, 1 as amount, p.name as label, 'park' as kind
    from parks p`,
  gardens: sql`
    select g.id::text as key, g.id as ord, g.division, g.built_on as since, null::date as until, 1 as amount,
      (select h.head_name from households h where h.id = g.household_id) as label, 'garden' as kind, g.household_id as household
    from gardens g`,
  'grain-bases': bases('grain'),
  'vegetable-bases': bases('vegetables'),
  'herb-bases': bases('herbs'),
  collectives: organizations('collective'),
  cooperatives: organizations('cooperative'),
  'family-farms': organizations('family-farm'),
  workshops: workplaces('workshop'),
  'employment-bases': workplaces('base'),
  trainings: sql`
    select t.id::text as key, t.id as ord, t.division, t.held_on as since, null::date as until, t.people as amount, t.title as label, 'training' as kind
    from trainings t`,
  // A department counts once a year, from its first course.
  'training-departments': sql`
    select t.department || ':' || date_part('year', min(t.held_on)) as key, 0 as ord, left(min(t.division), 6) as division, min(t.held_on) as since,
      null::date as until, 1 as amount, (select d.name from departments d where d.code = t.department) as label, 'department' as kind
    from trainings t group by t.department, date_part('year', t.held_on)`,
  'job-fairs': jobEvents('fair'),
  'job-deliveries': jobEvents('delivery'),
  'labour-exports': sql`
    select l.id::text as key, l.id as ord, l.division, l.counted_on as since, null::date as until, l.people as amount,
      (select d.name from divisions d where d.code = l.division) as label, 'division' as kind
    from labour_exports l`,
  employments: sql`
    select e.id::text as key, e.id as ord, e.division, e.started_on as since, null::date as until, 1 as amount,
      (select m.name from members m where m.id = e.member_id) as label, 'employment' as kind, e.household_id as household
    from employments e`,
  contributions: sql`
    select c.id::text as key, c.id as ord, c.division, c.received_on as since, null::date as until, c.amount,
      coalesce((select s.name from sponsors s where s.id = c.sponsor_id), '') as label, 'contribution' as kind
    from contributions c`,
  enterprises: sponsors('enterprise'),
  associations: sponsors('association'),
  'helped-poor-villages': helpedVillages(true),
  'helped-other-villages': helpedVillages(false),
  'returnee-enterprises': sql`
    select r.id::text as key, r.id as ord, r.division, r.founded_on as since, null::date as until, r.founders as amount, r.name as label, 'enterprise' as kind
    from returnee_enterprises r`,
  'assigned-households': sql`
    select a.id::text as key, a.id as ord, a.division, a.starts_on as since, a.ends_on as until, 1 as amount,
      (select h.head_name from households h where h.id = a.household_id) as label, 'assignment' as kind, a.household_id as household
    from assignments a`,
  visits: sql`
    select v.id::text as key, v.id as ord, v.division, v.visited_on as since, null::date as until, 1 as amount,
      (select h.head_name from households h where h.id = v.household_id) as label, 'visit' as kind, v.household_id as household
    from visits v`,
  // A household counts once a month, at its first visit; written as an anti-join so that an index narrows it to village and days.
  'visited-households': sql`
    select v.id::text as key, v.id as ord, v.division, v.visited_on as since, null::date as until, 1 as amount,
      (select h.head_name from households h where h.id = v.household_id) as label, 'visit' as kind, v.household_id as household
    from visits v
    where not exists (
      select from visits e
      where e.household_id = v.household_id and e.visited_on >= date_trunc('month', v.visited_on)::date and e.visited_on <= v.visited_on
        and (e.visited_on, e.id) < (v.visited_on, v.id))`,
  'unvisited-one-month': unvisited(UNVISITED_DAYS[1]),
  'unvisited-three-months': unvisited(UNVISITED_DAYS[3]),
  'neglected-households': unvisited(UNVISITED_DAYS[6]),
  // From the registration on, until somebody comes for the first time.
  'never-visited': sql`
    select h.id::text as key, h.id as ord, h.division, h.registered_on as since,
      (select v.visited_on from visits v where v.household_id = h.id order by v.visited_on limit 1) as until, 1 as amount,
      h.head_name as label, 'household' as kind, h.id as household
    from households h`,
  'open-demands': sql`
    select d.id::text as key, d.id as ord, d.division, d.raised_on as since, d.answered_on as until, 1 as amount,
      (select h.head_name from households h where h.id = d.household_id) as label, 'demand' as kind, d.household_id as household
    from demands d`,
  // A promise is overdue from the day after it was due until the demand is answered.
  'overdue-promises': sql`
    select d.id::text as key, d.id as ord, d.division, d.due_on + 1 as since, d.answered_on as until, 1 as amount,
      (select h.head_name from households h where h.id = d.household_id) as label, 'demand' as kind, d.household_id as household
    from demands d where d.due_on < ${MEASURED_DAY}`,
} satisfies Partial<Record<RegisterName, SQL>>;
