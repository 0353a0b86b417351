import 'server-only';
import { fenced } from '@/db/fence';
import { type Question, type Reading, readings } from '@/db/readings';
import type { Viewer } from '@/domain/viewer';

/** Indicators for an area and month, whole or cut by township, zone or village; a cut adds up to the whole. */
export async function readIndicators(viewer: Viewer, question: Question): Promise<Reading[]> {
  return fenced(viewer, (tx) => readings(tx, question));
}
