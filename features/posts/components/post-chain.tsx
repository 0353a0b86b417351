import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { POST_KINDS } from '@/domain/command';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { PostRow } from '../queries/list-posts';
import { dutyNames, Holders } from './holders';

type Props = { locale: Locale; posts: PostRow[] };

/** The chain of command, kind by kind from the headquarters down; the townships of a zone fold under it. */
export function PostChain({ locale, posts }: Props) {
  const zones = new Set(posts.filter((post) => post.kind === 'zone-command').map((post) => post.id));
  const folded = (post: PostRow) => post.kind === 'township-command' && post.parentId !== null && zones.has(post.parentId);
  const shown = posts.filter((post) => !folded(post));
  const kinds = POST_KINDS.filter((kind) => shown.some((post) => post.kind === kind));
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
      {kinds.map((kind) => {
        const mine = shown.filter((post) => post.kind === kind);
        return (
          <section key={kind} aria-label={messages(locale).posts.kinds[kind]} className={mine.length > 12 ? 'xl:row-span-4' : undefined}>
            <h3 className="mb-1 text-sm text-muted">
              {messages(locale).posts.kinds[kind]} {mine.length > 1 && formatNumber(locale, mine.length)}
            </h3>
            <ul>
              {mine.map((post) => (
                <li key={post.id} className="border-b border-line py-1">
                  <Line locale={locale} post={post} />
                  {kind === 'zone-command' && <Townships locale={locale} posts={posts.filter((other) => folded(other) && other.parentId === post.id)} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Townships({ locale, posts }: Props) {
  if (posts.length === 0) return null;
  return (
    <details>
      <summary className="text-sm text-muted underline decoration-line-strong underline-offset-4">{messages(locale).posts.tree.townships(formatNumber(locale, posts.length))}</summary>
      <ul className="mt-1 border-s border-line ps-4">
        {posts.map((post) => (
          <li key={post.id} className="py-0.5">
            <Line locale={locale} post={post} />
          </li>
        ))}
      </ul>
    </details>
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
