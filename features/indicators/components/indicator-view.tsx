import type { ReactNode } from 'react';
import { Trend } from '@/components/charts/trend';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { figureHref } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatMonth, type Locale } from '@/domain/format';
import { type IndicatorId, isMonthly } from '@/domain/indicators';
import { overMonths } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { IndicatorPage } from '../queries/indicator-page';
import { Corrections } from './corrections';
import { CutSection, type CutSort } from './cut-section';
import { Definition } from './definition';
import { ExportForm } from './export-form';
import { FigureHead } from './figure-head';
import { RowsSection } from './rows-section';

export interface IndicatorViewProps {
  viewer: Viewer;
  locale: Locale;
  id: IndicatorId;
  filter: Filter;
  page: IndicatorPage;
  /** The day until which the month can still be filed; null for a closed one. */
  openUntil: string | null;
  sort: CutSort;
  /** Whether the rows shown are not the first page. */
  later: boolean;
  /** The filter. */
  children: ReactNode;
}

/** One indicator: what it is, its value, its course, where it is high and low, and the rows it is made of. */
export function IndicatorView({ viewer, locale, id, filter, page, openUntil, sort, later, children }: IndicatorViewProps) {
  const { indicators, figures, common } = messages(locale);
  const place = page.place ?? indicators.everywhere;
  return (
    <>
      <PageHeader
        locale={locale}
        title={figures[id].name}
        crumbs={[{ href: `/indicators${filterQuery(filter)}`, label: indicators.title }]}
        summary={`${place} · ${formatMonth(locale, filter.month)}${filter.reading === 'known' ? ` · ${common.filter.readings.known}` : ''}`}
      />
      {children}
      <FigureHead locale={locale} id={id} filter={filter} page={page} openUntil={openUntil} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section title={indicators.trend}>
            <Trend locale={locale} id={id} points={isMonthly(id) && openUntil ? overMonths(page.trend, filter.month) : page.trend} exitLine={page.exitLine} hrefOf={(month) => figureHref(filter, id, { month })} />
          </Section>
        </div>
        <div className="min-w-0">
          <Section title={indicators.definition.title}>
            <Definition locale={locale} id={id} />
          </Section>
        </div>
      </div>
      {page.cuts.length > 0 && (
        <Section title={indicators.cuts.title} id="cuts">
          <div className={page.cuts.length > 1 ? 'grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]' : ''}>
            {page.cuts.map(({ by, rows }) => (
              <CutSection key={by} locale={locale} id={id} by={by} rows={rows} filter={filter} sort={sort} />
            ))}
          </div>
        </Section>
      )}
      <RowsSection
        viewer={viewer}
        locale={locale}
        id={id}
        filter={filter}
        rows={page.rows}
        later={later}
        actions={may(viewer, 'indicators.export') && <ExportForm locale={locale} id={id} filter={filter} />}
      />
      <Corrections locale={locale} corrections={page.corrections} filter={filter} />
    </>
  );
}
