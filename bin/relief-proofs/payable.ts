import { measureAll } from '@/db/measure';
import { making } from '@/db/testing/fixtures';
import { madeCard } from '@/db/testing/numbers';
import { asOwner } from '@/db/testing/open-notice';
import { seal } from '@/db/vault';
import type { ReliefCounty } from './county';

/** What each of these cases lacks, in fen: one person without income. */
const LACKS = 330_000;

/**
 * So many cases of different households that wait for the district: two reviews behind them, the days of their notice over. Written as
 * the tables' owner, because it takes eight days and as many people otherwise.
 */
export async function makeWaiting({ villages: [village], people }: ReliefCounty, count: number): Promise<void> {
  const reviewers = [people.secretary[0]!.personId, people.township[0]!.personId];
  await asOwner(async (query) => {
    const [rules] = await query<{ id: number }>('select id from relief_rules order by id limit 1');
    const cases = await query<{ id: number; card: number }>(`
      insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, line, line_scope, line_source, amount, state, version, receipt_hash, applied_at)
      select 'JZ2018-W' || n, $1, '吴' || n, 'i:waiting ' || n, 'household', 'illness', '户主患病住院', 2017, $2, $3::bigint, 'Sichuan', '测试标准', $3::bigint, 'noticed', 3, 'waiting ' || n, county_now() - interval '11 days'
      from generate_series(1, $4::int) n returning id, nextval('relief_cards_id_seq')::int as card`, [village, rules!.id, LACKS, count]);
    const ids = cases.map(({ id }) => id);
    await query(`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) select c.id, c.division, c.head_name, 'head', 'hash ' || c.no, '5108**********0011' from relief_cases c where c.id = any($1)`, [ids]);
    for (const [part, verb, person, day] of [['applicant', 'apply', null, 11], ['village', 'review', reviewers[0], 10.5], ['township', 'recheck', reviewers[1], 10]] as const) {
      await query(`
        insert into relief_worksheets (case_id, division, round, part, person_id, wage, business, property, transfer, cost, at)
        select id, division, 1, $2, $3::int, 0, 0, 0, 0, 0, county_now() - $4::float8 * interval '1 day' from relief_cases where id = any($1)`, [ids, part, person, day]);
      if (person !== null) await query(`insert into relief_visits (case_id, division, round, part, person_id, visited_on, found, photo) select id, division, 1, $2, $3::int, (county_now() - interval '10 days')::date, '情况属实', '\\x00' from relief_cases where id = any($1)`, [ids, part, person]);
      await query(`insert into relief_steps (case_id, division, round, part, person_id, verb, at) select id, division, 1, $2, $3::int, $4, county_now() - $5::float8 * interval '1 day' from relief_cases where id = any($1)`, [ids, part, person, verb, day]);
    }
    await query(`insert into relief_notices (case_id, round, division, masked_name, people, amount, opens_at, closes_at) select id, 1, division, '吴*', 1, $2, county_now() - interval '10 days', county_now() - interval '1 day' from relief_cases where id = any($1)`, [ids, LACKS]);
    const numbers = cases.map(({ card }, at) => ({ number: madeCard(70_000 + at), card }));
    await query(`
      insert into relief_cards (id, case_id, division, holder_id, holder, bank, card, card_tail)
      select k.card, c.id, c.division, p.id, p.name, '农商银行', k.sealed, k.tail from unnest($1::int[], $2::int[], $3::bytea[], $4::text[]) as k (id, card, sealed, tail)
      join relief_cases c on c.id = k.id join relief_people p on p.case_id = c.id`, [ids, numbers.map(({ card }) => card), numbers.map(({ number, card }) => seal(number, `relief_cards:${card}:card`)), numbers.map(({ number }) => number.slice(-4))]);
    // As of a county that was loaded with them: these steps have no audit rows.
    await query(`insert into installation (key, value) select 'loaded_relief_steps', max(id)::text from relief_steps on conflict (key) do update set value = excluded.value`);
  });
  await making((tx) => measureAll(tx));
}
