export const ALARMS = ['late-projects', 'under-funded', 'neglected', 'orphaned', 'vacancy', 'no-technician', 'overloaded', 'double-post'] as const;
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
  orphaned: 1,
  vacancy: 2,
  'no-technician': 20,
  overloaded: 1,
  'double-post': 2,
};

export function alarmColour({ kind, count, of }: AlarmCount): 'green' | 'yellow' | 'red' {
  if (count <= 0) return 'green';
  return of > 0 && (count / of) * 100 <= TOLERATED[kind] ? 'yellow' : 'red';
}
