import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { violations } from '@/db/invariants';
import { differences, measureAll } from '@/db/measure';
import { assign, type MadePerson, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { GAPS } from '@/domain/assignment';
import { parseHouseholdSearch } from '@/domain/household-search';
import type { Viewer } from '@/domain/viewer';
import { reassign } from '@/features/assignments/commands/reassign';
import { readCoverage, readGaps } from '@/features/assignments/queries/coverage';
import { gapList } from '@/features/assignments/queries/gap-list';
import { listHouseholds } from '@/features/households/queries/list-households';
import { Refusal } from '@/server/errors';
import { viewerFor } from '@/server/viewer';
import { appoint } from './appoint';
import { end } from './end';
import { replace } from './replace';

const DAYS = ['2018-02-10', '2018-02-28', '2018-03-01', '2018-03-01', '2018-03-15', '2018-05-01'];
const DUTIES = ['first-secretary', 'team-leader', 'technician', 'cadre', 'cadre', 'team-member'] as const;
let office: Viewer;

beforeAll(async () => {
  const person = await making(async (tx) => {
    await setClock(tx, '2018-03-01T09:00:00+08');
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01'), ('team-leader', '2014-01') on conflict do nothing`);
    return makePerson(tx, 'office-reviewer');
  });
  office = (await viewerFor(person.accountId)) as Viewer;
}, 120_000);

const at = <Item,>(items: readonly Item[], no: number): Item => items[no % items.length] as Item;
/** A refusal is an answer; anything else is a fault. */
const tried = (deed: Promise<unknown>) => deed.then(() => 'done', (failure: unknown) => {
  if (failure instanceof Refusal) return failure.code;
  throw failure;
});

it('after any history nobody is in two hands, no seat is held twice, and every screen counts the same gaps', () => fc.assert(fc.asyncProperty(
  fc.array(fc.tuple(fc.constantFrom('appoint', 'end', 'replace', 'reassign', 'reassign'), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 4, maxLength: 14 }),
  async (deeds) => {
    const reason = '任意历史';
    const made = await making(async (tx) => {
      const township = await makeTownship(tx);
      const village = await makeVillage(tx, township);
      const first = await makePerson(tx, 'first-secretary', { division: village });
      const people: MadePerson[] = [first];
      for (const duty of ['team-leader', 'cadre', 'cadre', 'cadre', 'team-member'] as const) people.push(await makePerson(tx, duty, { division: village, postId: first.postId }));
      const households: number[] = [];
      for (let no = 0; no < 9; no++) households.push(await makeHousehold(tx, village));
      for (const household of households.slice(0, 6)) await assign(tx, people[2]!, household);
      await measureAll(tx);
      await issueChecklists(tx, '2018-02', first.postId);
      return { township, village, people, households, post: first.postId };
    });
    for (const [verb, a, b, c, d] of deeds) {
      const [term] = (await making((tx) => tx.execute<{ id: number; was: string }>(sql`
        select id, coalesce(to_char(ends_on, 'YYYY-MM-DD'), '') as was from appointments where post_id = ${made.post} order by id offset ${a % 8} limit 1`))).rows;
      const person = at(made.people, b).personId;
      if (verb === 'appoint') await tried(appoint(office, { post: made.post, duty: at(DUTIES, a), person, startsOn: at(DAYS, c), endsOn: d % 4 === 0 ? at(DAYS, d) : '', reason }));
      else if (verb === 'end' && term) await tried(end(office, { ...term, endsOn: at(DAYS, c), reason }));
      else if (verb === 'replace' && term) await tried(replace(office, { ...term, person, startsOn: at(DAYS, c), reason }));
      else {
        const open = (await making((tx) => tx.execute<{ id: number; open: number }>(sql`
          select h.id, coalesce(a.id, 0) as open from households h left join assignments a on a.household_id = h.id and a.ends_on is null where h.division = ${made.village} order by h.id offset ${a % 7} limit ${1 + (c % 4)}`))).rows;
        await tried(reassign(office, { moves: open.map((row) => `${row.id}:${row.open}:${person}`), reason, ...(d % 2 === 0 && { cap: '1' }) }));
      }
    }
    await making(async (tx) => {
      expect((await differences(tx)).filter(({ division }) => division.startsWith(made.township))).toEqual([]);
      expect((await violations(tx)).filter(({ division }) => division?.startsWith(made.township))).toEqual([]);
    });
    const area = areaOf(made.township);
    const { gaps } = await readGaps(office, area, '2018-03');
    expect((await readCoverage(office, area, '2018-03')).places[0]?.gaps).toEqual(gaps);
    for (const gap of GAPS) {
      const list = await gapList(office, gap, { area, month: '2018-03', after: null });
      expect([gap, list.count, list.rows.length]).toEqual([gap, gaps[gap], gaps[gap]]);
    }
    expect((await listHouseholds(office, area, '2018-03', parseHouseholdSearch({ gap: 'no-cadre' }).search)).count).toBe(gaps.orphaned);
  },
), { numRuns: 14 }), 240_000);
