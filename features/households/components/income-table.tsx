import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { ABSENT, formatMoney, type Locale } from '@/domain/format';
import type { Assessment } from '@/domain/income';
import { messages } from '@/messages/locale';

/** Incomes by year, each against the line of its year; the formula and where each line was read stand below. */
export function IncomeTable({ locale, incomes }: { locale: Locale; incomes: Assessment[] }) {
  const { income: t } = messages(locale).households;
  const money = (fen: number | null | undefined) => formatMoney(locale, fen);
  const lines = incomes.flatMap(({ line }) => (line ? [line] : []));
  return (
    <>
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={incomes}
        rowKey={({ income }) => String(income.year)}
        empty={t.empty}
        columns={[
          { key: 'year', label: t.columns.year, cell: ({ income }) => income.year },
          ...(['wage', 'business', 'property', 'transfer', 'cost'] as const).map((key) => ({ key, label: t.columns[key], numeric: true, cell: ({ income }: Assessment) => money(income[key]) })),
          { key: 'net', label: t.columns.net, numeric: true, cell: ({ net }) => money(net) },
          { key: 'perHead', label: t.columns.perHead, numeric: true, cell: ({ perHead }) => <strong className="font-semibold">{money(perHead)}</strong> },
          { key: 'line', label: t.columns.line, numeric: true, cell: ({ line }) => money(line?.fen) },
          { key: 'against', label: t.columns.against, tight: true, cell: ({ margin }) => (margin === null ? ABSENT : margin >= 0 ? t.over(money(margin)) : <Badge tone="red">{t.under(money(-margin))}</Badge>) },
        ]}
      />
      <p className="mt-2 text-sm text-muted">{t.formula}</p>
      {lines.length > 0 && (
        <details className="mt-1 text-sm text-muted">
          <summary className="underline decoration-line-strong underline-offset-4">{t.sources}</summary>
          <ul className="mt-1">
            {lines.map((line) => (
              <li key={line.year}>
                {t.source(String(line.year), t.scopes[line.scope], money(line.fen), line.source)}
                {line.status.startsWith('found') ? '' : t.unverified}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
