import type { Step } from './steps';

/** The ramp of each direction, by step. */
export const FILLS = {
  up: { 1: 'fill-cool-1', 2: 'fill-cool-2', 3: 'fill-cool-3', 4: 'fill-cool-4', 5: 'fill-cool-5' },
  down: { 1: 'fill-heat-1', 2: 'fill-heat-2', 3: 'fill-heat-3', 4: 'fill-heat-4', 5: 'fill-heat-5' },
} satisfies Record<string, Record<Step, string>>;
