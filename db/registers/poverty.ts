import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';

const households = (since: SQL, until: SQL, where: SQL = sql`true`): SQL => sql`
  select h.id::text as key, h.id as ord, h.division, ${since} as since, ${until} as until, 1 as amount, h.head_name as label, 'household' as kind, h.id as household
  from households h where ${where}`;

/** Persons are counted by their household's dates and place: a household is registered and exits whole, and an index finds a village's. */
const persons = (since: SQL, until: SQL, where: SQL = sql`true`): SQL => sql`
  select m.id::text as key, m.id as ord, h.division, ${since} as since, ${until} as until, 1 as amount, m.name as label, 'member' as kind, m.household_id as household
  from members m join households h on h.id = m.household_id where ${where}`;

const registered = sql`h.registered_on`;
const exited = sql`h.exited_on`;
const never = sql`null::date`;

export const POVERTY_REGISTERS = {
  'registered-households': households(registered, never),
  'registered-persons': persons(registered, never),
  'remaining-households': households(registered, exited),
  'remaining-persons': persons(registered, exited),
  'household-exits': households(exited, never, sql`h.exited_on is not null`),
  'person-exits': persons(exited, never, sql`h.exited_on is not null`),
  'rural-population': sql`
    select p.division || ':' || p.year as key, 0 as ord, p.division, make_date(p.year, 1, 1) as since,
      make_date(lead(p.year) over (partition by p.division order by p.year), 1, 1) as until, p.people as amount,
      (select d.name from divisions d where d.code = p.division) as label, 'division' as kind
    from populations p`,
  'village-exits': sql`
    select v.code as key, 0 as ord, v.code as division, v.exited_on as since, null::date as until, 1 as amount,
      (select d.name from divisions d where d.code = v.code) as label, 'division' as kind
    from villages v where v.exited_on is not null`,
  'village-exits-2017': sql`
    select v.code as key, 0 as ord, v.code as division, v.exited_on as since, null::date as until, 1 as amount,
      (select d.name from divisions d where d.code = v.code) as label, 'division' as kind
    from villages v where v.exited_on >= '2017-01-01' and v.exited_on < '2018-01-01'`,
  'collective-incomes-exited-2017': sql`
    select v.code as key, 0 as ord, v.code as division, date '2017-12-31' as since, null::date as until, i.amount,
      (select d.name from divisions d where d.code = v.code) as label, 'division' as kind
    from villages v join collective_incomes i on i.division = v.code and i.year = 2017
    where v.exited_on >= '2017-01-01' and v.exited_on < '2018-01-01'`,
  'population-exited-2017': sql`
    select v.code as key, 0 as ord, v.code as division, date '2017-12-31' as since, null::date as until, p.people as amount,
      (select d.name from divisions d where d.code = v.code) as label, 'division' as kind
    from villages v join populations p on p.division = v.code and p.year = 2017
    where v.exited_on >= '2017-01-01' and v.exited_on < '2018-01-01'`,
} satisfies Partial<Record<RegisterName, SQL>>;
