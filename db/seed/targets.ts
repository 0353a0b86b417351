import { type IndicatorId, partsOf } from '@/domain/indicators';
import { isDifference, measureOf } from '@/domain/letter-pace';
import { addsUpOver } from '@/domain/letter-proof';
import type { Month } from '@/domain/month';
import { type Root, ROOTS } from './cast/letters';
import { Dice } from './dice';
import { draw, type Ground, type Village } from './ground';
import type { Readings } from './readings';
import { COUNTY, LETTERS } from './shape';

export type LetterYear = (typeof LETTERS.years)[number];
/** A county target with what of it falls to each township; none for what stays with its line. */
export interface Target { id: number; year: LetterYear; root: Root; target: number; townships: Map<string, number> }

const dice = new Dice('targets');
const december = (year: number): Month => `${year}-12` as Month;
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/** Indicators the targets are made from. */
export const TARGET_INDICATORS: IndicatorId[] = [...new Set([...ROOTS.flatMap(({ indicator }) => partsOf(indicator)), 'housing.relocation_approved' as const, 'poverty.remaining_households' as const])];

/** The villages whose exit was promised in a year: those that exited, a few that failed; for 2018 those that are planned. */
export function villagesDue(ground: Ground, year: LetterYear): Village[] {
  const exited = ground.villages.filter(({ exitedOn }) => exitedOn?.startsWith(String(year)));
  const rest = ground.villages.filter(({ poor, exitedOn }) => poor && !exitedOn);
  const more = draw(rest, year === 2017 ? LETTERS.villagesFailed : LETTERS.villagesPlanned, ({ township }) => township.pace, 71, year);
  return [...exited, ...more].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Every county target of a year, its townships' parts adding up to it exactly. */
export function makeTargets(read: Readings, ground: Ground, year: LetterYear, from: number): Target[] {
  const due = villagesDue(ground, year);
  return ROOTS.map((root, at) => {
    const of = (division: string, key: number) => targetOf(read, root, year, division, due, at * 1_000 + key);
    const townships = new Map(root.spread ? ground.townships.map(({ code }, key) => [code, of(code, key + 1)]) : []);
    return { id: from + at, year, root, target: root.fixed ?? countyTarget(read, root, year, townships) ?? of(COUNTY, 0), townships };
  });
}

/** The parts' sum; for a ratio the joint one, no looser than its parts together. Null where nothing is spread. */
function countyTarget(read: Readings, root: Root, year: number, townships: Map<string, number>): number | null {
  if (townships.size === 0) return null;
  if (addsUpOver(root.indicator)) return sum(townships.values());
  const under = (code: string) => read(partsOf(root.indicator)[1]!, code, december(year - 1));
  const joint = sum([...townships].map(([code, target]) => target * under(code))) / sum([...townships.keys()].map(under));
  return Math.ceil(joint * 10) / 10;
}

function targetOf(read: Readings, root: Root, year: LetterYear, division: string, due: readonly Village[], key: number): number {
  const { indicator: id } = root;
  if (root.fixed !== undefined) return root.fixed;
  if (id === 'poverty.villages_exited') return due.filter(({ code }) => code.startsWith(division)).length;
  const level = measureOf(id) === 'level';
  const reached = level ? ratio(read, id, division, 2017) : gain(read, id, division, 2017);
  if (year === 2017) {
    const { kept, missed, share } = LETTERS.promised;
    const [least, most] = dice.chance(share, 1, key) ? missed : kept;
    const factor = least + (most - least) * dice.share(2, key);
    return level ? Math.ceil((reached / factor) * 10) / 10 : Math.round(reached * factor);
  }
  const { lifted, incidence, relocated, growth } = LETTERS.planned;
  const last = december(2017);
  if (level) return Math.ceil(reached * incidence * 10) / 10;
  if (id === 'housing.relocated_households') return Math.round(Math.max(0, read('housing.relocation_approved', division, last) - read(id, division, last)) * relocated);
  if (id === 'poverty.households_lifted') return Math.round(read('poverty.remaining_households', division, last) * lifted);
  return Math.round(reached * growth);
}

const gain = (read: Readings, id: IndicatorId, division: string, year: number): number =>
  read(id, division, december(year)) - (isDifference(id) ? read(id, division, december(year - 1)) : 0);

function ratio(read: Readings, id: IndicatorId, division: string, year: number): number {
  const [over, under] = partsOf(id);
  return (read(over!, division, december(year)) / read(under!, division, december(year))) * 100;
}
