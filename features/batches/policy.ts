import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Batches are the finance officers'; whoever made one, or took its file, does not close it. */
export const mayManage = (viewer: Viewer): boolean => may(viewer, 'batches.manage');

/** How the bank's file is laid out is part of keeping the fund. */
export const maySetColumns = (viewer: Viewer): boolean => may(viewer, 'fund.keep');
