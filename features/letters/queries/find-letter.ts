import 'server-only';
import { sql } from 'drizzle-orm';
import { type CadreRow, cadreRows } from '@/db/cadre-figures';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import { isPersonal, type Progress, progressOf } from '@/db/letter-progress';
import { type Clause, clausesOf, PARTY, PARTY_NAME, sealedText, visibleTo, withParents } from '@/db/letters';
import { may } from '@/domain/access';
import type { PostKind } from '@/domain/command';
import { issuerOf, type LetterKind, type LetterState, type LetterVerb, type Parties, type Side } from '@/domain/letter';
import { measuredMonth } from '@/domain/letter-pace';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { sight } from '../policy';

export interface Signature {
  readonly side: Side;
  readonly personId: number;
  readonly name: string;
  readonly at: number;
  readonly hash: string;
}

export interface VersionView {
  readonly no: number;
  readonly state: LetterState;
  readonly reason: string | null;
  readonly signedAt: number | null;
  readonly clauses: readonly Clause[];
}

export interface LetterView extends Parties {
  readonly id: number;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly division: string;
  readonly place: string;
  readonly line: string | null;
  readonly version: number;
  readonly latest: number;
  readonly latestState: LetterState;
  /** The version shown is the one that is worked on, or in force when none is. */
  readonly current: boolean;
  readonly inForce: number | null;
  readonly state: LetterState;
  readonly revision: number;
  readonly reason: string | null;
  readonly clauses: readonly Clause[];
  readonly signed: readonly Signature[];
  /** The text as it would be, or was, signed, and its hash. */
  readonly text: string;
  readonly hash: string;
  /** Newest first. */
  readonly versions: readonly VersionView[];
  readonly steps: readonly { id: number; version: number; verb: LetterVerb; who: string; at: number; note: string | null }[];
  readonly month: Month;
  readonly progress: (clause: Clause) => Progress;
  /** Of a letter that binds a cadre: the households each figure is made of, by clause; a clause that is measured by place has none. */
  readonly own: ReadonlyMap<number, readonly CadreRow[]>;
}

interface Row extends Record<string, unknown>, Omit<LetterView, 'issuer' | 'clauses' | 'versions' | 'progress' | 'month' | 'own'> {
  issuerPost: PostKind;
  kind: LetterKind;
  text: string;
  versions: (Omit<VersionView, 'clauses'> & { clauses: Omit<Clause, 'parent'>[] | null; revision: number; text: string | null; hash: string | null })[];
}

/** A letter at one of its versions, the latest unless told, with all it was before and how far its promises are. Null outside the fence. */
export async function findLetter(viewer: Viewer, id: number, asked: number | null = null): Promise<LetterView | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select l.id, l.year, l.kind, l.from_post_id as "fromPostId", l.to_post_id as "toPostId", l.to_person_id as "toPersonId", l.division, d.name as place, l.line,
        f.kind as "issuerPost", f.name as "from", ${PARTY_NAME} as "to", l.latest, l.in_force as "inForce",
        (select json_agg(json_build_object('no', v.no, 'state', v.state, 'revision', v.revision, 'reason', v.reason, 'text', v.text, 'hash', v.hash,
          'signedAt', extract(epoch from v.signed_at) * 1000, 'clauses', ${clausesOf(sql`l.id`, sql`v.no`)}) order by v.no desc) from letter_versions v where v.letter_id = l.id) as versions,
        (select coalesce(json_agg(json_build_object('version', s.version, 'side', s.side, 'personId', s.person_id, 'name', p.name, 'at', extract(epoch from s.at) * 1000, 'hash', s.hash) order by s.side), '[]')
          from letter_signatures s join people p on p.id = s.person_id where s.letter_id = l.id) as signed,
        (select json_agg(json_build_object('id', s.id, 'version', s.version, 'verb', s.verb, 'who', p.name, 'at', extract(epoch from s.at) * 1000, 'note', s.note) order by s.id desc)
          from letter_steps s join people p on p.id = s.person_id where s.letter_id = l.id) as steps
      from letters l join posts f on f.id = l.from_post_id ${PARTY} where l.id = ${id} and ${visibleTo(sight(viewer))}`);
    const [row] = rows;
    if (!row) return null;
    const latest = row.versions[0]!;
    const standing = latest.state === 'withdrawn' ? (row.inForce ?? row.latest) : row.latest;
    const shown = row.versions.find(({ no }) => no === (asked ?? standing));
    if (!shown) return null;
    const { issuerPost, versions, signed, ...letter } = row;
    const month = measuredMonth(row.year, (await readClock(tx)).today);
    const clauses = withParents(shown.clauses);
    const written = sealedText({ ...letter, version: shown.no, clauses });
    const bounds = clauses.map((clause) => ({ ...clause, division: row.division, person: row.toPersonId }));
    const progress = await progressOf(tx, bounds, month);
    const own = new Map<number, CadreRow[]>();
    for (const bound of may(viewer, 'households.view') ? bounds.filter(isPersonal) : []) {
      const at = progress(bound).month;
      own.set(bound.no, await cadreRows(tx, { person: bound.person, indicator: bound.indicator, month: at, at }));
    }
    return {
      ...letter, issuer: issuerOf(issuerPost), version: shown.no, state: shown.state, revision: shown.revision, reason: shown.reason, clauses, month, own,
      latestState: latest.state, current: shown.no === standing,
      signed: (signed as (Signature & { version: number })[]).filter(({ version }) => version === shown.no),
      text: shown.text ?? written.text, hash: shown.hash ?? written.hash,
      versions: versions.map((version) => ({ ...version, clauses: withParents(version.clauses) })),
      steps: letter.steps ?? [],
      progress: (clause) => progress({ ...clause, division: row.division, person: row.toPersonId }),
    };
  });
}
