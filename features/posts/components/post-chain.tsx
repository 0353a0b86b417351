import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { PostRow } from '../queries/list-posts';
import { dutyNames, Holders } from './holders';

/** The chain of command as nested lists: headquarters, then what answers to it; township commands fold under their zone. */
export function PostChain({ locale, posts }: { locale: Locale; posts: PostRow[] }) {
  const shown = new Set(posts.map((post) => post.id));
  const roots = posts.filter((post) => post.parentId === null || !shown.has(post.parentId));
  return <Branch locale={locale} posts={roots} all={posts} />;
}

type BranchProps = { locale: Locale; posts: PostRow[]; all: PostRow[] };

function Branch({ locale, posts, all }: BranchProps) {
  return (
    <ul className="border-s border-line ps-4">
      {posts.map((post) => {
        const under = all.filter((other) => other.parentId === post.id);
        const folded = post.kind === 'zone-command' && under.length > 0;
        return (
          <li key={post.id} className="py-1">
            <Line locale={locale} post={post} />
            {folded ? (
              <details>
                <summary className="ms-4 text-sm text-muted underline decoration-line-strong underline-offset-4">
                  {messages(locale).posts.tree.townships(formatNumber(locale, under.length))}
                </summary>
                <Branch locale={locale} posts={under} all={all} />
              </details>
            ) : (
              under.length > 0 && <Branch locale={locale} posts={under} all={all} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Line({ locale, post }: { locale: Locale; post: PostRow }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <TextLink href={`/posts/${post.id}`}>{post.name}</TextLink>
      <span className="text-muted">
        <Holders locale={locale} holders={post.holders} />
      </span>
      {post.vacant.length > 0 && <Badge tone="red">{messages(locale).posts.post.vacant(dutyNames(locale, post.vacant))}</Badge>}
    </p>
  );
}
