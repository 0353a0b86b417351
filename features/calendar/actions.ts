'use server';

import { action } from '@/server/action';
import { changeCalendar } from './commands/change-calendar';

export const change = action(changeCalendar, { to: () => '/admin/calendar?done=1' });
