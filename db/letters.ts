import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { PostKind } from '@/domain/command';
import type { IndicatorId } from '@/domain/indicators';
import { issuerOf, LETTER_MOVES, type LetterKind, type LetterState, type LetterVerb, type PartyKind, type Side } from '@/domain/letter';
import { parentKey, type Pledge, wordingOf } from '@/domain/letter-text';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';

/** A clause with its parent, as it is stored. */
export interface Clause extends Pledge {
  readonly targetId: number | null;
  readonly parentLetterId: number | null;
  readonly parentNo: number | null;
}

/** A letter at its latest version, locked until the transaction ends. Of a withdrawn version the clauses are those in force, if any are. */
export interface LockedLetter {
  readonly id: number;
  readonly year: number;
  readonly kind: LetterKind;
  readonly issuer: PartyKind;
  readonly fromPostId: number;
  readonly toPostId: number;
  readonly toPersonId: number | null;
  readonly division: string;
  readonly line: string | null;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly inForce: number | null;
  readonly state: LetterState;
  readonly revision: number;
  readonly hash: string | null;
  readonly signed: readonly { side: Side; personId: number }[];
  readonly clauses: readonly Clause[];
}

interface LockedRow extends Record<string, unknown>, Omit<LockedLetter, 'issuer' | 'clauses'> {
  issuerPost: PostKind;
  clauses: Omit<Clause, 'parent'>[] | null;
}

/** The clauses of a version, as JSON in the order of their numbers. */
export const clausesOf = (letter: SQL, version: SQL): SQL => sql`(
  select json_agg(json_build_object('no', c.no, 'indicator', c.indicator, 'target', c.target, 'dueMonth', c.due_month, 'text', c.text,
    'targetId', c.target_id, 'parentLetterId', c.parent_letter_id, 'parentNo', c.parent_no) order by c.no)
  from letter_clauses c where c.letter_id = ${letter} and c.version = ${version})`;

export const withParents = (clauses: readonly Omit<Clause, 'parent'>[] | null): Clause[] => (clauses ?? []).map((clause) => ({ ...clause, parent: parentKey(clause) }));

/** Locks a letter for a move and reads its latest version after the lock was got. Null outside the fence. */
export async function lockLetter(tx: Tx, id: number): Promise<LockedLetter | null> {
  const held = await tx.execute<{ id: number }>(sql`select id from letters where id = ${id} for update`);
  if (held.rows.length === 0) return null;
  const { rows } = await tx.execute<LockedRow>(sql`
    select l.id, l.year, l.kind, l.from_post_id as "fromPostId", l.to_post_id as "toPostId", l.to_person_id as "toPersonId", l.division, l.line,
      f.kind as "issuerPost", f.name as "from", ${PARTY_NAME} as "to", l.latest as version, l.in_force as "inForce", v.state, v.revision, v.hash,
      (select coalesce(json_agg(json_build_object('side', s.side, 'personId', s.person_id) order by s.side), '[]') from letter_signatures s where s.letter_id = l.id and s.version = l.latest) as signed,
      ${clausesOf(sql`l.id`, sql`case when v.state = 'withdrawn' then coalesce(l.in_force, l.latest) else l.latest end`)} as clauses
    from letters l join letter_versions v on v.letter_id = l.id and v.no = l.latest join posts f on f.id = l.from_post_id ${PARTY}
    where l.id = ${id}`);
  const [row] = rows;
  if (!row) return null;
  const { issuerPost, clauses, ...letter } = row;
  return { ...letter, issuer: issuerOf(issuerPost), clauses: withParents(clauses) };
}

/** Joins what names the bound party of letter `l`: its post, its place and, where it binds one, the person. */
export const PARTY = sql`join posts t on t.id = l.to_post_id join divisions d on d.code = l.division left join people n on n.id = l.to_person_id`;
export const PARTY_NAME = sql`case l.kind when 'village' then d.name when 'first-secretary' then d.name || '第一书记' when 'cadre' then d.name || '帮扶干部' || n.name else t.name end`;

/** The text both sides sign, and its SHA-256. */
export function sealedText(letter: Pick<LockedLetter, 'id' | 'version' | 'year' | 'kind' | 'from' | 'to' | 'division' | 'clauses'>): { text: string; hash: string } {
  const text = wordingOf(letter);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

export interface LetterMove {
  readonly letter: Pick<LockedLetter, 'id' | 'version' | 'division'>;
  readonly verb: LetterVerb;
  /** The revision on the mover's screen: another one means that somebody was faster. */
  readonly revision: number;
  readonly by: number;
  readonly note?: string | null;
  readonly sealed?: { text: string; hash: string };
}

export interface MovedLetter extends Record<string, unknown> {
  id: number;
  division: string;
  version: number;
  state: LetterState;
  revision: number;
}

/** One move of a version: state and revision compared and set, the step recorded; one statement. Null: somebody was faster. */
export async function moveLetter(tx: Tx, { letter, verb, revision, by, note, sealed }: LetterMove): Promise<MovedLetter | null> {
  const { from, to } = LETTER_MOVES[verb];
  const stamps = sealed ? sql`, text = ${sealed.text}, hash = ${sealed.hash}` : verb === 'conclude' ? sql`, signed_at = county_now()` : sql``;
  const { rows } = await tx.execute<MovedLetter>(sql`
    with moved as (
      update letter_versions set state = ${to}, revision = revision + 1${stamps}
      where letter_id = ${letter.id} and no = ${letter.version} and revision = ${revision} and state in (${sql.join(from.map((state) => sql`${state}`), sql`, `)})
      returning letter_id as id, division, no as version, state, revision
    ), step as (
      insert into letter_steps (letter_id, version, division, person_id, verb, note) select id, version, division, ${by}::int, ${verb}, ${note ?? null} from moved
    )
    select * from moved`);
  return rows[0] ?? null;
}

/** What happened last, told to whoever came second. */
export async function lastLetterStep(tx: Tx, id: number): Promise<{ who: string; deed: string; at: number } | null> {
  const { rows } = await tx.execute<{ who: string; deed: string; at: number }>(sql`
    select p.name as who, 'letter.' || s.verb as deed, (extract(epoch from s.at) * 1000)::float8 as at
    from letter_steps s join people p on p.id = s.person_id where s.letter_id = ${id} order by s.id desc limit 1`);
  return rows[0] ?? null;
}

/** A clause to be written into a draft. */
export interface NewClause {
  readonly no: number;
  readonly indicator: IndicatorId;
  readonly target: number;
  readonly dueMonth: Month;
  readonly text: string;
  readonly targetId: number | null;
  readonly parentLetterId: number | null;
  readonly parentNo: number | null;
}

/** Writes clauses into a draft, each under its number. */
export async function writeClauses(tx: Tx, letter: Pick<LockedLetter, 'id' | 'version' | 'division'>, clauses: readonly NewClause[]): Promise<void> {
  if (clauses.length === 0) return;
  await tx.execute(sql`
    insert into letter_clauses (letter_id, version, no, division, indicator, target, due_month, text, target_id, parent_letter_id, parent_no)
    select ${letter.id}, ${letter.version}, x.no, ${letter.division}, x.indicator, x.target, x."dueMonth", x.text, x."targetId", x."parentLetterId", x."parentNo"
    from json_to_recordset(${JSON.stringify(clauses)}::json) as x (no int, indicator text, target numeric, "dueMonth" text, text text, "targetId" int, "parentLetterId" int, "parentNo" int)
    on conflict (letter_id, version, no) do update set indicator = excluded.indicator, target = excluded.target, due_month = excluded.due_month, text = excluded.text,
      target_id = excluded.target_id, parent_letter_id = excluded.parent_letter_id, parent_no = excluded.parent_no`);
}

/** Begins a letter with an empty draft. Null when the party has one for the year already. */
export async function beginLetter(tx: Tx, letter: Pick<LockedLetter, 'year' | 'kind' | 'fromPostId' | 'toPostId' | 'toPersonId' | 'division' | 'line'>, by: number): Promise<number | null> {
  const { year, kind, fromPostId, toPostId, toPersonId, division, line } = letter;
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into letters (year, kind, from_post_id, to_post_id, to_person_id, division, line)
    values (${year}, ${kind}, ${fromPostId}, ${toPostId}, ${toPersonId}, ${division}, ${line}) on conflict do nothing returning id`);
  const id = rows[0]?.id ?? null;
  if (id === null) return null;
  await tx.execute(sql`insert into letter_versions (letter_id, no, division) values (${id}, 1, ${division})`);
  await tx.execute(sql`insert into letter_steps (letter_id, version, division, person_id, verb) values (${id}, 1, ${division}, ${by}, 'draft')`);
  return id;
}

/** Opens the next version of a letter as a draft with the clauses of the latest one. */
export async function openVersion(tx: Tx, letter: LockedLetter, by: number, reason: string | null): Promise<LockedLetter> {
  const version = letter.version + 1;
  await tx.execute(sql`insert into letter_versions (letter_id, no, division, reason) values (${letter.id}, ${version}, ${letter.division}, ${reason})`);
  await tx.execute(sql`update letters set latest = ${version} where id = ${letter.id}`);
  await tx.execute(sql`insert into letter_steps (letter_id, version, division, person_id, verb, note) values (${letter.id}, ${version}, ${letter.division}, ${by}, 'draft', ${reason})`);
  const opened: LockedLetter = { ...letter, version, state: 'draft', revision: 1, hash: null, signed: [] };
  await writeClauses(tx, opened, letter.clauses);
  return opened;
}

/** The version of letter `l` that counts: the one in force, or the latest where none is yet and it was not withdrawn. */
export const CONTENT = sql`join letter_versions v on v.letter_id = l.id and v.no = coalesce(l.in_force, l.latest) and v.state <> 'withdrawn'`;

/** Which letters somebody may see besides the row fence: those of their own lines, and only their own where they look after nobody else's. */
export function visibleTo({ lines, onlyOf }: { lines: '*' | readonly string[]; onlyOf: number | null }): SQL {
  const line = lines === '*' ? sql`true` : sql`(l.line is null or l.line = any(array[${sql.join(lines.map((each) => sql`${each}`), sql`, `)}]::text[]))`;
  return onlyOf === null ? line : sql`${line} and l.to_person_id = ${onlyOf}`;
}
