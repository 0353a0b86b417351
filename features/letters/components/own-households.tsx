import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import type { CadreRow } from '@/db/cadre-figures';
import { digitsOf } from '@/domain/figure';
import { formatDate, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { indicator, partsOf, type RegisterIndicator } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { LetterView } from '../queries/find-letter';

type Props = { locale: Locale; clause: LetterView['clauses'][number]; month: Month; rows: readonly CadreRow[] };

/** The households a cadre answers for at the end of the month, those that do not count toward the figure first. */
export function OwnHouseholds({ locale, clause, month, rows }: Props) {
  const { letters, figures, indicators } = messages(locale);
  const { own: t } = letters;
  const [part = clause.indicator] = partsOf(clause.indicator);
  const definition = indicator(part) as RegisterIndicator;
  const title = t.title(String(clause.no), formatMonth(locale, month));
  const counted = rows.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <div id={`own-${clause.no}`} className="mt-5">
      <h3 className="mb-1 font-medium">{title}</h3>
      <p className="mb-2 text-muted">{t.summary(figures[part].name, `${formatNumber(locale, counted, digitsOf(part))} ${indicators.units[definition.unit]}`, formatNumber(locale, rows.length))}</p>
      <Table
        caption={title}
        captionHidden
        locale={locale}
        rows={[...rows]}
        rowKey={({ household }) => String(household)}
        empty={t.none}
        columns={[
          { key: 'household', label: t.columns.household, heading: true, cell: ({ household, headName }) => <TextLink href={`/households/${household}`}>{headName}</TextLink> },
          { key: 'place', label: t.columns.place, cell: ({ place }) => place },
          { key: 'since', label: t.columns.since, tight: true, cell: ({ since }) => formatDate(locale, since) },
          { key: 'counts', label: t.columns.counts(figures[part].name), tight: true, cell: ({ day, amount }) => (day === null ? t.not : definition.of === 'rows' && amount <= 1 ? formatDate(locale, day) : formatNumber(locale, amount, digitsOf(part))) },
        ]}
      />
    </div>
  );
}
