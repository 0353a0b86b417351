import { notFound } from 'next/navigation';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { formatDate } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { OnDay } from '@/features/posts/components/on-day';
import { PostFacts } from '@/features/posts/components/post-facts';
import { PostPeople } from '@/features/posts/components/post-people';
import { findPost } from '@/features/posts/queries/find-post';
import { dayWithin } from '@/domain/day';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params, searchParams }: PageProps<'/posts/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'posts.view');
  const id = rowId((await params).id);
  const post = id === null ? null : await findPost(viewer, id);
  if (!post) notFound();
  const asked = (await searchParams).on;
  const on = dayWithin(asked, post.facts.establishedOn, post.facts.today);
  const locale = await currentLocale();
  const { posts: t } = messages(locale);
  const day = on ?? post.facts.today;
  return (
    <WorkPage viewer={viewer} current="/posts">
      <PageHeader
        title={post.facts.name}
        locale={locale}
        crumbs={[{ href: '/posts', label: t.title }, ...(post.facts.parent ? [{ href: `/posts/${post.facts.parent.id}`, label: post.facts.parent.name }] : [])]}
        summary={t.summary(formatDate(locale, day))}
      />
      {asked !== undefined && asked !== '' && on === null && <Notice tone="warning" title={t.post.badDay} />}
      <OnDay locale={locale} post={post} on={day} />
      <PostFacts viewer={viewer} locale={locale} post={post} />
      <PostPeople viewer={viewer} locale={locale} post={post} on={day} />
    </WorkPage>
  );
}
