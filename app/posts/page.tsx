import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Notice } from '@/components/shell/notice';
import { Section } from '@/components/ui/section';
import { TextInput } from '@/components/ui/text-input';
import { POST_KINDS } from '@/domain/command';
import { filterQuery } from '@/domain/filter';
import { formatDate } from '@/domain/format';
import { NAME_LENGTH, parseHouseholdSearch } from '@/domain/household-search';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { KindCounts } from '@/features/posts/components/kind-counts';
import { KindPosts } from '@/features/posts/components/kind-posts';
import { PeopleFound } from '@/features/posts/components/people-found';
import { PostChain } from '@/features/posts/components/post-chain';
import { findPeople } from '@/features/posts/queries/find-people';
import { commandChain, countPosts, postsOfKind } from '@/features/posts/queries/list-posts';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).posts.title };
}

export default async function Page({ searchParams }: PageProps<'/posts'>) {
  const viewer = await currentViewer();
  allow(viewer, 'posts.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, params);
  const { search, problems } = parseHouseholdSearch({ q: params.q });
  const kind = POST_KINDS.find((each) => each === params.kind) ?? null;
  const vacant = params.vacant === '1';
  const at = rowId(params.page, 100) ?? 1;
  const locale = await currentLocale();
  const { posts: t } = messages(locale);
  const query = (more: Record<string, string | number | null>) => `/posts${filterQuery(page.filter, {}, more)}`;
  const found = search.name ? await findPeople(viewer, search.name) : null;
  return (
    <WorkPage viewer={viewer} current="/posts">
      <PageHeader title={t.title} locale={locale} summary={t.summary(formatDate(locale, page.today))} />
      {problems.length > 0 && <Notice tone="warning" title={t.search.malformed} />}
      <PlaceFilter viewer={viewer} action="/posts" page={page} fields={['division', 'zone']} keep={{ kind: kind ?? undefined, vacant: vacant ? '1' : undefined }} reset={found !== null || kind !== null || page.filter.division !== null || page.filter.zone !== null}>
        <div className="w-full sm:w-52">
          <TextInput key={search.name} name="q" type="search" label={t.search.label} placeholder={t.search.hint} defaultValue={search.name} maxLength={NAME_LENGTH} />
        </div>
      </PlaceFilter>
      {found && <PeopleFound locale={locale} name={search.name} {...found} />}
      {!found && kind && <KindPosts viewer={viewer} locale={locale} kind={kind} vacant={vacant} page={at} list={await postsOfKind(viewer, page.area, kind, vacant, at)} query={query} />}
      {!found && !kind && (
        <>
          <Section title={t.tree.title}>
            <PostChain locale={locale} posts={await commandChain(viewer, page.area)} />
          </Section>
          <Section title={t.counts.title}>
            <KindCounts locale={locale} counts={await countPosts(viewer, page.area)} href={(each, open) => query({ kind: each, vacant: open ? 1 : null })} />
          </Section>
        </>
      )}
    </WorkPage>
  );
}
