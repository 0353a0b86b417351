import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import type { Changed } from '@/db/late-changes';
import type { Reading } from '@/db/readings';
import { changedHref, countHrefs, digitsOf, figureHref, formatFigure } from '@/domain/figure';
import type { Filter } from '@/domain/filter';
import { formatDate, type Locale } from '@/domain/format';
import { indicator, isMonthly } from '@/domain/indicators';
import { messages } from '@/messages/locale';

type Props = { locale: Locale; figures: Reading[]; before: Reading[]; changed: Changed; filter: Filter; openUntil: string | null };

/** A place's main figures, each with its change in a year and the way to its rows; marked where it was corrected after the close. What a month that is not over counts is compared with none. */
export function PlaceFigures({ locale, figures, before, changed, filter, openUntil }: Props) {
  const { figures: names, indicators, divisions, common } = messages(locale);
  const earlier = new Map(before.map((one) => [one.indicator, one.value]));
  return (
    <FigureRow>
      {figures.map(({ indicator: id, value, numerator, denominator }) => {
        const { unit, better } = indicator(id);
        const open = isMonthly(id) ? openUntil : null;
        const then = open ? null : (earlier.get(id) ?? null);
        return (
          <Figure
            key={id}
            label={names[id].name}
            value={value}
            text={formatFigure(locale, id, value)}
            unit={unit === 'percent' ? undefined : indicators.units[unit]}
            locale={locale}
            counts={denominator === null ? undefined : { part: numerator, whole: denominator, hrefs: countHrefs(filter, id) }}
            href={figureHref(filter, id)}
            changed={changed.has(id) ? changedHref(filter, id) : undefined}
            note={open ? common.unfinished(formatDate(locale, open)) : undefined}
            delta={better && value !== null && then !== null ? { value: value - then, against: divisions.lastYear, better: better === 'more' ? 'up' : 'down', digits: digitsOf(id) } : undefined}
          />
        );
      })}
    </FigureRow>
  );
}
