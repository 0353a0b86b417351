import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';

/** Whether accounts may be disabled, signed out and given new passwords: by the security administrator, never one's own. */
export const mayManage = (viewer: Viewer, account: { id: number }): boolean => may(viewer, 'accounts.manage') && account.id !== viewer.accountId;

/** Whether an account may be opened for a person: by the security administrator, for nobody's own self. */
export const mayOpen = (viewer: Viewer, person: { id: number }): boolean => may(viewer, 'accounts.manage') && person.id !== viewer.personId;
