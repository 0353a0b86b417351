'use server';

import { action } from '@/server/action';
import { setLine } from './commands/set-line';

export const set = action(setLine);
