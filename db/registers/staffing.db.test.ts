import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUSEHOLDS_PER_CADRE } from '@/domain/assignment';
import { asSystem } from '../fence';
import { register } from '../registers';
import { appoint, makeHousehold, makePerson, makeTownship, makeVillage, type MadePerson } from '../testing/fixtures';

const FIRST = Date.UTC(2016, 0, 1) / 86_400_000;
const DAYS = 60;
const day = (offset: number) => new Date((FIRST + offset) * 86_400_000).toISOString().slice(0, 10);
const PEOPLE = 3;
const HOUSEHOLDS = 8;

class Undo extends Error {}

interface Term { person: number; team: number; duty: 'first-secretary' | 'team-leader' | 'cadre'; from: number; to: number | null }
interface Care { household: number; person: number; from: number; to: number | null }
const span = (longest: number) => fc.record({ from: fc.integer({ min: 0, max: DAYS }), days: fc.option(fc.integer({ min: 0, max: longest }), { nil: null }) });
const term = fc.tuple(fc.integer({ min: 0, max: PEOPLE - 1 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom('first-secretary', 'team-leader', 'cadre', 'cadre'), span(40))
  .map(([person, team, duty, { from, days }]) => ({ person, team, duty, from, to: days === null ? null : from + days }) as Term);
/** One household's cadres one after another, as the product keeps them; at most the last is open. */
const cares = fc.array(fc.tuple(fc.integer({ min: 0, max: PEOPLE - 1 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 25 })), { maxLength: 3 });

const on = (at: number, { from, to }: { from: number; to: number | null }) => from <= at && (to === null || to > at);

it('counts on any day what a head count of that day counts, over random histories', () => fc.assert(fc.asyncProperty(
  fc.array(term, { maxLength: 9 }), fc.array(cares, { minLength: HOUSEHOLDS, maxLength: HOUSEHOLDS }), fc.integer({ min: 0, max: DAYS + 50 }),
  async (drawn, care, at) => {
    // The same person, post and duty twice at once is no history; nor are two open terms.
    const terms = drawn.filter((one, no) => !drawn.slice(0, no).some((other) => other.person === one.person && other.team === one.team && other.duty === one.duty));
    const held: Care[] = care.flatMap((steps, household) => {
      let next = 0;
      return steps.map(([person, pause, days], no) => {
        const from = next + pause;
        next = from + days;
        return { household, person, from, to: no === steps.length - 1 && days > 12 ? null : next };
      });
    });
    await asSystem('job', async (tx) => {
      const township = await makeTownship(tx);
      const village = await makeVillage(tx, township);
      const people: MadePerson[] = [];
      for (let no = 0; no < PEOPLE; no++) people.push(await makePerson(tx, 'auditor', { postId: 0 + (people[0]?.postId ?? (await tx.execute<{ id: number }>(sql`insert into posts (kind, name, division, established_on) values ('audit-office', '组', ${township}, '2014-01-01') returning id`)).rows[0]!.id) }));
      await tx.execute(sql`delete from appointments where person_id in ${people.map((one) => one.personId)}`);
      const teams: number[] = [];
      for (let no = 0; no < 2; no++) teams.push((await tx.execute<{ id: number }>(sql`insert into posts (kind, name, division, established_on) values ('team', '队', ${village}, ${day(0)}) returning id`)).rows[0]!.id);
      const households: number[] = [];
      for (let no = 0; no < HOUSEHOLDS; no++) households.push(await makeHousehold(tx, village));
      for (const { person, team, duty, from, to } of terms)
        await tx.execute(sql`insert into appointments (person_id, post_id, duty, division, starts_on, ends_on) values (${people[person]!.personId}, ${teams[team]!}, ${duty}, ${village}, ${day(from)}, ${to === null ? null : day(to)})`);
      for (const { household, person, from, to } of held)
        await tx.execute(sql`insert into assignments (household_id, person_id, division, starts_on, ends_on) values (${households[household]!}, ${people[person]!.personId}, ${village}, ${day(from)}, ${to === null ? null : day(to)})`);
      const count = async (name: Parameters<typeof register>[0]) => (await tx.execute<{ count: number }>(sql`
        select count(*)::int as count from ${register(name)} where r.division = ${village} and r.since <= ${day(at)} and (r.until is null or r.until > ${day(at)})`)).rows[0]!.count;
      const serving = terms.filter((one) => on(at, one));
      const caring = held.filter((one) => on(at, one));
      const cadres = new Set(serving.filter((one) => one.duty === 'cadre').map((one) => one.person));
      const numbers = [...Array(PEOPLE).keys()];
      expect({
        vacancies: await count('vacancies'), double: await count('double-posts'), orphaned: await count('orphaned-households'), heavy: await count('overloaded-cadres'),
        assigned: await count('assigned-cadres'),
      }).toEqual({
        vacancies: [0, 1].flatMap((team) => (['first-secretary', 'team-leader'] as const).filter((duty) => !serving.some((one) => one.team === team && one.duty === duty))).length,
        double: numbers.map((person) => Math.max(0, new Set(serving.filter((one) => one.person === person).map((one) => one.team)).size - 1)).reduce((a, b) => a + b, 0),
        orphaned: households.filter((_, no) => !caring.some((one) => one.household === no && cadres.has(one.person))).length,
        heavy: numbers.filter((person) => caring.filter((one) => one.person === person).length > HOUSEHOLDS_PER_CADRE).length,
        assigned: [...cadres].filter((person) => caring.some((one) => one.person === person)).length,
      });
      throw new Undo();
    }).catch((failure: unknown) => {
      if (!(failure instanceof Undo)) throw failure;
    });
  },
), { numRuns: 60 }), 120_000);

it('counts a cadre once, on the days with a household, in the village they came to first', () => asSystem('job', async (tx) => {
  const township = await makeTownship(tx);
  const [first, second] = [await makeVillage(tx, township), await makeVillage(tx, township)];
  const cadre = await makePerson(tx, 'cadre', { division: first });
  await appoint(tx, cadre, 'cadre', second);
  const cared = async (village: string, from: string, to: string | null) =>
    void (await tx.execute(sql`insert into assignments (household_id, person_id, division, starts_on, ends_on) values (${await makeHousehold(tx, village)}, ${cadre.personId}, ${village}, ${from}, ${to})`));
  await cared(first, '2017-01-05', '2017-06-01');
  await cared(first, '2017-03-05', '2018-01-10');
  await cared(second, '2017-11-20', '2018-01-20');
  await cared(second, '2018-03-05', null);
  const { rows } = await tx.execute(sql`
    select r.division, to_char(r.since, 'YYYY-MM-DD') as since, to_char(r.until, 'YYYY-MM-DD') as until from ${register('assigned-cadres')} where left(r.division, 9) = ${township} order by r.since`);
  expect(rows).toEqual([
    { division: first, since: '2017-01-05', until: '2018-01-10' },
    { division: second, since: '2018-01-10', until: '2018-01-20' },
    { division: second, since: '2018-03-05', until: null },
  ]);
}));
