import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { checklistTemplates, templateEntries } from '@/db/schema/checklists';
import { making, makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import { areaOf, zoneArea } from '@/domain/area';
import { FILING_CUTS, type FilingCounts, type FilingCut } from '@/domain/filing-cut';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';
import { addEvidence } from '../commands/add-evidence';
import { grantException } from '../commands/grant-exception';
import { submitChecklist } from '../commands/submit';
import { verifyChecklist } from '../commands/verify';
import { changedSinceVerified } from './changed-since-verified';
import { entryHistory } from './entry-history';
import { evidenceContent } from './evidence-content';
import { filingBurden } from './filing-burden';
import { filingRates } from './filing-rates';
import { findChecklist } from './find-checklist';
import { missingFilers } from './missing-filers';
import { myChecklists } from './my-checklists';
import { reviewQueue } from './review-queue';

const MONTH = '2018-02';

/** One township, three villages whose first secretaries file: as recorded, more than recorded, not at all. */
let township: string;
let villages: string[];
let filers: Viewer[];
let ids: number[];
let office: Viewer;
let chief: Viewer;
let squad: Viewer;
let stranger: Viewer;

const answers = (claim: string | null) => ({
  1: claim === null ? { mode: 'recorded', seen: '0' } : { mode: 'other', claim, seen: '0', explanation: '走访记录正在补录' },
  2: { mode: 'given', text: '召开院坝会三次，入户核实两户危房。' },
});

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-06 12:00+08');
    const [template] = await tx.insert(checklistTemplates).values({ filerKind: 'first-secretary', fromMonth: '2014-01' }).returning({ id: checklistTemplates.id });
    await tx.insert(templateEntries).values([
      { templateId: template!.id, no: 1, kind: 'number', label: '走访次数', labelEn: 'Visits', indicator: 'support.visits' },
      { templateId: template!.id, no: 2, kind: 'text', label: '主要工作', labelEn: 'Main work' },
    ]);
    township = await makeTownship(tx, 2);
    villages = [await makeVillage(tx, township), await makeVillage(tx, township), await makeVillage(tx, township)];
    const people = [];
    for (const division of villages) people.push(await makePerson(tx, 'first-secretary', { division }));
    const others = {
      office: await makePerson(tx, 'office-reviewer'),
      chief: await makePerson(tx, 'township-secretary', { division: township }),
      squad: await makePerson(tx, 'squad-leader', { zoneNo: 2 }),
      stranger: await makePerson(tx, 'township-secretary', { division: await makeTownship(tx, 3) }),
    };
    await issueChecklists(tx, MONTH);
    const { rows } = await tx.execute<{ id: number }>(sql`select id from checklists where month = ${MONTH} and division in (${sql.join(villages.map((code) => sql`${code}`), sql`, `)}) order by division`);
    return { people, others, ids: rows.map(({ id }) => id) };
  });
  ids = made.ids;
  filers = await Promise.all(made.people.map(viewerOf));
  [office, chief, squad, stranger] = await Promise.all([made.others.office, made.others.chief, made.others.squad, made.others.stranger].map(viewerOf)) as [Viewer, Viewer, Viewer, Viewer];
  await making((tx) => setClock(tx, '2018-03-03 12:00+08'));
  await submitChecklist(filers[0]!, { id: ids[0], version: 1, entries: answers(null) });
  await making((tx) => setClock(tx, '2018-03-06 12:00+08'));
  await submitChecklist(filers[1]!, { id: ids[1], version: 1, entries: answers('3') });
}, 120_000);

describe('the rates', () => {
  const counts = { expected: 3, filed: 2, complete: 2, onTime: 1, verified: 0 };
  const rates = (viewer: Viewer, area = areaOf(township), by: FilingCut = 'place') => filingRates(viewer, { area, month: MONTH, reading: 'true', by });

  it('count expected, filed, complete, on time and verified, by place down to the village, with names', async () => {
    const { total, rows } = await rates(chief);
    expect(total).toEqual(counts);
    expect(rows.map(({ key, filed, missing }) => [key, filed, missing.map(({ id }) => id)])).toEqual([[villages[0], 1, []], [villages[1], 1, []], [villages[2], 0, [ids[2]]]]);
  });

  it.each(FILING_CUTS)('cut by %s they add up to the whole, and those missing are as many as are listed', async (by) => {
    const area = areaOf(township.slice(0, 6));
    const { total, rows } = await rates(office, area, by);
    const sum = (field: keyof typeof counts) => rows.reduce((all, row) => all + row[field], 0);
    expect({ expected: sum('expected'), filed: sum('filed'), complete: sum('complete'), onTime: sum('onTime'), verified: sum('verified') }).toEqual(total);
    const { total: listed } = await missingFilers(office, area, MONTH, 1, null);
    expect(listed).toBe(total.expected - total.filed);
    if (by !== 'month') expect(rows.flatMap(({ missing }) => missing).length).toBe(listed);
  });

  it('shows a neighbour nothing, even when asked for this place', async () => {
    expect((await rates(stranger)).total.expected).toBe(0);
    expect(await missingFilers(stranger, areaOf(township), MONTH, 1, null)).toEqual({ rows: [], total: 0 });
    expect(await reviewQueue(stranger, areaOf(township), MONTH, null)).toEqual([]);
    expect(await findChecklist(stranger, ids[0]!)).toBeNull();
  });

  it('names who is missing, a page at a time', async () => {
    const { rows, total } = await missingFilers(squad, zoneArea([township])!, MONTH, 1, 'first-secretary');
    expect([rows.map(({ id }) => id), total]).toEqual([[ids[2]], 1]);
    expect((await missingFilers(squad, areaOf(township), MONTH, 2, null)).rows).toEqual([]);
    expect((await missingFilers(squad, areaOf(township), MONTH, 1, 'township')).rows).toEqual([]);
  });
});

describe('the burden', () => {
  const burden = (viewer: Viewer, month: `${number}-${number}` = MONTH, area = areaOf(township)) => filingBurden(viewer, area, month);
  const part = { kind: 'first-secretary', month: MONTH, filed: 2, shown: 4, prefilled: 1, typed: 3 };

  it('counts the fields of what was filed, by kind of filer and month, and of nothing else', async () => {
    expect(await burden(office)).toEqual([part]);
    expect(await burden(chief, '2019-01')).toEqual([part]);
    expect(await burden(office, '2019-02')).toEqual([]);
    expect(await burden(office, '2018-01')).toEqual([]);
  });

  it('is a filer\'s own to a filer, and nothing to a neighbour', async () => {
    expect(await burden(filers[0]!)).toEqual([{ ...part, filed: 1, shown: 2, prefilled: 1, typed: 1 }]);
    expect(await burden(stranger)).toEqual([]);
  });

  it('is what the entries say', async () => {
    await making(async (tx) => {
      const { rows } = await tx.execute<Record<string, unknown>>(sql`
        select count(*)::int as shown, (count(*) filter (where claim = recorded))::int as prefilled, (count(*) filter (where not nothing and claim is distinct from recorded or text is not null))::int as typed
        from checklist_entries where checklist_id in (${ids[0]}, ${ids[1]})`);
      expect(rows).toEqual([{ shown: 4, prefilled: 1, typed: 3 }]);
    });
  });
});

describe('my checklists', () => {
  it('say what is asked of me and until when', async () => {
    expect(await myChecklists(filers[2]!)).toMatchObject([{ id: ids[2], month: MONTH, state: 'open', filedAt: null, time: 'late', over: true, dueAt: new Date('2018-03-05T16:00:00Z') }]);
    expect(await myChecklists(office)).toEqual([]);
  });
});

describe('the review queue', () => {
  it('puts trouble first, says why a row stands there, and empties as it is worked', async () => {
    const queue = await reviewQueue(office, areaOf(township.slice(0, 6)), MONTH, null);
    expect(queue.map(({ id, worst, doubtful, late }) => ({ id, worst, doubtful, late }))).toEqual([
      { id: ids[1], worst: 'unsupported', doubtful: 1, late: true },
      { id: ids[0], worst: 'supported', doubtful: 0, late: false },
    ]);
    expect((await reviewQueue(squad, zoneArea([township])!, MONTH, 'first-secretary')).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    await verifyChecklist(office, { id: ids[0], version: 2, entries: { 1: { verdict: 'supported' }, 2: { verdict: 'supported' } } });
    expect((await reviewQueue(office, areaOf(township), MONTH, null)).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('shows thirteen months of an entry, the last of them the one judged', async () => {
    const history = await entryHistory(office, villages[0]!, MONTH, ['support.visits', null, 'no.such']);
    expect([...history.keys()]).toEqual(['support.visits']);
    const values = history.get('support.visits')!.values;
    expect([values.length, values.at(-1)]).toEqual([13, 0]);
  });
});

describe('a file', () => {
  it('is given to who may see the checklist, and to nobody else', async () => {
    const { id } = await addEvidence(filers[2]!, { checklist: ids[2], entry: 1, name: '照片.jpg', type: 'image/jpeg', content: Buffer.from([0xff, 0xd8, 0xff]) });
    expect((await evidenceContent(chief, id))?.content).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(await evidenceContent(stranger, id)).toBeNull();
    expect(await evidenceContent(filers[0]!, id)).toBeNull();
  });
});

describe('a month as it was known when it was locked', () => {
  it('leaves out what was filed under an exception and verified afterwards, in every cut and among the missing', async () => {
    const area = areaOf(township);
    const read = async (reading: 'true' | 'known', by: FilingCut) => filingRates(office, { area, month: MONTH, reading, by });
    await making((tx) => setClock(tx, '2018-03-12 09:00+08'));
    await grantException(office, { id: ids[2], until: '2018-03-14', reason: '住院治疗，出院补报' });
    await submitChecklist(filers[2]!, { id: ids[2], version: (await findChecklist(filers[2]!, ids[2]!))!.version, entries: answers(null) });
    await verifyChecklist(office, { id: ids[1], version: (await findChecklist(office, ids[1]!))!.version, entries: { 1: { verdict: 'unsupported' }, 2: { verdict: 'supported' } } });
    expect((await read('true', 'kind')).total).toEqual({ expected: 3, filed: 3, complete: 3, onTime: 1, verified: 2 });
    expect((await read('known', 'kind')).total).toEqual({ expected: 3, filed: 2, complete: 2, onTime: 1, verified: 1 });
    for (const by of ['kind', 'line', 'place'] as const) {
      for (const reading of ['true', 'known'] as const) {
        const { total, rows } = await read(reading, by);
        const sum = (field: keyof FilingCounts) => rows.reduce((all, row) => all + row[field], 0);
        expect([by, reading, { expected: sum('expected'), filed: sum('filed'), complete: sum('complete'), onTime: sum('onTime'), verified: sum('verified') }]).toEqual([by, reading, total]);
        expect(rows.flatMap(({ missing }) => missing.map(({ id }) => id))).toEqual(reading === 'known' ? [ids[2]] : []);
      }
    }
    expect((await missingFilers(office, area, MONTH, 1, null, 'known')).rows.map(({ id }) => id)).toEqual([ids[2]]);
    expect((await missingFilers(office, area, MONTH, 1, null)).total).toBe(0);
  });
});

describe('what changed since it was verified', () => {
  const found = (viewer: Viewer, area = areaOf(township)) => changedSinceVerified(viewer, area, MONTH);

  it('is each verified entry whose record is another one now, with both', async () => {
    await making((tx) => tx.execute(sql`update checklists set state = 'verified' where id in (${ids[0]}, ${ids[1]})`));
    expect(await found(office)).toEqual([]);
    await making(async (tx) => {
      await tx.execute(sql`insert into measurements (indicator, division, month, known, change) values ('support.visits', ${villages[0]}, ${MONTH}, ${MONTH}, 2)`);
    });
    expect(await found(office)).toMatchObject([{ id: ids[0], no: 1, indicator: 'support.visits', then: 0, now: 2, kind: 'first-secretary' }]);
    expect(await found(office, areaOf(villages[1]!))).toEqual([]);
    expect((await found(stranger))).toEqual([]);
    expect((await findChecklist(office, ids[0]!))!.entries[0]).toMatchObject({ current: 2, kept: { recorded: 0 } });
  });
});
