'use server';

import { action } from '@/server/action';
import { setLine } from './commands/set-line';
import { setThreshold } from './commands/set-threshold';

export const set = action(setLine);
export const setExitThreshold = action(setThreshold);
