import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { checklistTemplates, templateEntries } from '@/db/schema/checklists';
import { making, makePerson, makeTownship, makeVillage, makeZone, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { checkOnTheSpot } from '@/features/spot-checks/commands/check';
import { drawSpotChecks } from '@/features/spot-checks/commands/draw';
import { viewerOf } from '@/server/testing/asking';
import { submitChecklist } from '../commands/submit';
import { verifyChecklist } from '../commands/verify';
import { filingRates } from './filing-rates';

const MONTH = '2018-02';
const ALL_CUTS = ['place', 'zone', 'kind', 'line'] as const;
const spoken = { 1: { mode: 'recorded', seen: '0' }, 2: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' } };
const zeros = { 1: { mode: 'nothing', seen: '0' }, 2: { mode: 'nothing' } };

/** Two villages whose first secretaries file before the lock, one with something to say and one all zero; both are challenged after it and file all zero. */
let township: string;
let office: Viewer;

const at = (instant: string) => making((tx) => setClock(tx, `${instant}+08`));

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-03 12:00+08');
    const [template] = await tx.insert(checklistTemplates).values({ filerKind: 'first-secretary', fromMonth: '2014-01' }).returning({ id: checklistTemplates.id });
    await tx.insert(templateEntries).values([
      { templateId: template!.id, no: 1, kind: 'number', label: '走访次数', labelEn: 'Visits', indicator: 'support.visits' },
      { templateId: template!.id, no: 2, kind: 'text', label: '主要工作', labelEn: 'Main work' },
    ]);
    const zoneNo = await makeZone(tx, 71);
    township = await makeTownship(tx, zoneNo);
    const people = [];
    for (let no = 0; no < 2; no++) people.push(await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) }));
    const others = { office: await makePerson(tx, 'office-reviewer'), squad: await makePerson(tx, 'squad-leader', { zoneNo }) };
    await issueChecklists(tx, MONTH);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where month = ${MONTH} and left(division, 9) = ${township} order by division`);
    return { people, others, ids: rows.map(({ id }) => id) };
  });
  const filers = await Promise.all(made.people.map(viewerOf));
  office = await viewerOf(made.others.office);
  const squad = await viewerOf(made.others.squad);
  const file = (no: number, version: number, entries: object) => submitChecklist(filers[no]!, { id: made.ids[no], version, entries });
  await file(0, 1, spoken);
  await file(1, 1, zeros);
  for (const id of made.ids) await verifyChecklist(office, { id, version: 2, reason: '', entries: { 1: { verdict: 'supported' }, 2: { verdict: 'supported' } } });
  await at('2018-03-12 12:00');
  await drawSpotChecks(squad, { month: MONTH, size: 2 });
  for (const id of made.ids) await checkOnTheSpot(squad, { id, version: 3, result: 'challenged', note: '农户说二月没有人来过' });
  await file(0, 5, zeros);
  await file(1, 5, zeros);
}, 120_000);

describe('after a month was locked, a checklist that is filed anew', () => {
  it.each(ALL_CUTS)('cut by %s counts as it was filed before the lock in what was known then', async (by) => {
    const asked = { area: areaOf(township), month: MONTH, by } as const;
    const known = await filingRates(office, { ...asked, reading: 'known' });
    const now = await filingRates(office, { ...asked, reading: 'true' });
    const sum = ({ rows }: typeof known) => (['filed', 'complete', 'verified'] as const).map((field) => rows.reduce((all, row) => all + row[field], 0));
    expect([sum(known), known.total]).toEqual([[2, 1, 2], { expected: 2, filed: 2, complete: 1, onTime: 2, verified: 2 }]);
    expect([sum(now), now.total]).toEqual([[2, 0, 0], { expected: 2, filed: 2, complete: 0, onTime: 2, verified: 0 }]);
  });
});
