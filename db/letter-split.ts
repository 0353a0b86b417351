import { type SQL, sql } from 'drizzle-orm';
import type { IndicatorId } from '@/domain/indicators';
import { type LetterKind, type LetterState, type PartyKind, PARTIES } from '@/domain/letter';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';
import { CONTENT } from './letters';

/** What is split: a county target or a clause of a letter. `postId` issues the letters below. */
export interface SplitParent extends Record<string, unknown> {
  readonly id: string;
  readonly year: number;
  readonly division: string;
  readonly line: string | null;
  readonly issuer: PartyKind;
  readonly postId: number;
  readonly name: string;
  readonly indicator: IndicatorId;
  readonly target: number;
  readonly dueMonth: Month;
  readonly text: string;
  readonly targetId: number | null;
  readonly parentLetterId: number | null;
  readonly parentNo: number | null;
}

/** Who may be given a part, with the letter they have and what of the parent is in its latest version. */
export interface SplitUnit extends Record<string, unknown> {
  readonly post: number;
  readonly name: string;
  readonly division: string;
  readonly letterId: number | null;
  readonly state: LetterState | null;
  /** The version and revision of the letter: 'version.revision', '0' without a letter. */
  readonly seen: string;
  /** The parts this letter carries; more than one counts the unit twice. */
  readonly parts: readonly { no: number; target: number }[];
}

/** The kinds of letters a party splits its targets into. */
export const SPLIT_KINDS: Readonly<Partial<Record<PartyKind, readonly LetterKind[]>>> = {
  headquarters: ['township', 'department', 'sub-command'],
  township: ['village', 'first-secretary'],
  department: ['team'],
};

export async function splitParent(tx: Tx, asked: { target: number | null; letter: number | null; clause: number | null }): Promise<SplitParent | undefined> {
  if (asked.target !== null) {
    const { rows } = await tx.execute<SplitParent>(sql`
      select 't' || t.id as id, t.year, t.division, t.line, 'headquarters' as issuer, p.id as "postId", p.name, t.indicator, t.target::float8 as target, t.due_month as "dueMonth", t.text,
        t.id as "targetId", null::int as "parentLetterId", null::int as "parentNo"
      from county_targets t join posts p on p.kind = 'headquarters' where t.id = ${asked.target} limit 1`);
    return rows[0];
  }
  const { rows } = await tx.execute<SplitParent>(sql`
    select l.id || '.' || c.no as id, l.year, l.division, l.line, l.kind as issuer, l.to_post_id as "postId", p.name, c.indicator, c.target::float8 as target, c.due_month as "dueMonth", c.text,
      null::int as "targetId", l.id as "parentLetterId", c.no as "parentNo"
    from letters l ${CONTENT} join letter_clauses c on c.letter_id = l.id and c.version = v.no join posts p on p.id = l.to_post_id
    where l.id = ${asked.letter} and c.no = ${asked.clause}`);
  return rows[0];
}

/** The units a parent can be split into at a level, in order of place; not those whose letter of that kind another party issued. */
export async function splitUnits(tx: Tx, parent: SplitParent, kind: LetterKind): Promise<SplitUnit[]> {
  const who: Partial<Record<PartyKind, SQL>> = {
    headquarters: kind === 'township' ? sql`true` : sql`(${parent.line}::text is null or p.line = ${parent.line})`,
    township: sql`left(p.division, 9) = ${parent.division}`,
    department: sql`exists (select from pairings g join posts o on o.department = g.department where o.id = ${parent.postId} and g.division = p.division and g.ends_on is null)`,
  };
  const { rows } = await tx.execute<SplitUnit>(sql`
    select p.id as post, case when ${kind} in ('village', 'first-secretary') then d.name else p.name end as name, p.division, l.id as "letterId", v.state,
      coalesce(l.latest || '.' || v.revision, '0') as seen,
      (select coalesce(json_agg(json_build_object('no', c.no, 'target', c.target) order by c.no), '[]') from letter_clauses c
        where c.letter_id = l.id and c.version = case when v.state = 'withdrawn' then coalesce(l.in_force, l.latest) else l.latest end
          and (c.target_id = ${parent.targetId} or (c.parent_letter_id = ${parent.parentLetterId} and c.parent_no = ${parent.parentNo}))) as parts
    from posts p join divisions d on d.code = p.division
    left join letters l on l.year = ${parent.year} and l.kind = ${kind} and l.to_post_id = p.id and l.to_person_id is null
    left join letter_versions v on v.letter_id = l.id and v.no = l.latest
    where p.kind = ${PARTIES[kind].post} and p.abolished_on is null and ${who[parent.issuer] ?? sql`false`}
      and (l.id is null or ${parent.issuer} = 'headquarters' or l.from_post_id = ${parent.postId}) order by p.division, p.no, p.id`);
  return rows;
}
