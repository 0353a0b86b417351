import { type Column, Table } from '@/components/ui/table';
import { FILER_KINDS, type FilerKind } from '@/domain/checklist';
import { type BurdenCounts, burdenByKind, burdenByMonth, burdenOf, type BurdenPart, typedEach } from '@/domain/filing-burden';
import { formatMonth, formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import { Sparkline } from './sparkline';

type Props = { parts: readonly BurdenPart[]; first: Month; month: Month; locale: Locale };
type Counted = { counts: BurdenCounts };

const COUNTS = ['filed', 'shown', 'prefilled', 'typed'] as const;

/** What filing took: fields shown, filled in and typed, this month by kind of filer and over twelve months. */
export function Burden({ parts, first, month, locale }: Props) {
  const { burden: texts, kinds } = messages(locale).checklists;
  const number = (value: number | null) => formatNumber(locale, value, 1);
  const byKind = burdenByKind(parts, first, month);
  const filers = FILER_KINDS.filter((kind) => byKind.some((row) => row.kind === kind));
  const whole = burdenOf(byKind.map(({ counts }) => counts));
  const counted = <Row extends Counted>(): Column<Row>[] => [
    ...COUNTS.map((key) => ({ key, label: texts[key], numeric: true, cell: ({ counts }: Row) => formatNumber(locale, counts[key]) })),
    { key: 'each', label: texts.each, numeric: true, cell: ({ counts }: Row) => number(typedEach(counts)) },
  ];
  if (parts.length === 0) return <p className="text-muted">{texts.none}</p>;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{texts.summary}</p>
      <Table
        caption={texts.byKind}
        locale={locale}
        rows={byKind}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', label: texts.kind, heading: true, cell: ({ kind }) => kinds[kind] },
          ...counted<(typeof byKind)[number]>(),
          { key: 'trend', label: texts.trend, cell: ({ each }) => <Sparkline values={each} limits={null} text={texts.trendOf(each.map(number).join(' '))} /> },
        ]}
        total={{ kind: texts.all, ...Object.fromEntries(COUNTS.map((key) => [key, formatNumber(locale, whole[key])])), each: number(typedEach(whole)) }}
      />
      <details className="mt-4">
        <summary className="flex min-h-11 cursor-pointer items-center lg:min-h-9">{texts.byMonth}</summary>
        <Table
          caption={texts.byMonth}
          captionHidden
          locale={locale}
          rows={burdenByMonth(parts)}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', label: texts.month, heading: true, tight: true, cell: (row) => formatMonth(locale, row.month) },
            ...counted<ReturnType<typeof burdenByMonth>[number]>(),
            ...filers.map((kind: FilerKind) => ({ key: kind, label: kinds[kind], numeric: true, cell: ({ each }: ReturnType<typeof burdenByMonth>[number]) => number(each[kind] ?? null) })),
          ]}
          narrow="scroll"
        />
      </details>
    </>
  );
}
