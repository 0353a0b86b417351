import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { formatPercent, type Locale } from '@/domain/format';
import { UNVISITED_DAYS, visitedWithin } from '@/domain/visit';
import { messages } from '@/messages/locale';
import type { MyHousehold } from '../queries/my-households';

/** How far I am round my own households today; the list under it is their rows. */
export function OwnCoverage({ locale, rows, today }: { locale: Locale; rows: MyHousehold[]; today: string }) {
  const { board: t } = messages(locale).visits;
  const whole = rows.length;
  if (whole === 0) return null;
  const figure = (label: string, part: number) => <Figure label={label} value={(part / whole) * 100} text={formatPercent(locale, (part / whole) * 100)} counts={{ part, whole }} locale={locale} />;
  const within = (days: number) => rows.filter(({ lastVisit }) => visitedWithin(lastVisit, today, days)).length;
  return (
    <div className="mb-3">
      <FigureRow>
        {figure(t.within[1], within(UNVISITED_DAYS[1]))}
        {figure(t.within[3], within(UNVISITED_DAYS[3]))}
        {figure(t.within[6], within(UNVISITED_DAYS[6]))}
        <Figure label={t.never} value={rows.filter(({ lastVisit }) => lastVisit === null).length} unit={t.household} locale={locale} />
      </FigureRow>
    </div>
  );
}
