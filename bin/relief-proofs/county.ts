import { sql } from 'drizzle-orm';
import { asSystem, type Tx } from '@/db/fence';
import { book } from '@/db/ledger';
import { measureAll } from '@/db/measure';
import { type MadePerson, makeHousehold, makePerson, makeReliefRules, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { madeCard, madeIdNumber } from '@/db/testing/numbers';
import { fingerprint, seal } from '@/db/vault';

export const DUTIES = ['clerk', 'secretary', 'township', 'district', 'inspector', 'finance', 'outsider'] as const;
export type Duty = (typeof DUTIES)[number];
export type Person = MadePerson & { readonly duty: Duty };

/** A household that may apply: of the registry (`registered`), or in none. */
export interface Home {
  readonly village: string;
  readonly registered: number | null;
  readonly people: readonly { readonly name: string; readonly idNumber: string }[];
}

/** Two villages in two townships, with the hands a case passes through, and households that apply. */
export interface ReliefCounty {
  readonly villages: readonly string[];
  readonly people: Readonly<Record<Duty, readonly Person[]>>;
  readonly homes: readonly Home[];
  /** Receipt codes by the id of their case: the households' own. */
  readonly receipts: Map<number, string>;
}

export const FIRST_DAY = '2018-03-02';
const NAMES = [...'甲乙丙丁戊己庚辛壬癸'];

/** A county that is made in one transaction and measured; its fund holds less than everybody would take. */
export async function makeReliefCounty({ yuan = 60_000, passwordHash = null }: { yuan?: number; passwordHash?: string | null } = {}): Promise<ReliefCounty> {
  return making(async (tx) => {
    await setClock(tx, `${FIRST_DAY} 09:00+08`);
    const townships = [await makeTownship(tx), await makeTownship(tx)];
    const villages = [await makeVillage(tx, townships[0]!), await makeVillage(tx, townships[1]!)];
    await makeReliefRules(tx);
    await tx.execute(sql`insert into installation (key, value) values ('county_name', '剑阁县') on conflict do nothing`);
    const several = async (duty: Duty, kind: Parameters<typeof makePerson>[1], places: readonly (string | undefined)[]): Promise<Person[]> => {
      const made: Person[] = [];
      for (const division of places) made.push({ ...(await makePerson(tx, kind, division ? { division } : {})), duty });
      return made;
    };
    const people: ReliefCounty['people'] = {
      clerk: await several('clerk', 'relief-village-clerk', villages),
      secretary: await several('secretary', 'first-secretary', villages),
      township: await several('township', 'relief-township-officer', [...townships, ...townships]),
      district: await several('district', 'relief-district-officer', [undefined, undefined]),
      inspector: await several('inspector', 'inspector', [undefined, undefined]),
      finance: await several('finance', 'finance-officer', [undefined, undefined, undefined]),
      outsider: [...(await several('outsider', 'auditor', [undefined])), ...(await several('outsider', 'county-leader', [undefined])), ...(await several('outsider', 'system-administrator', [undefined]))],
    };
    const homes: Home[] = [];
    for (let at = 0; at < NAMES.length; at++) homes.push(await makeHome(tx, at, villages[at % villages.length]!));
    // One of the secretaries is of a household of their own village.
    const relative = people.secretary[1]!.personId;
    await tx.execute(sql`select set_config('app.person', ${String(relative)}, true)`);
    await tx.execute(sql`insert into kinships (person_id, relation, name, id_hash, id_mask) values (${relative}, 'parent', '亲属', ${fingerprint(homes[1]!.people[0]!.idNumber)}, '')`);
    await tx.execute(sql`select set_config('app.person', '0', true)`);
    await book(tx, { deed: 'top-up', key: 'proof:founded', amount: yuan * 100, madeBy: null });
    if (passwordHash !== null) await tx.execute(sql`update accounts set password_hash = ${passwordHash}`);
    await measureAll(tx);
    return { villages, people, homes, receipts: new Map() };
  });
}

/** One to four people; every third home is a registered one that has left the list. The last counts somebody of the first, too. */
async function makeHome(tx: Tx, at: number, village: string): Promise<Home> {
  const people = Array.from({ length: 1 + (at % 4) }, (_, no) => ({ name: `周${NAMES[at]}${NAMES[no]}`, idNumber: madeIdNumber(1_000 + at * 10 + no) }));
  if (at === NAMES.length - 1) people.push({ name: '周甲甲', idNumber: madeIdNumber(1_000) });
  if (at % 3 !== 2) return { village, registered: null, people };
  const [head, ...others] = people;
  const id = await makeHousehold(tx, village, head!.name);
  const card = madeCard(50_000 + at);
  await tx.execute(sql`update households set exited_on = '2016-12-01', card = ${seal(card, `households:${id}:card`)}, card_tail = ${card.slice(-4)} where id = ${id}`);
  await tx.execute(sql`update members set id_hash = ${fingerprint(head!.idNumber)} where household_id = ${id}`);
  for (const { name, idNumber } of others) {
    await tx.execute(sql`
      insert into members (household_id, division, name, relation, gender, born_on, health, schooling, labour, id_mask, id_hash)
      values (${id}, ${village}, ${name}, 'child', 'male', '1990-05-01', 'chronic', 'primary', 'weak', '5199**********0000', ${fingerprint(idNumber)})`);
  }
  return { village, registered: id, people };
}

/** Days go by for everybody. */
export const letDaysPass = (days: number): Promise<unknown> =>
  asSystem('job', (tx) => tx.execute(sql`update installation set value = (value::interval + make_interval(days => ${days}))::text where key = 'clock_offset'`));
