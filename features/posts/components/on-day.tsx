import { buttonClass } from '@/components/ui/classes';
import { TextInput } from '@/components/ui/text-input';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Post } from '../queries/find-post';

/** Asks for another day: who was first secretary in November 2016? */
export function OnDay({ locale, post, on }: { locale: Locale; post: Post; on: string }) {
  const { posts, common } = messages(locale);
  return (
    <form method="get" action={`/posts/${post.facts.id}`} className="no-print mb-5 flex flex-wrap items-end gap-3 border-b border-line pb-4">
      <div className="w-48">
        <TextInput key={on} name="on" type="date" label={posts.post.on} min={post.facts.establishedOn} max={post.facts.today} defaultValue={on} />
      </div>
      <button type="submit" className={buttonClass('secondary')}>
        {common.actions.apply}
      </button>
      <p className="text-muted">{posts.post.onHint}</p>
    </form>
  );
}
