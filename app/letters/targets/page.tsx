import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/shell/tabs';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { INDICATOR_IDS } from '@/domain/indicators';
import { letterSearch, letterYears } from '@/domain/letter-search';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { TargetForm } from '@/features/letters/components/target-form';
import { TargetTable } from '@/features/letters/components/target-table';
import { choosableLines } from '@/features/letters/queries/choosable-lines';
import { countyTargets } from '@/features/letters/queries/county-targets';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).letters.targets.title };
}

export default async function Page({ searchParams }: PageProps<'/letters/targets'>) {
  const viewer = await currentViewer();
  allow(viewer, 'targets.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, { line: params.line });
  const { running, filter } = page;
  const { year } = letterSearch(params, page);
  const rows = await countyTargets(viewer, year, filter.line);
  const sets = may(viewer, 'targets.set');
  const edited = sets ? rows.find(({ id, locked }) => id === rowId(params.edit) && !locked) : undefined;
  const lines = await choosableLines(viewer);
  const locale = await currentLocale();
  const { letters, figures } = messages(locale);
  const { targets: t } = letters;
  return (
    <WorkPage viewer={viewer} current="/letters">
      <PageHeader title={t.title} locale={locale} crumbs={[{ href: `/letters?year=${year}`, label: letters.title }]} summary={t.summary(year)} />
      <Tabs label={letters.year} locale={locale} tabs={letterYears(running).slice(0, 4).map((each) => ({ href: `/letters/targets?year=${each}`, label: letters.yearOf(each), current: each === year }))} />
      <TargetTable locale={locale} rows={rows} sets={sets} />
      {sets && (
        <Section title={t.form.title} id="form">
          <TargetForm
            key={`${year} ${edited?.id} ${edited?.version}`}
            year={year}
            version={edited?.version ?? 0}
            values={{ line: edited?.line ?? '', indicator: edited?.indicator ?? 'poverty.households_lifted', target: edited ? String(edited.target) : '', dueMonth: edited?.dueMonth ?? `${year}-12`, text: edited?.text ?? '' }}
            lines={[{ value: '', label: letters.county }, ...lines.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'zh-CN' ? name : nameEn }))]}
            indicators={INDICATOR_IDS.map((id) => ({ value: id, label: figures[id].name }))}
            texts={t.form}
          />
        </Section>
      )}
    </WorkPage>
  );
}
