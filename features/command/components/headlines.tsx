import { BigNumber, WallFigures } from '@/components/wall/big-number';
import { changedHref, digitsOf, figureHref, formatFigureCompact } from '@/domain/figure';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { addMonths } from '@/domain/month';
import type { WallView } from '@/domain/wall';
import { messages, type Messages } from '@/messages/locale';
import { better, countsText, exitLine, type Scene } from './scene';

type Name = keyof Messages['command']['figures'];
interface Headline {
  id: IndicatorId;
  name: Name;
  /** Of how many: another indicator that this one is part of. */
  of?: IndicatorId;
}

const HEADLINES: Record<WallView, readonly Headline[]> = {
  overview: [
    { id: 'poverty.households_lifted', name: 'householdsLifted' },
    { id: 'poverty.persons_lifted', name: 'personsLifted' },
    { id: 'poverty.villages_exited', name: 'villagesExited', of: 'org.poor_villages' },
    { id: 'poverty.incidence', name: 'incidence' },
    { id: 'poverty.remaining_households', name: 'remaining' },
    { id: 'support.visit_rate', name: 'visitRate' },
    { id: 'checklists.filed', name: 'filed', of: 'checklists.expected' },
  ],
  zones: [
    { id: 'poverty.persons_lifted', name: 'personsLifted', of: 'poverty.registered_persons' },
    { id: 'poverty.villages_exited', name: 'villagesExited', of: 'org.poor_villages' },
    { id: 'poverty.incidence', name: 'incidence' },
    { id: 'support.visits', name: 'visits' },
    { id: 'support.visit_rate', name: 'visitRate' },
    { id: 'employment.poor_labour_transferred', name: 'transferred' },
  ],
  measures: [
    { id: 'housing.relocated_households', name: 'relocatedHouseholds', of: 'housing.relocation_approved' },
    { id: 'housing.relocated_persons', name: 'relocatedPersons' },
    { id: 'housing.renovated_households', name: 'renovated' },
    { id: 'housing.resettlement_sites', name: 'sites' },
    { id: 'industry.courtyard_gardens', name: 'gardens' },
    { id: 'employment.trained_person_times', name: 'trained' },
    { id: 'social.funds_mobilised_yuan', name: 'funds' },
  ],
  checklists: [
    { id: 'checklists.expected', name: 'expected' },
    { id: 'checklists.filed', name: 'filed', of: 'checklists.expected' },
    { id: 'checklists.on_time', name: 'onTime', of: 'checklists.expected' },
    { id: 'checklists.verified', name: 'verified', of: 'checklists.filed' },
    { id: 'checklists.completeness', name: 'completeness' },
    { id: 'checklists.timeliness', name: 'timeliness' },
  ],
};

/** The figures across the top of a screen: each opens its rows, and none stands without what it is a part of. */
export function Headlines({ scene, view }: { scene: Scene; view: WallView }) {
  const { locale, filter, scores, wall } = scene;
  const { command, indicators } = messages(locale);
  return (
    <WallFigures>
      {HEADLINES[view].map(({ id, name, of }) => {
        const count = scores.total(id);
        const { unit } = indicator(id);
        const counts = of ? countsText(scene, { numerator: count.value, denominator: scores.total(of).value }) : countsText(scene, count);
        const exit = id === 'poverty.incidence' ? exitLine(scene) : '';
        return (
          <BigNumber
            key={id}
            label={command.figures[name]}
            text={formatFigureCompact(locale, id, count.value)}
            unit={unit === 'percent' ? undefined : indicators.units[unit]}
            note={[counts, exit].filter(Boolean).join(' · ') || undefined}
            href={figureHref(filter, id)}
            delta={id === 'poverty.incidence' ? changeOverYear(scene) : undefined}
            changed={wall.changed.has(id) ? changedHref(filter, id) : undefined}
            locale={locale}
          />
        );
      })}
    </WallFigures>
  );
}

/** Incidence against the same month a year before, where the trend reaches back so far. */
function changeOverYear({ locale, filter, wall }: Scene) {
  const value = (month: string) => wall.trend.find((point) => point.indicator === 'poverty.incidence' && point.month === month)?.value ?? null;
  const [now, before] = [value(filter.month), value(addMonths(filter.month, -12))];
  if (now === null || before === null) return undefined;
  return { value: now - before, against: messages(locale).command.lastYear, better: better('poverty.incidence') === 'less' ? ('down' as const) : ('up' as const), digits: digitsOf('poverty.incidence') };
}
