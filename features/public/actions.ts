'use server';

import { action } from '@/server/action';
import { setOffice as setting } from './commands/set-office';

export const setOffice = action(setting);
