import 'server-only';
import { cache } from 'react';
import { fenced } from '@/db/fence';
import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import { countUnread } from '@/features/inbox/queries/count-unread';
import { readWorkplace, type Workplace } from './workplace';

export interface PageHead extends Workplace {
  /** Messages that wait; null for who gets none. */
  unread: number | null;
}

/** What the frame of a work page says. Once a request: a page may have it read in a transaction of its own. */
export const readPageHead = cache(async (viewer: Viewer): Promise<PageHead> =>
  fenced(viewer, async () => ({ ...(await readWorkplace(viewer)), unread: may(viewer, 'inbox.view') ? await countUnread(viewer) : null })));
