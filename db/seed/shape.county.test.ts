import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '../fence';
import { open } from '../vault';
import { checkDigit } from '@/domain/id-number';

const rows = <T extends Record<string, unknown>>(query: string) => asSystem('job', async (tx) => (await tx.execute<T>(sql.raw(query))).rows, 'read');
const count = async (query: string) => Number((await rows<{ n: number }>(`select count(*) as n from ${query}`))[0]!.n);

/** What must not be found in a county that looks true. */
const NEVER: Record<string, string> = {
  'a household outside a village': `households h left join divisions d on d.code = h.division and d.level = 'village' where d.code is null`,
  'a household lifted before it was registered': `households where exited_on <= registered_on`,
  'a household lifted without all six safeguards': `households where exited_on is not null and not coalesce(greatest(schooling_since, medical_since, housing_since, water_since, electricity_since, broadcast_since) <= exited_on
    and num_nulls(schooling_since, medical_since, housing_since, water_since, electricity_since, broadcast_since) = 0, false)`,
  'a household without members or without a head': `households h where (select count(*) from members m where m.household_id = h.id and m.relation = 'head' and m.name = h.head_name) <> 1`,
  'a member in another village than the household': `members m join households h on h.id = m.household_id where m.division <> h.division`,
  'a member born after the registration': `members m join households h on h.id = m.household_id where m.born_on >= h.registered_on`,
  'two open assignments': `(select household_id from assignments where ends_on is null group by 1 having count(*) > 1) as twice`,
  'an assignment before the registration': `assignments a join households h on h.id = a.household_id where a.starts_on < h.registered_on`,
  'an assignment that ends before it starts': `assignments where ends_on <= starts_on`,
  'a cadre in post without households': `appointments p where p.duty = 'cadre' and p.ends_on is null and not exists (select from assignments a where a.person_id = p.person_id and a.ends_on is null)`,
  'a visit outside its assignment': `visits v where not exists (select from assignments a where a.household_id = v.household_id and a.person_id = v.person_id and v.visited_on >= a.starts_on and (a.ends_on is null or v.visited_on < a.ends_on))`,
  'something after today': `visits where visited_on > '2018-02-28'`,
  'an appointment before its post': `appointments a join posts p on p.id = a.post_id where a.starts_on < p.established_on`,
  'an account whose person has no appointment today': `accounts c where not exists (select from appointments a where a.person_id = c.person_id and a.ends_on is null)`,
  'housing stages out of order': `housing_cases where approved_on > agreed_on or agreed_on > site_chosen_on or coalesce(site_chosen_on, agreed_on) > started_on or started_on > finished_on or finished_on > accepted_on
    or accepted_on > keys_on or keys_on > moved_in_on or moved_in_on > demolished_on or demolished_on > reclaimed_on`,
  'over 25 square metres a head in relocation': `housing_cases where programme = 'relocation' and area_square_metres > 25 * people`,
  'a housing case of other people than the household': `housing_cases c where people <> (select count(*) from members m where m.household_id = c.household_id)`,
  'more households at a site than it holds': `sites s where capacity < (select count(*) from housing_cases c where c.site_id = s.id)`,
  'a village that left the list with 3 % or more still poor': `villages v join populations p on p.division = v.code and p.year = 2017
    join (select m.division, count(*) as people from members m join households h on h.id = m.household_id and h.exited_on is null group by 1) as poor on poor.division = v.code
    where v.exited_on is not null and poor.people >= 0.03 * p.people`,
  'a township without its three services on record': `divisions d where d.level = 'township' and (select count(*) from township_services s where s.township = d.code) <> 3`,
  'every township up to standard, or hardly any': `(select kind from township_services group by kind having count(standard_since) not between 46 and 56) as k`,
  'a checklist filed after the lock': `checklist_steps s join checklists c on c.id = s.checklist_id where s.verb = 'submit' and s.at >= ((c.month || '-01')::date + interval '1 month 10 days') at time zone 'Asia/Shanghai'
    and not exists (select from filing_exceptions x where x.checklist_id = c.id and x.granted_at <= s.at and s.at < x.expires_at)`,
  'a checklist verified by its filer': `checklists where verified_by = person_id`,
  'a checklist of someone who did not hold the post on the first day': `checklists c join appointments a on a.id = c.appointment_id where a.starts_on > (c.month || '-01')::date or a.ends_on <= (c.month || '-01')::date`,
  'a state that its last step does not explain': `checklists c left join lateral (select verb from checklist_steps s where s.checklist_id = c.id order by s.at desc, s.id desc limit 1) as last on true
    where c.state <> case last.verb when 'submit' then 'submitted' when 'verify' then 'verified' when 'return' then 'returned' when 'reopen' then 'returned' when 'save' then 'draft' else 'open' end`,
};

for (const [name, query] of Object.entries(NEVER))
  test(`there is not ${name}`, async () => expect(await count(query)).toBe(0));

test('ID numbers open, carry a right check digit, and match their mask and day of birth', async () => {
  const members = await rows<{ id: number; id_number: Buffer; id_mask: string; born_on: string; gender: string }>(
    `select id, id_number, id_mask, born_on, gender from members where id % 500 = 1`);
  expect(members.length).toBeGreaterThan(190);
  for (const member of members) {
    const number = open(member.id_number, `members:${member.id}:id_number`);
    expect(number.slice(0, 14)).toBe(`519999${member.born_on.replaceAll('-', '')}`);
    expect(number.at(-1)).toBe(checkDigit(number.slice(0, 17)));
    expect(Number(number[16]) % 2).toBe(member.gender === 'male' ? 1 : 0);
    expect(member.id_mask).toBe(`${number.slice(0, 4)}**********${number.slice(-4)}`);
  }
});

test('the county is of full size and uneven', async () => {
  expect(await count('households')).toBe(31_000);
  expect(await count('members')).toBe(97_000);
  expect(await count(`visits where visited_on < '2018-01-01'`)).toBeGreaterThan(290_000);
  expect(await count(`households h where not exists (select from assignments a where a.household_id = h.id and a.ends_on is null)`)).toBeGreaterThan(100);
  expect(await count(`(select person_id from assignments where ends_on is null group by 1 having count(*) > 5) as busy`)).toBeGreaterThan(100);
  expect(await count(`villages v where exists (select from posts p where p.division = v.code and p.kind = 'team')
    and not exists (select from appointments a where a.division = v.code and a.duty = 'technician' and a.ends_on is null)`)).toBe(559 - 478);
});

test('lifted households rise year by year and the incidence falls from about 16 % to 6.3 %', async () => {
  const years = await rows<{ n: number }>(`select count(*) as n from households where exited_on is not null group by extract(year from exited_on) order by extract(year from exited_on)`);
  expect(years.map(({ n }) => Number(n))).toEqual([3150, 4350, 5350, 6504]);
  const [start] = await rows<{ rate: number }>(`select 100.0 * (select count(*) from members m join households h on h.id = m.household_id where h.registered_on <= '2014-01-31')
    / (select sum(people) from populations where year = 2014) as rate`);
  expect(Number(start!.rate)).toBeGreaterThan(15.5);
  expect(Number(start!.rate)).toBeLessThan(16.5);
});

test('what is written first after the load gets a number of its own, also where the loader is fenced itself', async () => {
  const written = asSystem('sign-in', async (tx) => {
    await tx.execute(sql`insert into audits (person_id, actor, command, subject_kind, subject_id) values (0, 'nobody', 'session.refuse', 'session', '0')`);
    throw new Error('undone');
  });
  await expect(written).rejects.toThrow('undone');
});
