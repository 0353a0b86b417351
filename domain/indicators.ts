import { COUNTY_INDICATORS } from './indicators/county';
import { FIELD_INDICATORS } from './indicators/field';
import type { Indicator, RegisterName } from './indicators/kinds';
import { RELIEF_INDICATORS } from './indicators/relief';
import { januaryOf, type Month } from './month';

export type { Indicator, RatioIndicator, RegisterIndicator, RegisterName, Unit } from './indicators/kinds';

/**
 * Everything that counts: charts, checklists, rankings and the API read these, so that two screens
 * can never disagree. Ids are those of the briefing's figures where it states one.
 */
export const INDICATORS = { ...COUNTY_INDICATORS, ...FIELD_INDICATORS, ...RELIEF_INDICATORS } as const satisfies Record<string, Indicator>;
export type IndicatorId = keyof typeof INDICATORS;
export const INDICATOR_IDS = Object.keys(INDICATORS) as IndicatorId[];

export const isIndicator = (id: string): id is IndicatorId => Object.hasOwn(INDICATORS, id);
export const indicator = (id: IndicatorId): Indicator => INDICATORS[id];

/** The stored indicators a reading of `id` adds up: itself, or a ratio's two parts. */
export function partsOf(id: IndicatorId): IndicatorId[] {
  const definition = indicator(id);
  return 'ratio' in definition ? ([...definition.ratio] as IndicatorId[]) : [id];
}

/** Whether a figure counts what happened in a month (a rate of filing, visits): of a month that is not over it can only be less. */
export function isMonthly(id: IndicatorId): boolean {
  return partsOf(id).some((part) => {
    const definition = indicator(part);
    return 'time' in definition && definition.time === 'month';
  });
}

/** Whether a figure begins from nothing in a month: what is counted since January, in January. The month before is no measure of it. */
export function beginsAnew(id: IndicatorId, month: Month): boolean {
  return month === januaryOf(month) && partsOf(id).some((part) => {
    const definition = indicator(part);
    return 'time' in definition && definition.time === 'year';
  });
}

/** The indicators measured from a register. */
export function measuredFrom(register: RegisterName): IndicatorId[] {
  return INDICATOR_IDS.filter((id) => {
    const definition = indicator(id);
    return 'register' in definition && definition.register === register;
  });
}
