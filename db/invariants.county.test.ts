import { expect, test } from 'vitest';
import { asSystem } from './fence';
import { INVARIANTS, violations } from './invariants';
import { differences } from './measure';

test.each(Object.keys(INVARIANTS))('the demonstration county keeps %s', async (name) => {
  expect(await asSystem('job', (tx) => violations(tx, [name]), 'read')).toEqual([]);
});

test('every measurement of the county is what its rows say', async () => {
  expect(await asSystem('job', (tx) => differences(tx), 'read')).toEqual([]);
}, 180_000);
