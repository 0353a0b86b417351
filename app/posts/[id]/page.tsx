import { notFound } from 'next/navigation';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { may } from '@/domain/access';
import { formatDate, formatMonth } from '@/domain/format';
import { monthOf, parseMonth } from '@/domain/month';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { GroundGaps } from '@/features/assignments/components/ground-gaps';
import { readGaps } from '@/features/assignments/queries/coverage';
import { HolderTimeline } from '@/features/posts/components/holder-timeline';
import { InMonth } from '@/features/posts/components/in-month';
import { LettersSection } from '@/features/letters/components/letters-section';
import { lettersOf } from '@/features/letters/queries/letters-of';
import { PostFacts } from '@/features/posts/components/post-facts';
import { PostPeople } from '@/features/posts/components/post-people';
import { findPost } from '@/features/posts/queries/find-post';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params, searchParams }: PageProps<'/posts/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'posts.view');
  const id = rowId((await params).id);
  const post = id === null ? null : await findPost(viewer, id);
  if (!post) notFound();
  const { establishedOn, today, division, zoneNo } = post.facts;
  const asked = (await searchParams).month;
  const found = typeof asked === 'string' ? parseMonth(asked) : null;
  const month = found !== null && found >= monthOf(establishedOn) && found <= monthOf(today) ? found : null;
  // A zone's posts hang on the county; their ground is the zone.
  const zone = division.length === 6 && zoneNo !== null ? String(zoneNo) : undefined;
  const ground: Record<string, string> = zone ? { zone } : { division };
  const gaps = may(viewer, 'assignments.view') && viewer.scope.households === '*' && month === null
    ? await readGaps(viewer, (await pageFilter(viewer, ground)).area, monthOf(today)) : null;
  const locale = await currentLocale();
  const { posts: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/posts">
      <PageHeader
        title={post.facts.name}
        locale={locale}
        crumbs={[{ href: '/posts', label: t.title }, ...(post.facts.parent ? [{ href: `/posts/${post.facts.parent.id}`, label: post.facts.parent.name }] : [])]}
        summary={t.summary(month ? formatMonth(locale, month) : formatDate(locale, today))}
      />
      {asked !== undefined && asked !== '' && month === null && <Notice tone="warning" title={t.post.badMonth} />}
      <PostFacts viewer={viewer} locale={locale} post={post} />
      <InMonth locale={locale} post={post} month={month} />
      <PostPeople viewer={viewer} locale={locale} post={post} month={month} />
      <HolderTimeline locale={locale} post={post} month={month} />
      {gaps && <GroundGaps locale={locale} counts={gaps} href={(gap) => `/assignments?${new URLSearchParams({ ...ground, gap })}#gaps`} />}
      <LettersSection locale={locale} letters={await lettersOf(viewer, { post: post.facts.id })} />
    </WorkPage>
  );
}
