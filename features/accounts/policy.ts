import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Whether accounts may be disabled, signed out and given new passwords: by the security administrator, never one's own. */
export const mayManage = (viewer: Viewer, account: { id: number }): boolean => may(viewer, 'accounts.manage') && account.id !== viewer.accountId;
