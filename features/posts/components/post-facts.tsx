import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { type Duty, type PostKind } from '@/domain/command';
import { FILING_DUTIES } from '@/domain/checklist';
import { formatDate, type Locale } from '@/domain/format';
import { NEEDED } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { Post } from '../queries/find-post';

const files = (kind: PostKind): boolean => NEEDED[kind].some((duty: Duty) => duty in FILING_DUTIES);

/** What a post is: its ground, its line, what it answers to and what answers to it. */
export function PostFacts({ viewer, locale, post }: { viewer: Viewer; locale: Locale; post: Post }) {
  const { posts } = messages(locale);
  const { facts: t } = posts.post;
  const { facts, children, opens } = post;
  return (
    <>
      <Definitions
        columns={3}
        items={[
          { term: t.kind, value: <TextLink href={`/posts?kind=${facts.kind}`}>{posts.kinds[facts.kind]}</TextLink> },
          { term: t.place, value: opens.place ? <TextLink href={`/divisions/${facts.division}`}>{facts.place}</TextLink> : facts.place },
          ...(facts.line ? [{ term: t.line, value: locale === 'zh-CN' ? facts.line : facts.lineEn }] : []),
          ...(facts.zoneNo ? [{ term: t.zone, value: opens.zone ? <TextLink href={`/zones/${facts.zoneNo}`}>{facts.zone}</TextLink> : facts.zone }] : []),
          ...(facts.parent ? [{ term: t.parent, value: <TextLink href={`/posts/${facts.parent.id}`}>{facts.parent.name}</TextLink> }] : []),
          { term: t.established, value: formatDate(locale, facts.establishedOn) },
          ...(facts.abolishedOn ? [{ term: t.abolished, value: formatDate(locale, facts.abolishedOn) }] : []),
          ...(files(facts.kind) && may(viewer, 'checklists.view')
            ? [{ term: posts.post.checklists, value: <TextLink href={`/checklists?division=${facts.division}`}>{posts.post.checklists}</TextLink> }]
            : []),
        ]}
      />
      {children.length > 0 && (
        <details className="mt-3">
          <summary className="underline decoration-line-strong underline-offset-4">{posts.post.children}</summary>
          <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
            {children.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={`/posts/${id}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
