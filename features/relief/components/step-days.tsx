import { TableBehind } from '@/components/charts/chart-table';
import { Turning } from '@/components/charts/turning';
import { Pages } from '@/components/shell/pagination';
import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDate, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { REVIEWS } from '@/domain/relief';
import type { DaysSearch } from '@/domain/relief-search';
import { messages } from '@/messages/locale';
import type { stepMonths, stepRows } from '../queries/step-days';
import { STEPS_PER_PAGE, type StepMonth } from '../queries/step-days';
import { DaysDrawing } from './days-drawing';

type Shown = { locale: Locale; filter: Filter; found: Awaited<ReturnType<typeof stepMonths>> };

const link = (filter: Filter, { step, decided, late, page }: DaysSearch) => `/relief/days${filterQuery(filter, {}, { step, decided, late: late ? 'yes' : null, page: page === 1 ? null : page })}#rows`;
const rowsOf = (filter: Filter, { step, month }: StepMonth, late = false) => link(filter, { step, decided: month, late, page: 1 });
const between = ({ least, most }: { least: number; most: number }) => (least === most ? String(most) : `${least}–${most}`);

/** What each step took by month against its limit, as charts. */
export function DaysCharts({ locale, filter, found: { months, steps } }: Shown) {
  const { common, reliefApplications: { days: t } } = messages(locale);
  if (steps.length === 0) return null;
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits);
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t.legend}</p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-3">
        {REVIEWS.map((review) => {
          const own = steps.filter(({ step }) => step === review);
          const limits = { least: Math.min(...own.map(({ least }) => least)), most: Math.max(...own.map(({ most }) => most)) };
          const title = own.length === 0 ? t.steps[review] : t.chart(t.steps[review], between(limits));
          const table = {
            columns: [{ key: 'month', label: t.columns.month }, { key: 'count', label: t.columns.count, numeric: true }, { key: 'median', label: t.columns.median, numeric: true, digits: 1 }, { key: 'longest', label: t.columns.longest, numeric: true }, { key: 'late', label: t.columns.late, numeric: true }],
            rows: own.map((each) => ({ month: formatMonth(locale, each.month, 'short'), href: rowsOf(filter, each), count: each.count, median: each.median, longest: each.longest, late: each.late })),
          };
          const sum = (of: (each: StepMonth) => number) => number(own.reduce((all, each) => all + of(each), 0));
          return (
            <Turning
              key={review}
              title={title}
              height="medium"
              labels={common.chart}
              drawing={own.length === 0 ? <p className="flex size-full items-center justify-center text-muted">{t.empty}</p> : (
                <DaysDrawing locale={locale} months={months} steps={own} limit={limits.most} limitText={t.limitLine(number(limits.most))} summary={t.chartSummary(t.steps[review], sum(({ count }) => count), sum(({ late }) => late))} />
              )}
              table={<TableBehind caption={title} table={table} locale={locale} />}
            />
          );
        })}
      </div>
    </>
  );
}

/** The same by month and step, each leading to its reviews. */
export function DaysTable({ locale, filter, found: { steps } }: Shown) {
  const { days: t } = messages(locale).reliefApplications;
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits);
  return (
    <Section title={t.table}>
      <Table
        narrow="scroll"
        caption={t.table}
        captionHidden
        locale={locale}
        rows={steps}
        empty={t.empty}
        rowKey={({ month, step }) => `${month} ${step}`}
        columns={[
          { key: 'month', label: t.columns.month, tight: true, cell: ({ month }) => formatMonth(locale, month) },
          { key: 'step', label: t.columns.step, tight: true, cell: (each) => ({ href: rowsOf(filter, each), text: t.steps[each.step], label: t.rowsOf(formatMonth(locale, each.month), t.steps[each.step]) }) },
          { key: 'count', label: t.columns.count, numeric: true, cell: ({ count }) => number(count) },
          { key: 'median', label: t.columns.median, numeric: true, cell: ({ median }) => number(median, 1) },
          { key: 'longest', label: t.columns.longest, numeric: true, cell: ({ longest }) => number(longest) },
          { key: 'limit', label: t.columns.limit, numeric: true, cell: (each) => between(each) },
          { key: 'late', label: t.columns.late, numeric: true, cell: (each) => <Rate part={each.late} whole={each.count} locale={locale} hrefs={{ part: rowsOf(filter, each, true), whole: rowsOf(filter, each) }} /> },
        ]}
      />
    </Section>
  );
}

/** The reviews behind one figure. */
export function DaysRows({ locale, filter, search, found }: { locale: Locale; filter: Filter; search: DaysSearch; found: Awaited<ReturnType<typeof stepRows>> }) {
  const { days: t } = messages(locale).reliefApplications;
  const number = (value: number) => formatNumber(locale, value);
  const title = t.rows(formatMonth(locale, search.decided), t.steps[search.step]);
  return (
    <Section title={title} id="rows" actions={<TextLink href={link(filter, { ...search, late: !search.late, page: 1 })} label={search.late ? t.all : t.onlyLate}>{search.late ? t.all : t.onlyLate}</TextLink>}>
      <Table
        caption={title}
        captionHidden
        locale={locale}
        rows={found.rows}
        empty={t.rowsEmpty}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'no', label: t.columns.no, heading: true, tight: true, cell: ({ caseId, no }) => ({ href: `/relief/${caseId}`, text: no }) },
          { key: 'village', label: t.columns.village, cell: ({ village }) => village },
          { key: 'since', label: t.columns.since, tight: true, cell: ({ since }) => formatDate(locale, since) },
          { key: 'until', label: t.columns.until, tight: true, cell: ({ until }) => formatDate(locale, until) },
          { key: 'days', label: t.columns.days, numeric: true, cell: ({ days }) => number(days) },
          { key: 'limit', label: t.columns.limit, numeric: true, cell: ({ most }) => number(most) },
          { key: 'state', label: t.columns.state, tight: true, cell: ({ days, most }) => ({ badge: days > most ? t.over(number(days - most)) : t.within, tone: days > most ? 'red' : 'green' }) },
        ]}
      />
      <Pages locale={locale} page={search.page} size={STEPS_PER_PAGE} total={found.count} hrefOf={(page) => link(filter, { ...search, page })} />
    </Section>
  );
}
