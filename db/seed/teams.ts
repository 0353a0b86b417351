import type { Duty } from '@/domain/command';
import { addDays, later } from './calendar';
import type { Command } from './command';
import { Dice } from './dice';
import { draw, type Ground, type Village } from './ground';
import type { Post, Roll } from './roll';
import { STAFF } from './shape';

const dice = new Dice('teams');

export interface Team { village: Village; post: Post; department: string }

/** A post of a team, perhaps after somebody who left, perhaps after weeks without anybody. Past vacancies only: all are filled today. */
function hold(roll: Roll, team: Team, duty: Duty, title: string, since: string, replaced: number, key: number): number {
  const { village, post, department } = team;
  const first = roll.person(title, department);
  const leaves = addDays(since, 240) < '2017-09-01' && dice.chance(replaced, key, 1, village.no) ? dice.day(addDays(since, 240), '2017-09-20', key, 2, village.no) : null;
  roll.appoint(first, post, duty, since, leaves, leaves && dice.pick(['轮换期满', '调任', '退休', '因病'], key, 3, village.no));
  if (!leaves) return first;
  const second = roll.person(title, department);
  roll.appoint(second, post, duty, dice.chance(0.3, key, 4, village.no) ? addDays(leaves, dice.between(18, 70, key, 5, village.no)) : leaves);
  return second;
}

/** Work teams of the villages: who leads, who is first secretary, which have a technician. */
export function makeTeams(roll: Roll, ground: Ground, command: Command): Map<string, Team> {
  const teams = new Map<string, Team>();
  for (const village of ground.teamed) {
    const { code, name, township } = village;
    const post = roll.post('team', `${name}驻村工作队`, village.teamSince!, { division: code, zone: township.zone, under: command.townshipPosts.get(township.code)! });
    const team = { village, post, department: command.departmentOf.get(code)! };
    teams.set(code, team);
    const since = village.poor ? dice.day(...STAFF.firstSecretaries, 1, village.no) : addDays(village.teamSince!, dice.between(0, 10, 2, village.no));
    roll.account(`secretary-${code}`, hold(roll, team, 'first-secretary', '驻村第一书记', since, STAFF.replaced.firstSecretary, 10));
    roll.account(`team-${code}`, hold(roll, team, 'team-leader', '驻村工作队长', since, STAFF.replaced.teamLeader, 11));
    const size = dice.between(1, 2, 3, village.no);
    for (let at = 0; at < size; at++) roll.appoint(roll.person('驻村工作队员', team.department), post, 'team-member', addDays(since, dice.between(0, 60, 4, village.no, at)));
  }
  // Not every village has a technician; where work is slow fewer have.
  for (const village of draw(ground.teamed, STAFF.technicians, ({ poor, township }) => (poor ? 3 : 1) * township.pace ** 2, 61))
    roll.appoint(roll.person('驻村农技员', null), teams.get(village.code)!.post, 'technician', dice.day(later(village.teamSince!, '2015-03-01'), '2017-03-31', 5, village.no));
  // Double posts, for the coverage page to find: some specialists also sit on a team.
  const specialists = roll.appointments.filter((appointment) => appointment.duty === 'specialist').slice(20, 32);
  for (const [at, { personId }] of specialists.entries())
    roll.appoint(personId, dice.pick([...teams.values()], 6, at).post, 'team-member', '2017-04-10');
  return teams;
}
