import { TextLink } from '@/components/ui/link-button';
import { formatMonth, type Locale } from '@/domain/format';
import { measureOf } from '@/domain/letter-pace';
import { messages } from '@/messages/locale';
import type { clausesCounted } from '../queries/clauses-counted';
import { amount, targetText } from './amount';
import { PaceLight } from './pace';
import { Wording } from './wording';

type Counted = NonNullable<ReturnType<Awaited<ReturnType<typeof clausesCounted>>['get']>>;

/** The clause that a reported figure counts toward: which letter, what it asks for by when, and how far it is. */
export function CountedClause({ clause, locale }: { clause: Counted; locale: Locale }) {
  const { counted: t, document } = messages(locale).letters;
  const { letterId, no, text, indicator, target, dueMonth, pace } = clause;
  const due = measureOf(indicator) === 'monthly' ? document.monthly : document.by(formatMonth(locale, dueMonth));
  return (
    <p className="text-sm">
      <TextLink href={`/letters/${letterId}`}>{t.clause(String(no))}</TextLink> <Wording text={text} />{' '}
      <span className="text-muted">
        {t.target(targetText(locale, indicator, target), due, amount(locale, indicator, pace.value))}
      </span>{' '}
      <PaceLight locale={locale} pace={pace} />
    </p>
  );
}
