import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { PARTY, PARTY_NAME, visibleTo } from '@/db/letters';
import { may } from '@/domain/access';
import type { PostKind } from '@/domain/command';
import { issuerOf, type Parties, type Side } from '@/domain/letter';
import type { Viewer } from '@/domain/viewer';
import { sight, signable } from '../policy';

export interface LetterToSign {
  id: number;
  year: number;
  party: string;
}

interface Row extends LetterToSign, Omit<Parties, 'issuer'>, Record<string, unknown> {
  issuerPost: PostKind;
  signed: { side: Side; personId: number }[];
}

const LISTED = 8;

/** Letters that lie before both sides and lack the viewer's signature. */
export async function lettersToSign(viewer: Viewer): Promise<LetterToSign[]> {
  const posts = viewer.appointments.map(({ postId }) => postId);
  if (!may(viewer, 'letters.sign') || posts.length === 0) return [];
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select l.id, l.year, ${PARTY_NAME} as party, l.kind, l.from_post_id as "fromPostId", l.to_post_id as "toPostId", l.to_person_id as "toPersonId", f.kind as "issuerPost",
        (select coalesce(json_agg(json_build_object('side', s.side, 'personId', s.person_id)), '[]') from letter_signatures s where s.letter_id = l.id and s.version = l.latest) as signed
      from letters l join letter_versions v on v.letter_id = l.id and v.no = l.latest join posts f on f.id = l.from_post_id ${PARTY}
      where v.state = 'offered' and ${visibleTo(sight(viewer))} and (l.to_post_id in ${posts} or l.from_post_id in ${posts} or f.kind = 'headquarters') order by l.year desc, l.id`);
    return rows.filter(({ issuerPost, ...row }) => signable(viewer, { ...row, issuer: issuerOf(issuerPost), state: 'offered' }) !== null).slice(0, LISTED).map(({ id, year, party }) => ({ id, year, party }));
  });
}
