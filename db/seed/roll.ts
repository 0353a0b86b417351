import { accounts } from '../schema/accounts';
import { appointments, people, posts } from '../schema/command';
import type { Duty, PostKind } from '@/domain/command';
import { seal } from '../vault';
import { fullName, type Gender } from './cast/names';
import { Dice } from './dice';
import { COUNTY } from './shape';
import type { Writer } from './write';

export type Appointment = Required<Pick<typeof appointments.$inferInsert, 'id' | 'personId' | 'postId' | 'duty' | 'division' | 'startsOn'>>
  & { endsOn: string | null; reason: string | null };
export interface Post { id: number; kind: PostKind; no: number | null; division: string; zone: number | null; line: string | null; since: string }

const dice = new Dice('people');

/** The muster roll: posts, people, their appointments and sign-in names, numbered as they are entered. */
export class Roll {
  readonly posts: (typeof posts.$inferInsert)[] = [];
  readonly people: (typeof people.$inferInsert)[] = [];
  readonly appointments: Appointment[] = [];
  readonly accounts: (typeof accounts.$inferInsert)[] = [];

  post(kind: PostKind, name: string, since: string, at: { division?: string; no?: number; zone?: number; line?: string; under?: Post; department?: string } = {}): Post {
    const id = this.posts.length + 1;
    const post = { id, kind, no: at.no ?? null, division: at.division ?? COUNTY, zone: at.zone ?? null, line: at.line ?? null, since };
    this.posts.push({
      id, kind, no: post.no, name, division: post.division, zoneNo: post.zone, line: post.line, department: at.department ?? null, parentId: at.under?.id ?? null,
      establishedOn: since, abolishedOn: null,
    });
    return post;
  }

  person(title: string, department: string | null = null, men = 0.72): number {
    const id = this.people.length + 1;
    const gender: Gender = dice.chance(men, id, 1) ? 'male' : 'female';
    // No telephone network of the country begins with 108.
    const phone = `108${String(dice.between(0, 99_999_999, id, 2)).padStart(8, '0')}`;
    this.people.push({ id, name: fullName(dice, gender, id, 3), gender, department, title, phone: seal(phone, `people:${id}:phone`), phoneTail: phone.slice(-4) });
    return id;
  }

  appoint(personId: number, post: Post, duty: Duty, startsOn: string, endsOn: string | null = null, reason: string | null = null): Appointment {
    const appointment = { id: this.appointments.length + 1, personId, postId: post.id, duty, division: post.division, startsOn, endsOn, reason };
    this.appointments.push(appointment);
    return appointment;
  }

  account(username: string, personId: number): void {
    this.accounts.push({ id: this.accounts.length + 1, username, personId, passwordHash: null, demo: true });
  }

  /** A person with one appointment and a sign-in name. */
  enter(username: string, post: Post, duty: Duty, title: string, startsOn: string, department: string | null = null): number {
    const person = this.person(title, department);
    this.appoint(person, post, duty, startsOn);
    this.account(username, person);
    return person;
  }

  async write(out: Writer): Promise<void> {
    await out.rows(posts, this.posts);
    await out.rows(people, this.people);
    await out.rows(appointments, this.appointments);
    await out.rows(accounts, this.accounts);
  }
}
