import { departments, lineDepartments, lines, pairings } from '../schema/command';
import { DEPARTMENTS } from './cast/departments';
import { LINES } from './cast/lines';
import { Dice } from './dice';
import type { Ground } from './ground';
import type { Post, Roll } from './roll';
import { RELIEF, STAFF } from './shape';
import type { Writer } from './write';

const BEGAN = '2014-01-01';
const dice = new Dice('command');
const two = (no: number) => String(no).padStart(2, '0');

export const departmentCode = (name: string): string => {
  const found = DEPARTMENTS.find((department) => department.name === name);
  if (!found) throw new Error(`no department ${name}`);
  return found.code;
};

export interface Command {
  headquarters: Post;
  finance: Post;
  townshipPosts: Map<string, Post>;
  /** Reviewers of the poverty office beside `office`: who verified the past. */
  reviewers: number[];
  pairings: (typeof pairings.$inferInsert)[];
  /** Which department helps which village. */
  departmentOf: Map<string, string>;
}

function enterHeadquarters(roll: Roll): { headquarters: Post; leaders: number[]; zones: Post[] } {
  const headquarters = roll.post('headquarters', '县脱贫攻坚总指挥部', BEGAN);
  const titles = ['县委书记、总指挥长', '县委副书记、县长', '县人大常委会主任', '县政协主席', '县委副书记'];
  const leaders = Array.from({ length: STAFF.leaders - 5 }, (_, at) => {
    const person = roll.person(titles[at] ?? dice.pick(['县委常委', '副县长', '县人大常委会副主任', '县政协副主席'], at));
    roll.appoint(person, headquarters, 'county-leader', at < 2 ? '2016-09-20' : dice.day(BEGAN, '2016-12-01', 1, at));
    if (at === 0) roll.account('leader', person);
    return person;
  });
  const zones = [1, 2, 3, 4, 5].map((no) => roll.post('zone-command', `第${'一二三四五'[no - 1]}战区指挥部`, BEGAN, { no, zone: no, under: headquarters }));
  for (const [at, post] of zones.entries()) leaders.push(roll.enter(`zone-${at + 1}`, post, 'zone-commander', '县委常委、战区指挥长', '2016-10-08'));
  return { headquarters, leaders, zones };
}

function enterLines(roll: Roll, headquarters: Post): void {
  for (const [at, line] of LINES.entries()) {
    const post = roll.post('sub-command', `${line.name}分指挥部`, BEGAN, { no: at + 1, line: line.code, under: headquarters });
    const department = departmentCode(line.lead[0]);
    const since = dice.chance(0.3, 2, at) ? dice.day('2015-02-01', '2016-11-01', 3, at) : BEGAN;
    if (since > BEGAN) roll.appoint(roll.person('局长', department), post, 'sub-commander', BEGAN, since, '调任');
    roll.enter(`post-${two(at + 1)}`, post, 'sub-commander', '局长、分指挥长', since, department);
  }
}

function enterOffices(roll: Roll, headquarters: Post): { reviewers: number[]; finance: Post } {
  const under = headquarters;
  const office = roll.post('poverty-office', '县脱贫攻坚领导小组办公室', BEGAN, { under });
  const povertyBureau = departmentCode('扶贫开发局');
  const reviewers = ['office', 'office-2', 'office-3', 'office-4']
    .map((name, at) => roll.enter(name, office, 'office-reviewer', at ? '县脱贫办干部' : '县脱贫办主任', at ? `2014-0${at + 1}-01` : BEGAN, povertyBureau)).slice(1);
  roll.enter('inspector', roll.post('inspection-office', '县委巡察办', BEGAN, { under }), 'inspector', '县委巡察办主任', BEGAN, departmentCode('县委巡察工作领导小组办公室'));
  roll.enter('auditor', roll.post('audit-office', '县审计局脱贫攻坚审计组', BEGAN, { under }), 'auditor', '审计组组长', BEGAN, departmentCode('审计局'));
  const finance = roll.post('finance-office', '县财政局扶贫资金股', BEGAN, { under });
  roll.enter('finance', finance, 'finance-officer', '扶贫资金股股长', BEGAN, departmentCode('财政局'));
  const administration = roll.post('administration', '系统管理组', BEGAN);
  const network = departmentCode('电子政务管理办公室');
  roll.enter('admin-system', administration, 'system-administrator', '系统管理员', BEGAN, network);
  roll.enter('admin-security', administration, 'security-administrator', '安全管理员', BEGAN, network);
  roll.enter('admin-audit', administration, 'audit-administrator', '审计管理员', BEGAN, network);
  return { reviewers, finance };
}

function enterSupervision(roll: Roll, headquarters: Post): void {
  const under = headquarters;
  for (let no = 1; no <= STAFF.squads; no++) {
    const zone = ((no - 1) % 5) + 1;
    const post = roll.post('squad', `第${no}督导分队`, '2014-03-01', { no, zone, under });
    roll.enter(`squad-${two(no)}`, post, 'squad-leader', '督导分队长', '2014-03-01', dice.pick(DEPARTMENTS, 4, no).code);
  }
  const groups = ['relocation', 'housing', 'industry', 'funds', 'roads', 'water'].map((code, at) => {
    const line = LINES.find((item) => item.code === code)!;
    return roll.post('specialist-group', `${line.name}专项督查组`, '2014-06-01', { no: at + 1, line: code, under });
  });
  for (let no = 1; no <= STAFF.specialists; no++) {
    const group = groups[(no - 1) % groups.length]!;
    const line = LINES.find((item) => item.code === group.line)!;
    roll.enter(`specialist-${two(no)}`, group, 'specialist', '专业技术人员', dice.day('2014-06-01', '2017-06-01', 5, no), departmentCode(dice.pick(line.lead, 6, no)));
  }
  const kinds = ['党代表', '人大代表', '政协委员', '作风效能监督员'];
  for (let no = 1; no <= STAFF.evaluationGroups; no++) {
    const post = roll.post('evaluation-group', `第${no}评估小组`, '2014-05-01', { no, under });
    roll.enter(`evaluator-${no}`, post, 'evaluator', `${kinds[(no - 1) % 4]}、组长`, '2014-05-01');
    for (const kind of kinds.filter((_, at) => at !== (no - 1) % 4)) roll.appoint(roll.person(kind), post, 'evaluator', '2014-05-01');
  }
}

function enterTownships(roll: Roll, ground: Ground, zones: Post[]): Map<string, Post> {
  const posts = new Map<string, Post>();
  for (const [at, { code, name, zone }] of ground.townships.entries()) {
    const post = roll.post('township-command', `${name}脱贫攻坚指挥部`, BEGAN, { division: code, zone, under: zones[zone - 1]! });
    posts.set(code, post);
    const since = dice.chance(STAFF.replaced.townshipSecretary, 7, at) ? dice.day('2016-08-15', '2016-10-20', 8, at) : BEGAN;
    if (since > BEGAN) roll.appoint(roll.person('乡镇党委书记'), post, 'township-secretary', BEGAN, since, '乡镇换届');
    roll.enter(`township-${code}`, post, 'township-secretary', '乡镇党委书记', since);
  }
  return posts;
}

function enterRelief(roll: Roll, ground: Ground): void {
  const district = roll.post('relief-district', '县防返贫救助审定组', RELIEF.rules.from);
  roll.enter('relief-district', district, 'relief-district-officer', '救助审定员', RELIEF.rules.from, departmentCode('扶贫开发局'));
  for (const { code, name } of ground.townships) {
    const post = roll.post('relief-township', `${name}救助复审岗`, RELIEF.rules.from, { division: code, under: district });
    roll.enter(`relief-township-${code}`, post, 'relief-township-officer', '乡镇民政助理', RELIEF.rules.from);
  }
  for (const { code, name } of ground.teamed) {
    const post = roll.post('relief-village', `${name}救助初审岗`, RELIEF.rules.from, { division: code, under: district });
    roll.enter(`relief-village-${code}`, post, 'relief-village-clerk', '村文书', RELIEF.rules.from);
  }
  // Vacancies, for the wall and the lists to find: the villages without a team were given the post a year later, and nobody yet.
  for (const { code, name } of ground.villages.filter((village) => !village.teamSince)) roll.post('relief-village', `${name}救助初审岗`, '2018-02-01', { division: code, under: district });
}

/** County leaders ↔ townships, departments ↔ villages. */
function pair(ground: Ground, leaders: number[]): Pick<Command, 'pairings' | 'departmentOf'> {
  const made: (typeof pairings.$inferInsert)[] = [];
  const enter = (row: Omit<typeof pairings.$inferInsert, 'id'>) => made.push({ id: made.length + 1, personId: null, department: null, endsOn: null, ...row });
  for (const [at, { code }] of ground.townships.entries())
    enter({ division: code, personId: leaders[at % leaders.length]!, startsOn: dice.day(BEGAN, '2014-03-01', 9, at) });
  const departmentOf = new Map<string, string>();
  const order = ground.teamed.map((village) => ({ village, key: (village.poor ? 0 : 1) + dice.share(10, village.no) })).sort((a, b) => a.key - b.key);
  for (const [at, { village }] of order.entries()) {
    const department = DEPARTMENTS[at % DEPARTMENTS.length]!.code;
    departmentOf.set(village.code, department);
    enter({ division: village.code, department, startsOn: village.teamSince! });
  }
  return { pairings: made, departmentOf };
}

/** The 1+19 command, zones, townships, offices and supervision, with who holds which post. */
export function makeCommand(roll: Roll, ground: Ground): Command {
  const { headquarters, leaders, zones } = enterHeadquarters(roll);
  enterLines(roll, headquarters);
  const { reviewers, finance } = enterOffices(roll, headquarters);
  enterSupervision(roll, headquarters);
  const townshipPosts = enterTownships(roll, ground, zones);
  enterRelief(roll, ground);
  return { headquarters, finance, townshipPosts, reviewers, ...pair(ground, leaders) };
}

/** Who closes what the other finance officer paid. Entered last: whoever stands before keeps name and number. */
export function enterSecondFinance(roll: Roll, { finance }: Command): void {
  roll.enter('finance-2', finance, 'finance-officer', '扶贫资金股副股长', RELIEF.rules.from, departmentCode('财政局'));
}

export async function writeCommand(out: Writer, command: Command): Promise<void> {
  await out.rows(lines, LINES.map(({ code, name, nameEn }, at) => ({ code, name, nameEn, position: at + 1 })));
  await out.rows(departments, DEPARTMENTS);
  await out.rows(lineDepartments, LINES.flatMap(({ code, lead }) => lead.map((name) => ({ line: code, department: departmentCode(name) }))));
  await out.rows(pairings, command.pairings);
}

