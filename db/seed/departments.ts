import { LINES } from './cast/lines';
import { departmentCode } from './command';
import type { Post, Roll } from './roll';

const BEGAN = '2014-01-01';

/** A post for each lead department. Its head is whoever runs the line's sub-command; the second lead of a line has a head of its own. */
export function enterDepartments(roll: Roll, headquarters: Post): Map<string, Post> {
  const posts = new Map<string, Post>();
  const commands = roll.posts.filter(({ kind }) => kind === 'sub-command');
  for (const { code, lead } of LINES) {
    const command = commands.find(({ line }) => line === code)!;
    for (const [at, name] of lead.entries()) {
      const department = departmentCode(name);
      const post = roll.post('department', name, BEGAN, { no: Number(department), line: code, under: headquarters, department });
      posts.set(department, post);
      if (at > 0) roll.enter(`department-${department}`, post, 'department-head', '局长', BEGAN, department);
      else for (const { personId, startsOn, endsOn, reason } of roll.appointments.filter(({ postId }) => postId === command.id)) roll.appoint(personId, post, 'department-head', startsOn, endsOn, reason);
    }
  }
  return posts;
}
