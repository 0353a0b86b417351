import { Pages } from '@/components/shell/pagination';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import type { PostKind } from '@/domain/command';
import type { Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { POSTS_PER_PAGE, type PostRow } from '../queries/list-posts';
import { PostTable } from './post-table';

type Props = {
  viewer: Viewer;
  locale: Locale;
  kind: PostKind;
  vacant: boolean;
  page: number;
  list: { rows: PostRow[]; total: number };
  query: (more: Record<string, string | number | null>) => string;
};

/** One kind of posts, page by page, all of them or only those that lack somebody. */
export function KindPosts({ viewer, locale, kind, vacant, page, list: { rows, total }, query }: Props) {
  const { posts: t } = messages(locale);
  const to = (changed: { page?: number; vacant?: boolean }) =>
    query({ kind, vacant: (changed.vacant ?? vacant) ? 1 : null, page: changed.page && changed.page > 1 ? changed.page : null });
  const links = (
    <span className="flex gap-4">
      <TextLink href={to({ vacant: !vacant })}>{vacant ? t.kinds[kind] : t.list.onlyVacant}</TextLink>
      <TextLink href={query({})}>{t.list.all}</TextLink>
    </span>
  );
  return (
    <Section title={t.kinds[kind]} actions={links}>
      <PostTable viewer={viewer} locale={locale} caption={t.kinds[kind]} rows={rows} />
      <Pages locale={locale} page={page} size={POSTS_PER_PAGE} total={total} hrefOf={(at) => to({ page: at })} />
    </Section>
  );
}
