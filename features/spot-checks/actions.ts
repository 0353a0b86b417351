'use server';

import { action } from '@/server/action';
import { checkOnTheSpot } from './commands/check';
import { drawSpotChecks } from './commands/draw';

export const draw = action(drawSpotChecks);
export const check = action(checkOnTheSpot);
