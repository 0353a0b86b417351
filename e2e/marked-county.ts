import { closeEngine } from '../db/engine/engine';
import { copyOfCounty } from '../db/testing/county-template';
import { TEST_KEYS } from '../db/testing/keys';
import { asOwner, makeNotice } from '../db/testing/open-notice';
import { fingerprint, seal } from '../db/vault';
import { idMask, isIdNumber } from '../domain/id-number';

/** One marked person with everything that must not leak. */
export interface Marked {
  readonly household: number;
  readonly name: string;
  readonly id: string;
  readonly card: string;
  readonly phone: string;
}

export const MARKS = 50;
/** The village most of whose households are marked; the last ones lie all over the county. */
export const MARKED_VILLAGE = '510823105201';
const ELSEWHERE = 20;
/** Of the marked: who is on public notice, in two townships, and who was helped. */
const NOTICED = [0, 1, 2, 3, 40, 41];
const HELPED = [4, 5, 6, 7];
const RARE = '鸦鹭鸢鹬鹳鹂鸫鹎鸲鹟';

const DIGITS = '0123456789X';
const idOf = (no: number) => {
  const first17 = `519999199001${String(no % 28 + 1).padStart(2, '0')}${String(900 + Math.floor(no / 28))}`;
  return [...DIGITS].map((last) => first17 + last).find(isIdNumber) ?? '';
};
const markOf = (no: number, household: number): Marked => ({
  household, id: idOf(no), name: `${RARE[no % 10]}${RARE[Math.floor(no / 10)]}${no % 2 ? '标' : '记'}`,
  card: `62220299${String(10_000_000_000 + no * 7919)}`, phone: `199876${String(50_000 + no)}`,
});

/** A copy of the county in a folder, with fifty households marked: names, ID numbers, cards, telephones; the first ones on public notice or helped. */
export async function markedCounty(folder: string): Promise<{ marked: Marked[]; notice: number }> {
  await copyOfCounty(folder);
  const before = { ...process.env };
  Object.assign(process.env, TEST_KEYS, { DATA_DIR: folder });
  try {
    return await asOwner(async (query) => {
      const households = await query<{ id: number; division: string }>(`
        (select id, division from households where division = $1 order by id limit $2) union all (select id, division from households where division <> $1 order by id % 97, id limit $3)`,
      [MARKED_VILLAGE, MARKS - ELSEWHERE, ELSEWHERE]);
      const marked = households.map(({ id }, no) => markOf(no, id));
      for (const { household, name, id, card, phone } of marked) {
        await query('update households set head_name = $2, phone = $3, phone_tail = $4, card = $5, card_tail = $6 where id = $1',
          [household, name, seal(phone, `households:${household}:phone`), phone.slice(-4), seal(card, `households:${household}:card`), card.slice(-4)]);
        const [head] = await query<{ id: number }>("select id from members where household_id = $1 order by relation <> 'head', id limit 1", [household]);
        await query('update members set name = $2, id_number = $3, id_hash = $4, id_mask = $5 where id = $1',
          [head!.id, name, seal(id, `members:${head!.id}:id_number`), fingerprint(id), idMask(id)]);
      }
      let notice = 0;
      for (const no of [...NOTICED, ...HELPED]) {
        const mark = marked[no]!;
        const made = await makeNotice(query, { village: households[no]!.division, household: mark.household, headName: mark.name, ...(HELPED.includes(no) && { state: 'paid', paidMonth: '2017-11', opens: '-120 days', closes: '-110 days' }) });
        await query('update relief_cases set phone = $2, phone_tail = $3 where id = $1', [made.caseId, seal(mark.phone, `relief_cases:${made.caseId}:phone`), mark.phone.slice(-4)]);
        const [person] = await query<{ id: number }>("insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values ($1, $2, $3, 'head', $4, $5) returning id", [made.caseId, households[no]!.division, mark.name, fingerprint(mark.id), idMask(mark.id)]);
        await query('update relief_people set id_number = $2 where id = $1', [person!.id, seal(mark.id, `relief_people:${person!.id}:id_number`)]);
        const [card] = await query<{ id: number }>("insert into relief_cards (case_id, division, holder_id, holder, bank, card, card_tail) values ($1, $2, $3, $4, '剑阁农商银行', '\\x00', $5) returning id", [made.caseId, households[no]!.division, person!.id, mark.name, mark.card.slice(-4)]);
        await query('update relief_cards set card = $2 where id = $1', [card!.id, seal(mark.card, `relief_cards:${card!.id}:card`)]);
        if (no === 0) notice = made.notice;
      }
      return { marked, notice };
    });
  } finally {
    await closeEngine();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
