import { TableBehind } from '@/components/charts/chart-table';
import { TrendDrawing } from '@/components/charts/trend-drawing';
import { Turning } from '@/components/charts/turning';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatMoney, formatMonth, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { Fund } from '../queries/read-fund';
import { FundHead } from './fund-head';

/** The fund at a glance: how it stands, where it leads, what came in and went out. */
export function FundOverview({ fund, locale }: { fund: Fund; locale: Locale }) {
  const { funds: t } = messages(locale);
  const money = (fen: number) => formatMoney(locale, fen);
  const { ahead, held, floor, months } = fund;
  return (
    <>
      <FundHead fund={fund} locale={locale} />
      <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Line locale={locale} title={t.held} hint={t.heldHint} floor={floor} summary={t.heldSummary} ends={held.map(({ month, available }) => ({ month, fen: available }))} />
        <Line locale={locale} title={t.projection} hint={t.projectionHint} floor={floor} summary={t.projectionSummary} ends={ahead.map(({ month, balance }) => ({ month, fen: balance }))} />
      </div>
      <Section title={t.months}>
        <Table
          caption={t.months}
          captionHidden
          locale={locale}
          rows={months.toReversed()}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', label: t.columns.month, tight: true, cell: ({ month }) => formatMonth(locale, month) },
            { key: 'income', label: t.columns.income, numeric: true, cell: ({ income }) => money(income) },
            { key: 'spending', label: t.columns.spending, numeric: true, cell: ({ spending }) => money(spending) },
          ]}
        />
      </Section>
    </>
  );
}

type LineProps = { locale: Locale; title: string; hint: string; floor: number | null; summary: (first: string, last: string) => string; ends: { month: Month; fen: number }[] };

/** What is free at the ends of months, against the floor. */
function Line({ locale, title, hint, floor, summary, ends }: LineProps) {
  const { funds: t, common, indicators } = messages(locale);
  const money = (fen: number) => formatMoney(locale, fen);
  const points = ends.map(({ month, fen }) => ({ month, value: fen / 100, numerator: null, denominator: null }));
  const table = {
    columns: [{ key: 'month', label: t.columns.month }, { key: 'balance', label: t.columns.balance, numeric: true }],
    rows: ends.map(({ month, fen }) => ({ month: formatMonth(locale, month, 'short'), balance: money(fen) })),
  };
  return (
    <Section title={title}>
      <p className="mb-8 text-muted">{hint}</p>
      <Turning
        title={title}
        titleHidden
        height="medium"
        labels={common.chart}
        drawing={<TrendDrawing locale={locale} points={points} values={{ locale, unit: indicators.units.yuan, digits: 0 }} summary={summary(money(ends[0]?.fen ?? 0), money(ends.at(-1)?.fen ?? 0))} goal={floor === null ? undefined : { value: floor / 100, text: t.floorLine(money(floor)) }} />}
        table={<TableBehind caption={title} table={table} locale={locale} />}
      />
    </Section>
  );
}
