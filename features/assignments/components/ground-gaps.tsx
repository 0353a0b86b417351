import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { Section } from '@/components/ui/section';
import { type Gap, GAPS } from '@/domain/assignment';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { GapCounts } from '../queries/coverage';

/** The staffing gaps of a ground, each opening its rows. */
export function GroundGaps({ locale, counts, href }: { locale: Locale; counts: GapCounts; href: (gap: Gap) => string }) {
  const { assignments: { gaps } } = messages(locale);
  return (
    <Section title={gaps.title}>
      <FigureRow>
        {GAPS.map((gap) => (
          <Figure key={gap} label={gaps[gap]} value={counts.gaps[gap]} locale={locale} href={counts.gaps[gap] > 0 ? href(gap) : undefined} />
        ))}
      </FigureRow>
    </Section>
  );
}
