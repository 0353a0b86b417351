import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readClock } from '@/db/clock';
import { asSystem, fenced } from '@/db/fence';
import { makePerson, making } from '@/db/testing/fixtures';
import type { Viewer } from '@/domain/viewer';
import { readOnce } from './read-once';
import { viewerFor } from './viewer';

const someone = async (): Promise<Viewer> => (await viewerFor((await making((tx) => makePerson(tx, 'office-reviewer'))).accountId))!;
const stateOf = async (viewer: Viewer) => (await fenced(viewer, readClock)).state;
const write = (viewer: Viewer) => asSystem('job', (tx) => tx.execute(sql`update people set name = name where id = ${viewer.personId}`));

it('the database’s state is another after every write, by whomever', async () => {
  const viewer = await someone();
  const before = await stateOf(viewer);
  await write(viewer);
  expect(await stateOf(viewer)).not.toBe(before);
});

it('the same question in the same state is read once, also by those who ask while it is read', async () => {
  const viewer = await someone();
  let reads = 0;
  const ask = (state: string, question = 'wall') => readOnce(viewer, state, question, async () => ++reads);
  expect(await Promise.all([ask('one'), ask('one')])).toEqual([1, 1]);
  expect(await ask('one')).toBe(1);
  expect(await ask('one', 'another wall')).toBe(2);
  expect(await ask('two')).toBe(3);
});

it('nobody is given what another account was answered', async () => {
  const [one, other] = [await someone(), await someone()];
  const ask = (viewer: Viewer) => readOnce(viewer, 'three', 'wall', async () => viewer.accountId);
  expect(await Promise.all([ask(one), ask(other)])).toEqual([one.accountId, other.accountId]);
});

it('a reading that failed is tried again', async () => {
  const viewer = await someone();
  const ask = (read: () => Promise<string>) => readOnce(viewer, 'four', 'wall', read);
  await expect(ask(() => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  expect(await ask(async () => 'back')).toBe('back');
});
