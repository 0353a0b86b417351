import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import type { Tx } from '@/db/fence';
import { beginLetter } from '@/db/letters';
import { ISSUERS, type LetterKind, type Parties, PARTIES } from '@/domain/letter';
import { DRAFT } from '@/domain/letter-input';
import type { Viewer } from '@/domain/viewer';
import { command } from '@/server/command';
import { mayIssue } from '../policy';

interface Party extends Parties, Record<string, unknown> {
  id: string;
  division: string;
  line: string | null;
}

/** Begins a letter: who gets it, from whom the viewer signs for. One a year for each party. */
export const draftLetter = command('letter.draft', { fresh: true })
  .input(DRAFT)
  .load(({ tx, viewer, input }) => partiesOf(tx, viewer, input.kind, input.party))
  .can(mayIssue)
  .run(async ({ tx, viewer, input, subject }) => {
    const id = await beginLetter(tx, { ...subject, year: input.year }, viewer.personId);
    const { division, fromPostId, toPostId, toPersonId } = subject;
    return id === null ? null : { id, division, year: input.year, kind: input.kind, fromPostId, toPostId, toPersonId };
  });

/** The bound party's post and the issuer's: headquarters, the township the place lies in, or the viewer's own department. */
async function partiesOf(tx: Tx, viewer: Viewer, kind: LetterKind, { post, person }: { post: number; person: number | null }): Promise<Party | undefined> {
  const issuer = ISSUERS[kind][0];
  const own = viewer.appointments.find(({ duty }) => duty === 'department-head')?.postId ?? 0;
  const from: Record<typeof issuer, SQL> = {
    headquarters: sql`f.kind = 'headquarters'`,
    township: sql`f.kind = 'township-command' and f.division = left(t.division, 9)`,
    department: sql`f.id = ${own}`,
  };
  const bound = kind === 'cadre'
    ? sql`exists (select from appointments a, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day where a.post_id = t.id and a.person_id = ${person}
        and a.duty = 'cadre' and ${standsOn(sql`a`, sql`day.today`)})`
    : sql`${person}::int is null`;
  const { rows } = await tx.execute<Party>(sql`
    select 'new' as id, ${kind} as kind, ${issuer} as issuer, f.id as "fromPostId", t.id as "toPostId", ${person}::int as "toPersonId", t.division, case when ${kind} in ('sub-command', 'department') then t.line end as line
    from posts t join posts f on ${from[issuer]} where t.id = ${post} and t.kind = ${PARTIES[kind].post} and t.abolished_on is null and f.abolished_on is null and ${bound} limit 1`);
  return rows[0];
}
