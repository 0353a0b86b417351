import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { ROLE_OF } from '@/domain/access';
import { countHrefs, digitsOf, figureHref, formatFigure } from '@/domain/figure';
import { formatDate, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { indicator, isMonthly } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import type { OwnFigures } from '../queries/figures';
import type { Colleague, OwnPeople } from '../queries/people';

/** A few figures of the viewer's ground, each with the way to its rows and the change since last month. */
export function FigureSection({ own, locale }: { own: OwnFigures; locale: Locale }) {
  const { home, figures, indicators, common } = messages(locale);
  const filter = { month: own.month, division: null, zone: null, line: null, reading: 'true' } as const;
  return (
    <Section title={home.figures.title} actions={<span className="text-muted">{formatMonth(locale, own.month)}</span>}>
      <FigureRow>
        {own.figures.map(({ now, before }) => {
          const { unit, better } = indicator(now.indicator);
          return (
            <Figure
              key={now.indicator}
              label={figures[now.indicator].name}
              value={now.value}
              text={formatFigure(locale, now.indicator, now.value)}
              unit={unit === 'percent' ? undefined : indicators.units[unit]}
              counts={now.denominator === null ? undefined : { part: now.numerator, whole: now.denominator, hrefs: countHrefs(filter, now.indicator) }}
              href={figureHref(filter, now.indicator)}
              note={isMonthly(now.indicator) ? common.unfinished(formatDate(locale, own.openUntil)) : undefined}
              delta={{ value: now.value === null || before === null ? null : now.value - before, against: home.figures.lastMonth, better: better && (better === 'more' ? 'up' : 'down'), digits: digitsOf(now.indicator) }}
              locale={locale}
            />
          );
        })}
      </FigureRow>
    </Section>
  );
}

/** One step up and one step down the line of command. */
export function PeopleSection({ people, locale }: { people: OwnPeople; locale: Locale }) {
  const { people: texts } = messages(locale).home;
  const { above, below, belowCount } = people;
  if (above.length === 0 && below.length === 0) return null;
  const count = formatNumber(locale, belowCount);
  return (
    <Section title={texts.title} actions={<TextLink href="/posts">{texts.all}</TextLink>}>
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        {above.length > 0 && <Colleagues title={texts.above} colleagues={above} locale={locale} />}
        {below.length > 0 && <Colleagues title={texts.below(count)} colleagues={below} locale={locale} more={belowCount > below.length ? texts.more(count) : undefined} />}
      </div>
    </Section>
  );
}

function Colleagues({ title, colleagues, locale, more }: { title: string; colleagues: Colleague[]; locale: Locale; more?: string }) {
  const { roles } = messages(locale);
  return (
    <div className="min-w-0">
      <h3 className="font-medium text-muted">{title}</h3>
      <ul>
        {colleagues.map(({ postId, post, person, duty }, at) => (
          <li key={`${postId}-${at}`} className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line lg:min-h-8">
            <span className="font-medium">{person}</span>
            <span className="text-muted">{roles[ROLE_OF[duty]]}</span>
            <span className="ms-auto">
              <TextLink href={`/posts/${postId}`}>{post}</TextLink>
            </span>
          </li>
        ))}
      </ul>
      {more && <p className="mt-1 text-muted">{more}</p>}
    </div>
  );
}
