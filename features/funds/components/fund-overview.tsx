import { TableBehind } from '@/components/charts/chart-table';
import { TrendDrawing } from '@/components/charts/trend-drawing';
import { Turning } from '@/components/charts/turning';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatMoney, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Fund } from '../queries/read-fund';
import { FundHead } from './fund-head';

/** The fund at a glance: how it stands, where it leads, what came in and went out. */
export function FundOverview({ fund, locale }: { fund: Fund; locale: Locale }) {
  const { funds: t, common, indicators } = messages(locale);
  const money = (fen: number) => formatMoney(locale, fen);
  const { ahead, floor, months } = fund;
  const points = ahead.map(({ month, balance }) => ({ month, value: balance / 100, numerator: null, denominator: null }));
  const summary = t.projectionSummary(money(ahead[0]?.balance ?? 0), money(ahead.at(-1)?.balance ?? 0));
  const table = {
    columns: [{ key: 'month', label: t.columns.month }, { key: 'balance', label: t.columns.balance, numeric: true }],
    rows: ahead.map(({ month, balance }) => ({ month: formatMonth(locale, month, 'short'), balance: money(balance) })),
  };
  return (
    <>
      <FundHead fund={fund} locale={locale} />
      <Section title={t.projection}>
        <p className="mb-8 text-muted">{t.projectionHint}</p>
        <Turning
          title={t.projection}
          titleHidden
          height="medium"
          labels={common.chart}
          drawing={<TrendDrawing locale={locale} points={points} values={{ locale, unit: indicators.units.yuan, digits: 0 }} summary={summary} goal={floor === null ? undefined : { value: floor / 100, text: t.floorLine(money(floor)) }} />}
          table={<TableBehind caption={t.projection} table={table} locale={locale} />}
        />
      </Section>
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
