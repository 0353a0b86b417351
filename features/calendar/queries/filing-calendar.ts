import 'server-only';
import { fenced } from '@/db/fence';
import { type FilingCalendar, readFilingCalendar } from '@/db/filing-calendar';
import type { Viewer } from '@/domain/viewer';

/** The filing calendar as it stands, and the county's clock. */
export async function filingCalendar(viewer: Viewer): Promise<FilingCalendar> {
  return fenced(viewer, readFilingCalendar);
}
