import 'server-only';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';
import { type OwnFigures, readOwnFigures } from './figures';
import { type OwnPeople, readOwnPeople } from './people';
import { readToDo, type ToDo } from './to-do';

export interface Home {
  toDo: ToDo;
  own: OwnFigures | null;
  people: OwnPeople;
}

/** What waits for the viewer, how their ground stands, and with whom they work; one transaction. */
export async function readHome(viewer: Viewer): Promise<Home> {
  return fenced(viewer, async () => ({ toDo: await readToDo(viewer), own: await readOwnFigures(viewer), people: await readOwnPeople(viewer) }));
}
