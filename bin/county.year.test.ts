import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from '@/db/invariants';
import { differences } from '@/db/measure';
import { making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { addMonths, monthsBetween, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { replace } from '@/features/appointments/commands/replace';
import { grantException } from '@/features/checklists/commands/grant-exception';
import { returnChecklist } from '@/features/checklists/commands/return';
import { saveChecklist } from '@/features/checklists/commands/save';
import { submitChecklist } from '@/features/checklists/commands/submit';
import { verifyChecklist } from '@/features/checklists/commands/verify';
import { type ChecklistView, findChecklist } from '@/features/checklists/queries/find-checklist';
import { filingRates } from '@/features/checklists/queries/filing-rates';
import { myChecklists } from '@/features/checklists/queries/my-checklists';
import { countUnread } from '@/features/inbox/queries/count-unread';
import { readIndicators } from '@/features/indicators/queries/read-indicators';
import { checkOnTheSpot } from '@/features/spot-checks/commands/check';
import { drawSpotChecks } from '@/features/spot-checks/commands/draw';
import { readSamples } from '@/features/spot-checks/queries/samples';
import { recordVisit } from '@/features/visits/commands/record';
import { tick } from '@/jobs/ticker';
import { refusal, viewerOf } from '@/server/testing/asking';

const FIRST: Month = '2018-02';
const LAST: Month = '2019-01';
const COUNTY = areaOf('510823');
const TOWNSHIP = '510823105';
const VILLAGE = `${TOWNSHIP}201`;
const running = new AbortController().signal;
/** Two sub-commands that have not filed February yet: the one is always late, the other misses every lock. */
let [tardy, absent] = ['', ''];
let secretary = `secretary-${VILLAGE}`;

const one = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row> => {
  const row = (await making((tx) => tx.execute<Row>(query))).rows[0];
  if (!row) throw new Error('nobody is like that');
  return row as Row;
};
/** Somebody's rights of the day, by their account's name. */
const as = async (username: string): Promise<Viewer> => viewerOf(await one<{ accountId: number }>(sql`select id as "accountId" from accounts where username = ${username}`));

/** The county's clock strikes, and what is due is worked. */
async function strikes(instant: string): Promise<void> {
  await making((tx) => setClock(tx, `${instant}+08`));
  await tick(running);
}

async function ownOf(filer: Viewer, month: Month): Promise<ChecklistView> {
  const own = (await myChecklists(filer)).find((each) => each.month === month);
  if (!own) throw new Error(`no checklist of ${month}`);
  return (await findChecklist(filer, own.id))!;
}

/** Every number as recorded, every text written, no files. */
const answered = ({ id, version, entries }: ChecklistView) => ({
  id, version,
  entries: Object.fromEntries(entries.map(({ no, kind, indicator, current }) => [no,
    kind === 'number' && indicator ? { mode: 'recorded', seen: String(current) } : kind === 'text' ? { mode: 'given', text: '本月入户走访，召开院坝会，督促项目进度。' } : { mode: 'nothing' }])),
});

async function file(filer: Viewer, month: Month): Promise<void> {
  const own = await ownOf(filer, month);
  if (!['open', 'draft', 'returned'].includes(own.state)) return;
  await saveChecklist(filer, answered(own));
  await submitChecklist(filer, answered(await ownOf(filer, month)));
}

async function review(office: Viewer, id: number, deed: typeof verifyChecklist, reason: string): Promise<void> {
  const { version, entries } = (await findChecklist(office, id))!;
  await deed(office, { id, version, reason, entries: Object.fromEntries(entries.map(({ no }) => [no, { verdict: 'supported' }])) });
}

const filed = async (viewer: Viewer, month: Month) => (await filingRates(viewer, { area: COUNTY, month, reading: 'true', by: 'kind' })).total;

/** A month as its people live it, from the first day of the next one to the lock and after. */
async function live(month: Month): Promise<void> {
  const next = addMonths(month, 1);
  const filers = ['post-01', `township-${TOWNSHIP}`, secretary, `team-${VILLAGE}`];
  await strikes(`${next}-03 10:00`);
  const office = await as('office');
  for (const name of filers) await file(await as(name), month);
  const township = await ownOf(await as(`township-${TOWNSHIP}`), month);
  if (township.state === 'submitted') await review(office, township.id, returnChecklist, '请补充院坝会的时间地点');
  await file(await as(`township-${TOWNSHIP}`), month);
  for (const name of filers) {
    const { id, state } = await ownOf(await as(name), month);
    if (state === 'submitted') await review(office, id, verifyChecklist, '与台账一致');
  }
  await visit(`${next}-03`);

  await strikes(`${next}-08 20:00`);
  const late = await as(tardy);
  expect(await countUnread(late)).toBeGreaterThan(0);
  const before = await filed(office, month);
  await file(late, month);
  expect(await filed(office, month)).toMatchObject({ filed: before.filed + 1, onTime: before.onTime });

  await strikes(`${next}-11 09:00`);
  const missing = await as(absent);
  const own = await ownOf(missing, month);
  expect(await refusal(submitChecklist(missing, answered(own)))).toMatchObject({ reason: 'locked' });
  await grantException(office, { id: own.id, until: `${next}-15`, reason: '分指挥长住院治疗' });
  await file(missing, month);
  const after = await filed(office, month);
  expect(after).toMatchObject({ filed: before.filed + 2, onTime: before.onTime });
  await spotCheck(month, office);
}

/** A cadre calls at the first of their households. */
async function visit(day: string): Promise<void> {
  const cadre = await as('cadre-00001');
  const { household } = await one<{ household: number }>(sql`select household_id as household from assignments where person_id = ${cadre.personId} and ends_on is null order by household_id limit 1`);
  await recordVisit(cadre, { key: randomUUID(), household, visitedOn: day, seen: 'well', again: true });
}

/** The squad of the township's zone draws a sample; what it challenges comes back and is answered. */
async function spotCheck(month: Month, office: Viewer): Promise<void> {
  const squad = await viewerOf(await one<{ accountId: number }>(sql`
    select u.id as "accountId" from posts p join appointments a on a.post_id = p.id and a.ends_on is null join accounts u on u.person_id = a.person_id
    where p.kind = 'squad' and p.zone_no = (select zone_no from divisions where code = ${TOWNSHIP}) order by p.id limit 1`));
  await drawSpotChecks(squad, { month, size: 2 });
  const drawn = (await readSamples(squad, COUNTY, month)).flatMap((sample) => sample.drawn);
  for (const [at, { checklistId }] of drawn.entries()) {
    const { version, personId } = (await findChecklist(squad, checklistId))!;
    const challenged = at === 0;
    await checkOnTheSpot(squad, { id: checklistId, version, result: challenged ? 'challenged' : 'confirmed', note: challenged ? '走访记录与农户所说不符' : '' });
    if (!challenged) continue;
    await file(await viewerOf(await one<{ accountId: number }>(sql`select id as "accountId" from accounts where person_id = ${personId}`)), month);
    await review(office, checklistId, verifyChecklist, '已补充说明');
  }
}

/** Moving the clock needs a county of one's own, which only the embedded engine can copy in seconds. */
describe('a year of the county', () => {
  beforeAll(async () => {
    const { names } = await one<{ names: [string, string] }>(sql`
      select json_agg(u.username order by u.username) as names from accounts u join checklists c on c.person_id = u.person_id
      where u.username like 'post-%' and u.username <> 'post-01' and c.month = ${FIRST} and c.state = 'open'`);
    [tardy, absent] = names;
  });

  it('is lived through by its people, month by month', async () => {
    for (const month of monthsBetween(FIRST, LAST)) {
      if (month === '2018-07') await succeed();
      await live(month);
    }
    await strikes('2019-02-11 09:00');
    const leader = await as('leader');
    for (const month of monthsBetween(FIRST, LAST)) {
      const { total } = await filingRates(leader, { area: COUNTY, month, reading: 'true', by: 'place' });
      const [expected] = await readIndicators(leader, { indicators: ['checklists.expected'], area: COUNTY, month, reading: 'known' });
      expect([month, total.expected > 1_100, expected?.value]).toEqual([month, true, total.expected]);
    }
    await making(async (tx) => {
      expect(await violations(tx)).toEqual([]);
      expect(await differences(tx)).toEqual([]);
    });
  }, 900_000);

  /** The first secretary is replaced: the one who goes has nothing to file any more, the one who comes files from now on. */
  async function succeed(): Promise<void> {
    const gone = await as(secretary);
    const { id } = await one<{ id: number }>(sql`select id from appointments where person_id = ${gone.personId} and duty = 'first-secretary' and ends_on is null`);
    const { person } = await one<{ person: number }>(sql`
      with somebody as (insert into people (name, gender) values ('周继任', 'male') returning id)
      insert into accounts (username, person_id) select 'successor', id from somebody returning person_id as person`);
    await replace(await as('office'), { id, was: '', person, startsOn: '2018-07-11', reason: '任期届满轮换' });
    expect((await as(secretary)).roles).not.toContain('first-secretary');
    secretary = 'successor';
  }
});
