import { beforeAll, expect, test } from 'vitest';
import { luckOf } from '@/db/testing/relief-deeds';
import { byCommand } from './by-command';
import { deskCalls, DESKS, nextCall } from './calls';
import { letDaysPass, makeReliefCounty, type ReliefCounty } from './county';
import { paidSoFar, wrongs } from './proof';
import { look } from './sight';

const AT_ONCE = 8;
// The embedded engine has one connection: eight at once wait for one another there.
const DAYS = process.env.DATABASE_URL ? 14 : 8;
const CALLS_A_DAY = 4;
/** Another history: RELIEF_SEED=7 npx vitest … */
const SEED = Number(process.env.RELIEF_SEED ?? 20_180_302);

let county: ReliefCounty;
const answers = new Map<string, number>();
const thrown: string[] = [];

beforeAll(async () => {
  county = await makeReliefCounty();
  const luck = luckOf(SEED);
  for (const desk of DESKS) for (const call of deskCalls({ county, sight: await look(), luck }, desk)) await byCommand(county, call);
  await letDaysPass(8);
});

async function act(luck: ReturnType<typeof luckOf>): Promise<void> {
  const call = nextCall({ county, sight: await look(), luck });
  const answer = await byCommand(county, call);
  const said = answer === 'done' ? 'done' : 'refused' in answer ? answer.refused : 'thrown';
  answers.set(`${call.name}: ${said}`, (answers.get(`${call.name}: ${said}`) ?? 0) + 1);
  if (typeof answer === 'object' && 'thrown' in answer) thrown.push(`${call.name} ${JSON.stringify(call.fields)}: ${answer.thrown instanceof Error ? answer.thrown.stack : String(answer.thrown)}`);
}

test(`people do what their rights allow and what they do not, eight at once, for weeks; nobody is paid wrongly (seed ${SEED})`, async () => {
  const people = Array.from({ length: AT_ONCE }, (_, no) => luckOf(SEED * 100 + no));
  for (let day = 0; day < DAYS; day++) {
    await Promise.all(people.map(async (luck) => {
      for (let turn = 0; turn < CALLS_A_DAY; turn++) await act(luck);
    }));
    // At night: the clock does not jump while somebody writes.
    await letDaysPass(1 + people[0]!.of(3));
  }
  if (process.env.HISTORIES) console.log(Object.fromEntries([...answers].sort()), await paidSoFar());
  // Every answer is a success or a refusal with a name.
  expect(thrown).toEqual([]);
  expect(await wrongs()).toEqual([]);
  // It came to something: cases were carried to the end, and wrong turns were refused.
  for (const call of ['apply', 'pass', 'make', 'send', 'import']) expect.soft([call, (answers.get(`${call}: done`) ?? 0) > 0]).toEqual([call, true]);
  expect([...answers.keys()].some((said) => said.includes('forbidden'))).toBe(true);
  if (process.env.DATABASE_URL) expect(await paidSoFar()).toBeGreaterThan(0);
}, 280_000);
