import { apportion } from '@/domain/apportion';
import { allocations, contributions, evaluations, projects, returneeEnterprises, sponsors, sponsorships } from '../schema/society';
import { addDays, later } from './calendar';
import { ASSOCIATIONS, ENTERPRISE_PLACES, ENTERPRISE_TRADES, FARM_WORDS, PROJECTS, RETURNEE_TRADES } from './cast/ventures';
import type { LineCode } from './cast/lines';
import { Dice } from './dice';
import { draw, type Ground } from './ground';
import { COUNTY, FUNDS, SOCIETY, YEARS } from './shape';
import type { Writer } from './write';

const dice = new Dice('society');
const THOUSAND_YUAN = 100_000;

export async function writeSociety(out: Writer, ground: Ground): Promise<void> {
  const helped = [
    ...draw(ground.teamed.filter((village) => village.poor), SOCIETY.poorVillages, () => 1, 1),
    ...draw(ground.teamed.filter((village) => !village.poor), SOCIETY.otherVillages, () => 1, 2),
  ];
  const names = new Set<string>();
  const made = Array.from({ length: SOCIETY.enterprises + SOCIETY.associations }, (_, at) => {
    let name: string = ASSOCIATIONS[at - SOCIETY.enterprises] ?? '';
    for (let turn = 0; !name || names.has(name); turn++)
      name = `${dice.pick(ENTERPRISE_PLACES, 3, at, turn)}${dice.pick(FARM_WORDS, 4, at, turn)}${dice.pick(FARM_WORDS, 5, at, turn)}${dice.pick(ENTERPRISE_TRADES, 6, at, turn)}有限公司`;
    names.add(name);
    return { id: at + 1, kind: at < SOCIETY.enterprises ? 'enterprise' as const : 'association' as const, name };
  });
  await out.rows(sponsors, made);
  const ties = new Map<string, typeof sponsorships.$inferInsert>();
  for (const { id } of made)
    for (const at of [id - 1, ...(dice.chance(0.25, 7, id) ? [dice.between(0, helped.length - 1, 8, id)] : [])]) {
      const division = helped[at % helped.length]!.code;
      ties.set(`${id}:${division}`, { sponsorId: id, division, startsOn: dice.day('2014-03-01', '2017-10-31', 9, id, at) });
    }
  const tied = [...ties.values()];
  await out.rows(sponsorships, tied);

  const gifts = 620;
  const recent = 14;
  const amounts = [
    ...apportion(SOCIETY.raised, Array.from({ length: gifts }, (_, at) => 0.2 + dice.share(10, at) ** 3), 5),
    ...apportion(SOCIETY.raised2018, Array.from({ length: recent }, (_, at) => 0.5 + dice.share(11, at)), 5),
  ];
  await out.rows(contributions, amounts.map((amount, at) => {
    const tie = dice.pick(tied, 12, at);
    const day = at < gifts ? dice.day(tie.startsOn, '2017-12-28', 13, at) : dice.day('2018-01-05', '2018-02-27', 13, at);
    return { id: at + 1, sponsorId: dice.chance(0.9, 14, at) ? tie.sponsorId : null, division: tie.division, amount: amount * THOUSAND_YUAN, receivedOn: day };
  }));

  const founders = apportion(SOCIETY.returnees, Array.from({ length: SOCIETY.returneeEnterprises }, (_, at) => dice.share(15, at) ** 2), 1);
  await out.rows(returneeEnterprises, founders.map((count, at) => {
    const village = dice.pick(ground.teamed, 16, at);
    const year = dice.weighted({ 2014: 105, 2015: 160, 2016: 206, 2017: 250 }, 17, at);
    return {
      id: at + 1, division: village.code, founders: count, foundedOn: dice.day(`${year}-01-10`, `${year}-12-20`, 18, at),
      name: `${village.name}${dice.pick(FARM_WORDS, 19, at)}${dice.pick(FARM_WORDS, 20, at)}${dice.pick(RETURNEE_TRADES, 21, at)}`,
    };
  }));
}

type Project = Omit<typeof projects.$inferInsert, 'id'>;

function project(village: { code: string; name: string; township: { pace: number } }, amount: number, approvedOn: string, key: number): Project {
  const line = dice.pick(Object.keys(PROJECTS) as (keyof typeof PROJECTS)[], 22, key) satisfies LineCode;
  const dueOn = addDays(approvedOn, dice.between(150, 330, 23, key));
  const late = dice.chance(0.09 / village.township.pace ** 2, 24, key);
  const finishedOn = late ? addDays(dueOn, dice.between(15, 400, 25, key)) : addDays(dueOn, -dice.between(0, 60, 26, key));
  return {
    division: village.code, line, name: `${village.name}${dice.pick(PROJECTS[line] as readonly string[], 27, key)}`, amount: amount * THOUSAND_YUAN,
    approvedOn, dueOn, finishedOn: finishedOn <= '2018-02-28' ? finishedOn : null,
  };
}

export async function writeFunds(out: Writer, ground: Ground): Promise<void> {
  const sources = [['fiscal', '剑财农'], ['party', '剑组'], ['donation', '剑扶慈']] as const;
  const allotted = [...YEARS, 2018].flatMap((year) => sources.map(([source, letters], at) => ({
    division: COUNTY, source, documentNo: `${letters}〔${year}〕${dice.between(6, 48, 28, year, at)}号`, amount: FUNDS.special * 100, allottedOn: dice.day(`${year}-01-20`, `${year}-02-26`, 29, year, at),
  })));
  await out.rows(allocations, allotted.map((row, at) => ({ id: at + 1, ...row })));

  const poor = ground.villages.filter((village) => village.poor);
  const least = dice.between(0, poor.length - 1, 30);
  const made: Project[] = poor.flatMap((village, at) => {
    const total = at === least ? FUNDS.floor : FUNDS.floor + dice.between(180, 5_200, 31, village.no);
    const amounts = apportion(total, Array.from({ length: dice.between(7, 11, 32, village.no) }, (_, no) => 0.4 + dice.share(33, village.no, no)), 120);
    const last = village.exitedOn ? later('2014-12-01', addDays(village.exitedOn, -200)) : '2017-11-20';
    return amounts.map((amount, no) => project(village, amount, dice.day('2014-06-01', last, 34, village.no, no), village.no * 20 + no));
  });
  for (const village of ground.teamed.filter((item) => !item.poor))
    for (let no = 0; no < dice.between(1, 3, 35, village.no); no++)
      made.push(project(village, dice.between(120, 1_500, 36, village.no, no), dice.day('2015-02-01', '2018-02-10', 37, village.no, no), village.no * 20 + no));
  await out.rows(projects, made.map((row, at) => ({ id: at + 1, ...row })));
}

export async function writeEvaluations(out: Writer): Promise<void> {
  await out.rows(evaluations, YEARS.flatMap((year, at) => [
    { id: at * 2 + 1, division: COUNTY, name: `${year}年上半年评估考核`, heldOn: dice.day(`${year}-07-02`, `${year}-07-15`, 38, year) },
    { id: at * 2 + 2, division: COUNTY, name: `${year}年下半年评估考核`, heldOn: dice.day(`${year}-12-10`, `${year}-12-25`, 39, year) },
  ]));
}
