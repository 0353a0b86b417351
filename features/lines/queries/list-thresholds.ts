import 'server-only';
import { readClock } from '@/db/clock';
import { readThresholds } from '@/db/exit-thresholds';
import { fenced } from '@/db/fence';
import type { ExitThreshold } from '@/domain/exit-threshold';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface Thresholds {
  rows: ExitThreshold[];
  /** The first month that is not closed: what holds from there on may be changed. */
  open: Month;
}

/** The exit thresholds on record, of each the latest first. */
export async function listThresholds(viewer: Viewer): Promise<Thresholds> {
  return fenced(viewer, async (tx) => ({ rows: await readThresholds(tx), open: (await readClock(tx)).openMonth }));
}
