import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { type MadePerson, making } from '@/db/testing/fixtures';
import { ISSUERS, type LetterKind } from '@/domain/letter';
import { amendLetter } from '@/features/letters/commands/amend-letter';
import { draftLetter } from '@/features/letters/commands/draft-letter';
import { offerLetter } from '@/features/letters/commands/offer-letter';
import { removeClause } from '@/features/letters/commands/remove-clause';
import { setClause } from '@/features/letters/commands/set-clause';
import { signLetter } from '@/features/letters/commands/sign-letter';
import { withdrawLetter } from '@/features/letters/commands/withdraw-letter';
import { at, by, type Deed, found, type Throw } from './attempt';
import type { County } from './county';

const KINDS = ['township', 'village', 'first-secretary'] as const satisfies readonly LetterKind[];
const REASON = '任务有调整';

interface Standing extends Record<string, unknown> {
  id: number;
  kind: LetterKind;
  version: number;
  revision: number;
  hash: string | null;
  bound: number | null;
  clauses: number;
}

/** A letter of the township at its latest version and who is bound by it today: of these states first, and in a wrong one where there are not enough. */
async function letter({ township }: County, states: readonly string[], no: number): Promise<Standing | undefined> {
  const rows = await found<Standing>(sql`
    select l.id, l.kind, l.latest as version, v.revision, v.hash, (select count(*)::int from letter_clauses c where c.letter_id = l.id and c.version = l.latest) as clauses,
      (select a.person_id from appointments a where a.post_id = l.to_post_id and a.duty = case l.kind when 'township' then 'township-secretary' when 'village' then 'team-leader' else 'first-secretary' end
        and a.starts_on <= (county_now() at time zone 'Asia/Shanghai')::date and (a.ends_on is null or a.ends_on > (county_now() at time zone 'Asia/Shanghai')::date) limit 1) as bound
    from letters l join letter_versions v on v.letter_id = l.id and v.no = l.latest where left(l.division, 9) = ${township} order by v.state in ${[...states]} desc, l.id desc limit 3`);
  return rows.length > 0 ? at(rows, no) : undefined;
}

const issuer = (county: County, kind: LetterKind): MadePerson => ((ISSUERS[kind][0] as string) === 'headquarters' ? county.leader : county.people[0]!);
const year = async (): Promise<string> => (await making(readClock)).today.slice(0, 4);

const moving = (states: readonly string[], act: (county: County, row: Standing, dice: Throw) => Promise<unknown>): Deed => async (county, dice) => {
  const row = await letter(county, states, dice[2]);
  return row ? act(county, { ...row, revision: dice[3] % 11 === 10 ? row.revision + 1 : row.revision }, dice) : null;
};

/** Letters from headquarters to the township and from the township to its villages. */
export const LETTER_DEEDS = {
  'letter-draft': async (county, dice) => {
    const kind = at(KINDS, dice[2]);
    const post = kind === 'township' ? county.posts[2] : at(county.posts.slice(0, 2), dice[3]);
    return by(county, issuer(county, kind), dice, draftLetter, { year: await year(), kind, party: String(post) });
  },
  'letter-clause': moving(['draft'], async (county, { id, version, revision, kind, clauses }, dice) => by(county, issuer(county, kind), dice, setClause, {
    id, version, revision, no: clauses > 0 && dice[1] % 2 === 0 ? 1 : null, indicator: 'industry.courtyard_gardens', target: String(dice[3]), dueMonth: `${await year()}-12`, text: '建设小庭园', parent: '',
  })),
  'letter-remove': moving(['draft'], (county, { id, version, revision, kind }, dice) => by(county, issuer(county, kind), dice, removeClause, { id, version, revision, no: 1 + (dice[3] % 5) })),
  'letter-offer': moving(['draft', 'offered'], (county, { id, version, revision, kind }, dice) => by(county, issuer(county, kind), dice, offerLetter, { id, version, revision })),
  'letter-sign': moving(['offered'], (county, { id, version, hash, kind, bound }, dice) =>
    by(county, dice[3] % 2 === 0 ? issuer(county, kind) : (bound ?? undefined), dice, signLetter, { id, version, hash: dice[3] % 13 === 12 ? '0'.repeat(64) : (hash ?? '') })),
  'letter-withdraw': moving(['draft', 'offered', 'signed'], (county, { id, version, revision, kind }, dice) => by(county, issuer(county, kind), dice, withdrawLetter, { id, version, revision, reason: REASON })),
  'letter-amend': moving(['signed', 'withdrawn'], (county, { id, version, kind }, dice) => by(county, issuer(county, kind), dice, amendLetter, { id, version, reason: REASON })),
} satisfies Readonly<Record<string, Deed>>;
