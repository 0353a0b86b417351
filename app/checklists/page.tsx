import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { checklistSearch } from '@/domain/checklist-search';
import { filterQuery } from '@/domain/filter';
import { formatMonth } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { Board } from '@/features/checklists/components/board';
import { Burden } from '@/features/checklists/components/burden';
import { KindSelect } from '@/features/checklists/components/kind-select';
import { MissingTable } from '@/features/checklists/components/missing-table';
import { MyTable } from '@/features/checklists/components/my-table';
import { burdenSince, filingBurden } from '@/features/checklists/queries/filing-burden';
import { filingRates } from '@/features/checklists/queries/filing-rates';
import { MISSING_PAGE, missingFilers } from '@/features/checklists/queries/missing-filers';
import { myChecklists } from '@/features/checklists/queries/my-checklists';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).checklists.title };
}

export default async function Page({ searchParams }: PageProps<'/checklists'>) {
  const viewer = await currentViewer();
  allow(viewer, 'checklists.view');
  const params = await searchParams;
  const filed = await pageFilter(viewer, params);
  const { filter, area } = filed;
  const { kind, page, by } = checklistSearch(params);
  const mine = may(viewer, 'checklists.file') ? await myChecklists(viewer) : null;
  const rates = await filingRates(viewer, { area, month: filter.month, reading: filter.reading, by });
  const missing = await missingFilers(viewer, area, filter.month, page, kind, filter.reading);
  const parts = await filingBurden(viewer, area, filter.month);
  const locale = await currentLocale();
  const { title, mine: own, board: texts, burden, changed, exception } = messages(locale).checklists;
  const actions = (
    <>
      <LinkButton href="/checklists/exceptions">{exception.list}</LinkButton>
      <LinkButton href={`/checklists/changed${filterQuery(filter)}`}>{changed.title}</LinkButton>
      {may(viewer, 'spots.view') && <LinkButton href={`/checklists/spot-checks${filterQuery(filter)}`}>{messages(locale).spotChecks.title}</LinkButton>}
      {may(viewer, 'checklists.review') && <LinkButton href={`/checklists/review${filterQuery(filter)}`}>{texts.review}</LinkButton>}
    </>
  );
  return (
    <WorkPage viewer={viewer} current="/checklists">
      <PageHeader title={title} locale={locale} summary={texts.summary(formatMonth(locale, filter.month))} actions={actions} />
      {mine && (
        <Section title={own.title}>
          <MyTable rows={mine} locale={locale} />
        </Section>
      )}
      <Section title={texts.title}>
        <PlaceFilter viewer={viewer} action="/checklists" page={filed} fields={['month', 'division', 'zone', 'asOf']} keep={{ by }} reset={kind !== null || filter.division !== null || filter.zone !== null}>
          <KindSelect kind={kind} locale={locale} />
        </PlaceFilter>
        <Board rates={rates} area={area} by={by} filter={filter} kind={kind} locale={locale} />
      </Section>
      <Section title={texts.missing} id="missing">
        <MissingTable missing={missing} page={page} size={MISSING_PAGE} filter={filter} kind={kind} locale={locale} />
      </Section>
      <Section title={burden.title} id="burden">
        <Burden parts={parts} first={burdenSince(filter.month)} month={filter.month} locale={locale} />
      </Section>
    </WorkPage>
  );
}
