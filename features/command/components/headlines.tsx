import { type BigNumber, BigNumbers } from '@/components/wall/big-numbers';
import { changedHref, digitsOf, figureHref, formatFigureCompact } from '@/domain/figure';
import { formatDelta } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { addMonths } from '@/domain/month';
import type { WallView } from '@/domain/wall';
import { messages, type Messages } from '@/messages/locale';
import { countsText, exitLine, type Scene } from './scene';

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
  return <BigNumbers figures={HEADLINES[view].map((headline) => figureOf(scene, headline))} />;
}

function figureOf(scene: Scene, { id, name, of }: Headline): BigNumber {
  const { locale, filter, scores, wall } = scene;
  const { command, indicators, common } = messages(locale);
  const count = scores.total(id);
  const unit = indicator(id).unit === 'percent' ? undefined : indicators.units[indicator(id).unit];
  const counts = of ? countsText(scene, { numerator: count.value, denominator: scores.total(of).value }) : countsText(scene, count);
  const exit = id === 'poverty.incidence' ? exitLine(scene) : '';
  const [label, text] = [command.figures[name], formatFigureCompact(locale, id, count.value)];
  return {
    label,
    text,
    unit,
    href: figureHref(filter, id),
    opens: common.rowsOf([label, text, unit].filter(Boolean).join(' ')),
    note: [counts, exit].filter(Boolean).join(' · ') || undefined,
    delta: id === 'poverty.incidence' ? changeOverYear(scene) : undefined,
    changed: wall.changed.has(id) ? { href: changedHref(filter, id), said: common.filter.changed } : undefined,
  };
}

/** Incidence against the same month a year before, where the trend reaches back so far: less is better. */
function changeOverYear({ locale, filter, wall }: Scene): BigNumber['delta'] {
  const value = (month: string) => wall.trend.find((point) => point.indicator === 'poverty.incidence' && point.month === month)?.value ?? null;
  const [now, before] = [value(filter.month), value(addMonths(filter.month, -12))];
  if (now === null || before === null) return undefined;
  const { common, command } = messages(locale);
  const change = now - before;
  return { against: common.versus(command.lastYear), text: formatDelta(locale, change, digitsOf('poverty.incidence')), tone: change === 0 ? 'plain' : change < 0 ? 'good' : 'bad' };
}
