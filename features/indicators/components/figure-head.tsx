import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { Notice } from '@/components/shell/notice';
import type { Reading } from '@/db/readings';
import { countHrefs, digitsOf, figureHref, formatFigure } from '@/domain/figure';
import type { Filter } from '@/domain/filter';
import { formatDate, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { beginsAnew, indicator, type IndicatorId, isMonthly, partsOf } from '@/domain/indicators';
import { addMonths } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { IndicatorPage } from '../queries/indicator-page';

/** The figure with its two counts, its change against last month, and whether it was corrected after the close. */
export function FigureHead({ locale, id, filter, page, openUntil }: { locale: Locale; id: IndicatorId; filter: Filter; page: IndicatorPage; openUntil: string | null }) {
  const { figures, indicators, common } = messages(locale);
  const { figure, known, now, trend, corrections } = page;
  const { unit, better } = indicator(id);
  const open = isMonthly(id) ? openUntil : null;
  const before = open || beginsAnew(id, filter.month) ? null : (trend.at(-2)?.value ?? null);
  const change = figure.value === null || before === null ? null : figure.value - before;
  // Two rates may look the same when rounded: their counts tell them apart.
  const told = ({ value, numerator, denominator }: Reading) => {
    const text = formatFigure(locale, id, value);
    return denominator === null ? text : common.noted(text, common.of(formatNumber(locale, numerator), formatNumber(locale, denominator)));
  };
  const corrected = known !== null && (known.numerator !== now.numerator || known.denominator !== now.denominator);
  return (
    <>
      <FigureRow>
        <Figure
          label={figures[id].name}
          value={figure.value}
          text={formatFigure(locale, id, figure.value)}
          unit={unit === 'percent' ? undefined : indicators.units[unit]}
          locale={locale}
          digits={digitsOf(id)}
          counts={figure.denominator === null || unit !== 'percent' ? undefined : { part: figure.numerator, whole: figure.denominator, hrefs: countHrefs(filter, id) }}
          href="#rows"
          note={open ? common.unfinished(formatDate(locale, open)) : undefined}
          delta={{ value: change, against: formatMonth(locale, addMonths(filter.month, -1)), better: better === 'more' ? 'up' : better === 'less' ? 'down' : undefined, digits: digitsOf(id) }}
        />
        {partsOf(id).length > 1 && partsOf(id).map((part, at) => (
          <Figure key={part} label={figures[part].name} value={at === 0 ? figure.numerator : figure.denominator} unit={indicators.units[indicator(part).unit]} locale={locale} href={figureHref(filter, part)} />
        ))}
      </FigureRow>
      {corrected && known && (
        <Notice tone="warning" title={indicators.known.flag(told(known), told(now))}>
          {corrections.length > 0 && <a href="#changed" className="underline">{indicators.known.title}</a>}
        </Notice>
      )}
    </>
  );
}
