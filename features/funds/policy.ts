import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** The finance officer keeps the fund's books; everybody else who sees them only reads. */
export const mayKeep = (viewer: Viewer): boolean => may(viewer, 'fund.keep');
