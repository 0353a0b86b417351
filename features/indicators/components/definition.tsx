import { Definitions } from '@/components/ui/definitions';
import type { Locale } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';

/** What an indicator is: formula, unit, source, and how it adds up. */
export function Definition({ locale, id }: { locale: Locale; id: IndicatorId }) {
  const { figures, indicators } = messages(locale);
  const { definition: texts, units, sources } = indicators;
  const definition = indicator(id);
  const [time, divisions] = 'ratio' in definition ? (['ratio', 'ratio'] as const) : ([definition.time, definition.divisions] as const);
  return (
    <Definitions
      columns={1}
      items={[
        { term: texts.formula, value: figures[id].formula },
        { term: texts.source, value: sources[definition.source] },
        { term: texts.unit, value: units[definition.unit] },
        { term: texts.time, value: texts.times[time] },
        { term: texts.divisions, value: texts.sums[divisions] },
      ]}
    />
  );
}
