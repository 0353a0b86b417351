import type { SQL } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import type { MadePerson } from '@/db/testing/fixtures';
import type { Command } from '@/server/command';
import { viewerFor } from '@/server/viewer';
import type { County } from './county';

/** Four numbers that choose whom, what and when. */
export type Throw = readonly [number, number, number, number];
/** Someone's attempt; null where there is nothing to try it on. */
export type Deed = (county: County, dice: Throw) => Promise<unknown>;

export const at = <Item,>(items: readonly Item[], no: number): Item => items[no % items.length] as Item;
export const found = async <Row extends Record<string, unknown>>(query: SQL): Promise<readonly Row[]> => asSystem('job', async (tx) => (await tx.execute<Row>(query)).rows as unknown as readonly Row[], 'read');

/** Calls a command as a person with the rights of the moment; one time in nine as anybody else of the county. */
export async function by<After extends { id: number | string }>(county: County, person: MadePerson | number | undefined, [luck, any]: Throw, command: Command<After>, input: object): Promise<unknown> {
  const everybody = [...county.people, ...county.offices, county.leader, county.squad, county.system];
  const meant = typeof person === 'number' ? everybody.find(({ personId }) => personId === person) : person;
  const actor = luck % 9 === 8 || !meant ? at(everybody, any) : meant;
  const viewer = county.viewers.get(actor.accountId) ?? (await viewerFor(actor.accountId));
  if (!viewer) return null;
  county.viewers.set(actor.accountId, viewer);
  return command(viewer, input);
}
