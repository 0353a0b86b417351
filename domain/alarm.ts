export const ALARMS = ['late-projects', 'under-funded', 'neglected', 'without-cadre', 'without-technician'] as const;
export type AlarmKind = (typeof ALARMS)[number];

export interface AlarmCount {
  kind: AlarmKind;
  count: number;
  /** Of how many. */
  of: number;
}

/** Up to which share of all (in percent) an alarm stays yellow; above it is red. None at all is green. */
export const TOLERATED: Record<AlarmKind, number> = {
  'late-projects': 5,
  'under-funded': 0,
  neglected: 5,
  'without-cadre': 1,
  'without-technician': 20,
};

export function alarmColour({ kind, count, of }: AlarmCount): 'green' | 'yellow' | 'red' {
  if (count <= 0) return 'green';
  return of > 0 && (count / of) * 100 <= TOLERATED[kind] ? 'yellow' : 'red';
}
