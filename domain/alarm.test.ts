import { expect, test } from 'vitest';
import { ALARMS, alarmColour } from './alarm';
import { GAPS } from './assignment';

test('none is green, a tolerated share is yellow, more is red', () => {
  expect(alarmColour({ kind: 'neglected', count: 0, of: 100 })).toBe('green');
  expect(alarmColour({ kind: 'neglected', count: 5, of: 100 })).toBe('yellow');
  expect(alarmColour({ kind: 'neglected', count: 6, of: 100 })).toBe('red');
});
test('every staffing gap is an alarm', () => {
  expect(ALARMS).toEqual(expect.arrayContaining(GAPS));
});
test('one village below the floor is one too many', () => {
  expect(alarmColour({ kind: 'under-funded', count: 1, of: 163 })).toBe('red');
});
