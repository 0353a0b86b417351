import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { LetterView } from '../queries/find-letter';
import { amount, targetText } from './amount';
import { OwnHouseholds } from './own-households';
import { PaceBar, PaceLight, PaceRule } from './pace';
import { Wording } from './wording';

/** How far each promise is at the end of the month; the actual figure opens its rows: of a cadre's the own households, below. */
export function LetterProgress({ locale, letter }: { locale: Locale; letter: LetterView }) {
  const { progress: t } = messages(locale).letters;
  const rows = letter.clauses.map((clause) => ({ clause, pace: letter.progress(clause) }));
  return (
    <Section title={t.title} id="progress" actions={<span className="text-sm text-muted">{t.summary(formatMonth(locale, letter.month))}</span>}>
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={({ clause }) => String(clause.no)}
        columns={[
          { key: 'clause', label: t.columns.clause, cell: ({ clause }) => <>{clause.no} <Wording text={clause.text} /></> },
          {
            key: 'value', label: t.columns.value, numeric: true, tight: true,
            cell: ({ clause, pace }) => (
              <>
                <TextLink href={letter.own.has(clause.no) ? `#own-${clause.no}` : `/indicators/${clause.indicator}?division=${letter.division}&month=${pace.month}`}>{amount(locale, clause.indicator, pace.value)}</TextLink>
                {pace.base !== null && <span className="ms-2 text-sm text-muted">{t.since(amount(locale, clause.indicator, pace.base))}</span>}
              </>
            ),
          },
          { key: 'target', label: t.columns.target, numeric: true, tight: true, cell: ({ clause }) => targetText(locale, clause.indicator, clause.target) },
          { key: 'bar', label: t.columns.bar, cell: ({ clause, pace }) => <PaceBar locale={locale} pace={pace} label={clause.text} /> },
          { key: 'light', label: t.columns.light, tight: true, cell: ({ pace }) => <PaceLight locale={locale} pace={pace} /> },
        ]}
      />
      <PaceRule locale={locale} />
      {letter.clauses.filter(({ no }) => letter.own.has(no)).map((clause) => <OwnHouseholds key={clause.no} locale={locale} clause={clause} month={letter.progress(clause).month} rows={letter.own.get(clause.no) ?? []} />)}
    </Section>
  );
}
